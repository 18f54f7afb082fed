package import CanonicalJSON
import Regulation
package import Submissions

/// The one form in which events are written to the log, and the only place where they are read from it.
///
/// Events and leaves correspond one to one: `decode` refuses whatever `encode` would not have written, apart from
/// leaves of earlier versions, which it lifts first. The form is described in <doc:Events>.
package enum EventCodec {
    /// The version of the form that is written.
    package static let version = 2

    /// The leaf of `record`.
    ///
    /// A submission's name stands in the leaf once: an opening event takes it from there when it is read.
    package static func encode(_ record: EventRecord, of submission: SubmissionName) -> JSONValue {
        leaf(record, of: submission).value
    }

    /// The bytes of the leaf of `record`, in canonical JSON, and the word that names its type.
    package static func bytes(
        of record: EventRecord,
        of submission: SubmissionName
    ) -> (bytes: [UInt8], type: String) {
        (leaf(record, of: submission).bytes, type(of: record.event).rawValue)
    }

    private static func leaf(_ record: EventRecord, of submission: SubmissionName) -> ObjectWriter {
        var writer = ObjectWriter()
        writer.object { leaf in
            leaf.put("by", record.recordedBy)
            leaf.put("data") { write(record.event, to: &$0) }
            leaf.put("number", record.number)
            leaf.put("occurredOn", record.occurredOn)
            leaf.put("onBehalfOf", record.onBehalfOf)
            leaf.put("recordedAt", record.recordedAt)
            leaf.put("submission", submission)
            leaf.put("type", type(of: record.event))
            leaf.put("v", version)
            leaf.put("within", record.within)
        }
        return writer
    }

    /// The event that `leaf` records, and the submission to which it belongs.
    ///
    /// - Throws: the first defect found, with its path.
    package static func decode(
        _ leaf: JSONValue
    ) throws(EventDefect) -> (submission: SubmissionName, record: EventRecord) {
        try leaf.readingForm { (leaf: CanonicalValue) throws(EventDefect) in try decode(leaf) }
    }

    /// The event that `leaf` records, read where it lies.
    static func decode(
        _ leaf: CanonicalValue,
        lifting upcaster: Upcaster = .released
    ) throws(EventDefect) -> (submission: SubmissionName, record: EventRecord) {
        // Only a leaf of an earlier version is made a value, to be lifted.
        guard try upcaster.isNewest(leaf) else {
            return try upcaster.lift(JSONValue(leaf)).readingForm {
                (lifted: CanonicalValue) throws(EventDefect) in try decodeNewest(lifted)
            }
        }
        return try decodeNewest(leaf)
    }

    private static func decodeNewest(
        _ leaf: CanonicalValue
    ) throws(EventDefect) -> (submission: SubmissionName, record: EventRecord) {
        try ObjectReader.reading(leaf) { (leaf: inout ObjectReader) throws(EventDefect) in
            let _: Int = try leaf.required("v")
            let submission: SubmissionName = try leaf.required("submission")
            let number: Int = try leaf.required("number")
            guard number >= 1 else {
                throw EventDefect(path: "number", .outOfRange(number, least: 1, greatest: nil))
            }
            let type: EventType = try leaf.required("type")
            let occurredOn: PartialDate = try leaf.required("occurredOn")
            let within: PartialDate? = try leaf.optional("within")
            if let within, within == occurredOn || occurredOn.cut(to: within) != within {
                throw EventDefect(path: "within", .malformed(within.description, expected: "days of \(occurredOn)"))
            }
            let record = EventRecord(
                number: number,
                occurredOn: occurredOn,
                within: within,
                recordedAt: try leaf.required("recordedAt"),
                recordedBy: try leaf.required("by"),
                onBehalfOf: try leaf.optional("onBehalfOf"),
                event: try leaf.object("data") { (data: inout ObjectReader) throws(EventDefect) in
                    try event(type, of: submission, from: &data)
                }
            )
            return (submission, record)
        }
    }

    private static func type(of event: SubmissionEvent) -> EventType {
        switch event {
        case .opened: .submissionOpened
        case .amended: .submissionAmended
        case .dossierFiled: .dossierFiled
        case .caseOpened: .caseOpened
        case .caseAdvanced: .caseAdvanced
        case .messageIgnored: .messageIgnored
        case .corrected: .corrected
        case .actionReversed: .actionReversed
        case .rulesRebound: .rulesRebound
        case .approvalFlagged: .approvalFlagged
        case .letterConfirmed: .letterConfirmed
        case .letterDisputed: .letterDisputed
        }
    }

    private static func write(_ event: SubmissionEvent, to data: inout ObjectWriter) {
        switch event {
        case .opened(let opened), .amended(let opened): opened.write(to: &data)
        case .dossierFiled(let filed): filed.write(to: &data)
        case .caseOpened(let opened): opened.write(to: &data)
        case .caseAdvanced(let advanced): advanced.write(to: &data)
        case .messageIgnored(let ignored): ignored.write(to: &data)
        case .corrected(let corrected): corrected.write(to: &data)
        case .actionReversed(let reversed): reversed.write(to: &data)
        case .rulesRebound(let rebound): rebound.write(to: &data)
        case .approvalFlagged(let flagged): flagged.write(to: &data)
        case .letterConfirmed(let confirmed): confirmed.write(to: &data)
        case .letterDisputed(let disputed): disputed.write(to: &data)
        }
    }

    private static func event(
        _ type: EventType,
        of submission: SubmissionName,
        from data: inout ObjectReader
    ) throws(EventDefect) -> SubmissionEvent {
        switch type {
        case .submissionOpened: .opened(try SubmissionOpened(named: submission, from: &data))
        case .submissionAmended: .amended(try SubmissionOpened(named: submission, from: &data))
        case .dossierFiled: .dossierFiled(try DossierFiled(from: &data))
        case .caseOpened: .caseOpened(try CaseOpened(from: &data))
        case .caseAdvanced: .caseAdvanced(try CaseAdvanced(from: &data))
        case .messageIgnored: .messageIgnored(try MessageIgnored(from: &data))
        case .corrected: .corrected(try Corrected(from: &data))
        case .actionReversed: .actionReversed(try ActionReversed(from: &data))
        case .rulesRebound: .rulesRebound(try RulesRebound(from: &data))
        case .approvalFlagged: .approvalFlagged(try ApprovalFlagged(from: &data))
        case .letterConfirmed: .letterConfirmed(try LetterConfirmed(from: &data))
        case .letterDisputed: .letterDisputed(try LetterDisputed(from: &data))
        }
    }
}

/// The words by which leaves name the types of events.
enum EventType: String, CaseIterable, LeafWord {
    case submissionOpened = "submission-opened"
    case submissionAmended = "submission-amended"
    case dossierFiled = "dossier-filed"
    case caseOpened = "case-opened"
    case caseAdvanced = "case-advanced"
    case messageIgnored = "message-ignored"
    case corrected
    case actionReversed = "action-reversed"
    case rulesRebound = "rules-rebound"
    case approvalFlagged = "approval-flagged"
    case letterConfirmed = "letter-confirmed"
    case letterDisputed = "letter-disputed"
}

extension Actor: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("as", capacity)
        object.put("authenticated", isAuthenticated)
        object.put("person", person)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            person: try object.required("person"),
            capacity: try object.required("as"),
            isAuthenticated: try object.required("authenticated")
        )
    }
}
