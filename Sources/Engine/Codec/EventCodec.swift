public import Submissions
public import TransparencyLog

/// The one form in which events are written to the log, and the only place where they are read from it.
///
/// Events and leaves correspond one to one: `decode` refuses whatever `encode` would not have written, apart from
/// leaves of earlier versions, which it lifts first. The form is described in <doc:Events>.
public enum EventCodec {
    /// The version of the form that is written.
    public static let version = 2

    /// The leaf of `record`.
    ///
    /// A submission's name stands in the leaf once: an opening event takes it from there when it is read.
    public static func encode(_ record: EventRecord, of submission: SubmissionName) -> JSONValue {
        let (type, data) = form(of: record.event)
        var leaf = ObjectWriter()
        leaf.put("v", version)
        leaf.put("submission", submission)
        leaf.put("number", record.number)
        leaf.put("type", type)
        leaf.put("occurredOn", record.occurredOn)
        leaf.put("recordedAt", record.recordedAt)
        leaf.put("by", record.recordedBy)
        leaf.put("onBehalfOf", record.onBehalfOf)
        leaf.put("data", data)
        return leaf.value
    }

    /// The event that `leaf` records, and the submission to which it belongs.
    ///
    /// - Throws: the first defect found, with its path.
    public static func decode(
        _ leaf: JSONValue
    ) throws(EventDefect) -> (submission: SubmissionName, record: EventRecord) {
        let lifted = try Upcaster.released.lift(leaf)
        return try ObjectReader.reading(lifted) { (leaf: inout ObjectReader) throws(EventDefect) in
            let _: Int = try leaf.required("v")
            let submission: SubmissionName = try leaf.required("submission")
            let number: Int = try leaf.required("number")
            guard number >= 1 else {
                throw EventDefect(path: "number", .outOfRange(number, least: 1, greatest: nil))
            }
            let type: EventType = try leaf.required("type")
            let record = EventRecord(
                number: number,
                occurredOn: try leaf.required("occurredOn"),
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

    private static func form(of event: SubmissionEvent) -> (EventType, ObjectWriter) {
        var data = ObjectWriter()
        switch event {
        case .opened(let opened):
            opened.write(to: &data)
            return (.submissionOpened, data)
        case .dossierFiled(let filed):
            filed.write(to: &data)
            return (.dossierFiled, data)
        case .caseOpened(let opened):
            opened.write(to: &data)
            return (.caseOpened, data)
        case .caseAdvanced(let advanced):
            advanced.write(to: &data)
            return (.caseAdvanced, data)
        case .messageIgnored(let ignored):
            ignored.write(to: &data)
            return (.messageIgnored, data)
        case .corrected(let corrected):
            corrected.write(to: &data)
            return (.corrected, data)
        case .actionReversed(let reversed):
            reversed.write(to: &data)
            return (.actionReversed, data)
        case .rulesRebound(let rebound):
            rebound.write(to: &data)
            return (.rulesRebound, data)
        case .approvalFlagged(let flagged):
            flagged.write(to: &data)
            return (.approvalFlagged, data)
        }
    }

    private static func event(
        _ type: EventType,
        of submission: SubmissionName,
        from data: inout ObjectReader
    ) throws(EventDefect) -> SubmissionEvent {
        switch type {
        case .submissionOpened: .opened(try SubmissionOpened(named: submission, from: &data))
        case .dossierFiled: .dossierFiled(try DossierFiled(from: &data))
        case .caseOpened: .caseOpened(try CaseOpened(from: &data))
        case .caseAdvanced: .caseAdvanced(try CaseAdvanced(from: &data))
        case .messageIgnored: .messageIgnored(try MessageIgnored(from: &data))
        case .corrected: .corrected(try Corrected(from: &data))
        case .actionReversed: .actionReversed(try ActionReversed(from: &data))
        case .rulesRebound: .rulesRebound(try RulesRebound(from: &data))
        case .approvalFlagged: .approvalFlagged(try ApprovalFlagged(from: &data))
        }
    }
}

/// The words by which leaves name the types of events.
enum EventType: String, CaseIterable, LeafWord {
    case submissionOpened = "submission-opened"
    case dossierFiled = "dossier-filed"
    case caseOpened = "case-opened"
    case caseAdvanced = "case-advanced"
    case messageIgnored = "message-ignored"
    case corrected
    case actionReversed = "action-reversed"
    case rulesRebound = "rules-rebound"
    case approvalFlagged = "approval-flagged"
}

extension Actor: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("person", person)
        object.put("as", capacity)
        object.put("authenticated", isAuthenticated)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            person: try object.required("person"),
            capacity: try object.required("as"),
            isAuthenticated: try object.required("authenticated")
        )
    }
}
