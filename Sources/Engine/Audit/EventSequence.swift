package import Regulation
package import Submissions

/// What the events of one submission so far allow to come next.
///
/// Folding is total and passes over what makes no sense; this says what made none. It keeps no events.
package struct EventSequence: Hashable, Sendable {
    private var next = 1
    private var cases: Set<CaseName> = []
    /// Approvals that were held from the beginning, which no case granted and which may be flagged like any other.
    private var held: Set<Approval.ID> = []

    package init() {}

    /// Whether there was an event.
    var hasBegun: Bool { next > 1 }

    /// Goes on with the next event.
    ///
    /// After a gap the numbers are counted on from the event itself, so that one gap is one defect.
    package mutating func add(_ record: EventRecord) -> [Finding.Defect] {
        var defects: [Finding.Defect] = []
        if record.number != next { defects.append(.numberNotNext(expected: next)) }
        let isFirst = next == 1
        // A leaf from elsewhere may bear any number.
        next = record.number == .max ? .max : record.number + 1
        if case .opened(let opened) = record.event {
            if !isFirst { defects.append(.openedTwice) }
            held = Set(opened.held.map(\.id))
            return defects
        }
        if isFirst { defects.append(.notOpened) }
        if case .amended(let amended) = record.event { held.formUnion(amended.held.map(\.id)) }
        if case .caseOpened(let opened) = record.event {
            cases.insert(opened.name)
        } else if case .approvalFlagged(let flagged) = record.event, held.contains(flagged.approval) {
            return defects
        } else if let name = record.event.subject, !cases.contains(name) {
            defects.append(.unknownCase(name))
        }
        return defects
    }
}

extension SubmissionEvent {
    /// The commitments that the event is the first to make; the old values of a correction were made before.
    package var introducedCommitments: [TextCommitment] {
        if case .corrected(let corrected) = self {
            return corrected.fields.flatMap(\.new.commitments) + [corrected.reason]
        }
        return commitments
    }

    /// The documents of which the event speaks: the manifest, frozen dossiers, what came with an action.
    package var documents: [DocumentDigest] {
        var digests: [DocumentDigest] = []
        switch self {
        case .opened(let opened), .amended(let opened): digests.append(opened.manifest)
        case .dossierFiled(let filed): digests.append(filed.filing.revision)
        default: break
        }
        for case .filed(let filing) in changes { digests.append(filing.revision) }
        return digests + (payload?.documents.map(\.digest) ?? [])
    }

    /// Procedures and rules to which the event binds a case.
    package var pins: [Pin] {
        switch self {
        case .caseOpened(let opened): [opened.procedure, opened.rules]
        case .rulesRebound(let rebound): [rebound.new]
        default: []
        }
    }
}
