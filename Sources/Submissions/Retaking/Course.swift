import Regulation
import Statecharts

/// What people, other submissions and time did to a submission, in order, with everything that was put right since.
///
/// Taken again from the beginning it gives the submission as it would be, had it been right from the start.
struct Course {
    enum Kind {
        case open(SubmissionOpened)
        case amend(SubmissionOpened)
        case file(DossierFiled)
        case act(PersonalAct)
        case openTrack(RouteName, JurisdictionCode, in: CaseName?)
        case openHub(RouteName, JurisdictionCode)
        case rebind(RulesRebound)
        case flag([ApprovalFlagged])
        /// Deadlines fired, or cases looked again, by Tasuki itself.
        case lookAround
    }

    struct Step {
        /// The event that began it.
        let number: Int
        /// The last event to which it led.
        var last: Int
        let record: EventRecord
        var deed: Kind
        /// As corrected.
        var occurredOn: PartialDate
        /// Whether its day or the claims of which it speaks were put right, by which the register and the rules are asked.
        var isMoved = false
        /// When its day was told, after which it does not lie; `nil` where it is told now.
        var knownAt: Instant?
        /// Whether it was typed in after what it came before.
        var isLate = false
        /// What it found in the register when it was recorded, or was judged anew.
        var found: [CaseName: RegisterFinding] = [:]
        /// Whether the register was asked again since it was recorded.
        var wasJudgedAnew = false

        fileprivate var hasMarkets: Bool { found.values.contains { !$0.markets.isEmpty } }

        var isOfAPerson: Bool {
            switch deed {
            case .open, .amend, .file, .act, .openTrack, .openHub, .rebind: true
            case .flag, .lookAround: false
            }
        }
    }

    private(set) var steps: [Step] = []
    /// What each case was bound to when it was opened.
    private(set) var pins: [CaseName: BoundCase.Pins] = [:]
    /// Countries whose class was put right: what is bound there is bound anew.
    private(set) var reclassed: Set<JurisdictionCode> = []
    private var openedByTracks: Set<CaseName> = []

    init(_ history: [EventRecord], of submission: Submission) {
        for record in history { add(record, of: submission) }
        // One that is made now is not in the history.
        let told = history.compactMap { if case .corrected(let corrected) = $0.event { corrected } else { nil } }
        for corrected in submission.corrections.values.joined() where !told.contains(corrected) { classify(corrected) }
        // What the submission held then is looked for again in what it holds; what others held is kept.
        for index in steps.indices where !steps[index].wasJudgedAnew && steps[index].hasMarkets {
            let record = steps[index].record
            let before = Submission.replaying(Array(history.prefix { $0.number < record.number }))
            let own = before.map { $0.approvals.markets(on: record.reckonedOn, ofAct: true) } ?? []
            steps[index].found = steps[index].found.withoutMarkets(own)
        }
        steps.removeAll { submission.reversed.contains($0.number) }
    }

    /// What the manifest said when the step was taken.
    func manifest(before step: Step) -> SubmissionOpened? {
        let stated = steps.prefix { $0.number < step.number }.compactMap { step in
            switch step.deed {
            case .open(let opened), .amend(let opened): opened
            default: nil
            }
        }
        return stated.last
    }

    /// The step to which the event belongs.
    func step(of event: Int) -> Step? { steps.first { ($0.number...$0.last).contains(event) } }

    private mutating func add(_ record: EventRecord, of submission: Submission) {
        if case .corrected(let corrected) = record.event {
            date(corrected, at: record.recordedAt, submission)
            classify(corrected)
        }
        if let deed = deed(record, of: submission) {
            insert(deed, record, of: submission)
        } else if !steps.isEmpty, !Self.restates(record.event) {
            steps[steps.count - 1].last = record.number
        }
        if case .caseOpened(let opened) = record.event {
            pins[opened.name] = BoundCase.Pins(procedure: opened.procedure, rules: opened.rules)
        }
        for change in record.event.changes {
            switch change {
            case .sent("track.opened", let name): openedByTracks.insert(name)
            case .restated(.undone): record.event.subject.map { _ = openedByTracks.remove($0) }
            case .restated(.judged(let event, let found)):
                guard let index = steps.firstIndex(where: { $0.number == event }) else { break }
                steps[index].found = Dictionary(found.map { ($0.name, $0) }) { $1 }
                steps[index].wasJudgedAnew = true
            default: break
            }
        }
        if !steps.isEmpty, !Self.restates(record.event) { steps[steps.count - 1].found.add(record.event) }
    }

    /// Puts the right class in place of the wrong one, wherever the manifest stated it until then.
    private mutating func classify(_ corrected: Corrected) {
        for correction in corrected.classes {
            reclassed.insert(correction.jurisdiction)
            for index in steps.indices {
                switch steps[index].deed {
                case .open(let opened): steps[index].deed = .open(opened.taking(correction))
                case .amend(let new): steps[index].deed = .amend(new.taking(correction))
                default: break
                }
            }
        }
    }

    /// Remembers when the last correction of a day was made; one that is made now is not in the history.
    private mutating func date(_ corrected: Corrected, at moment: Instant, _ submission: Submission) {
        let last = submission.corrections[corrected.event]?.last { $0.newDate != nil }
        guard last == corrected, let index = steps.firstIndex(where: { $0.number == corrected.event }) else { return }
        steps[index].knownAt = moment
    }

    /// Whether the event speaks of earlier ones, and follows from no step.
    private static func restates(_ event: SubmissionEvent) -> Bool {
        switch event {
        case .corrected, .actionReversed, .letterConfirmed, .letterDisputed: true
        case .caseAdvanced(let advanced):
            switch advanced.cause {
            case .correction, .lateAction: true
            default: false
            }
        default: false
        }
    }

    /// What the event began; `nil` where it followed from the one before.
    private func deed(_ record: EventRecord, of submission: Submission) -> Kind? {
        switch record.event {
        case .opened(let opened): return .open(opened)
        case .amended(let new): return .amend(new)
        case .dossierFiled(let filed): return .file(filed)
        case .caseOpened(let opened):
            let isAsked = opened.isTrack && !openedByTracks.contains(opened.name)
            guard isAsked else { return nil }
            return submission.isHub(opened.name)
                ? .openHub(opened.route, opened.jurisdiction)
                : .openTrack(opened.route, opened.jurisdiction, in: opened.bundle)
        case .rulesRebound(let rebound): return .rebind(rebound)
        case .approvalFlagged(let flagged): return .flag([flagged])
        case .caseAdvanced(let advanced):
            switch advanced.cause {
            case .action, .lateAction: return PersonalAct(record, advanced).map { .act($0) }
            case .deadline, .message, .condition:
                let isOwn = steps.last.map { !$0.isOfAPerson && $0.record.recordedAt == record.recordedAt } ?? false
                return record.recordedBy.capacity.isOfAPerson || isOwn ? nil : .lookAround
            case .correction: return nil
            }
        case .messageIgnored, .corrected, .actionReversed, .letterConfirmed, .letterDisputed: return nil
        }
    }

    private mutating func insert(_ deed: Kind, _ record: EventRecord, of submission: Submission) {
        if case .flag(let flags) = deed, let last = steps.last, case .flag(let before) = last.deed,
            last.record.recordedAt == record.recordedAt
        {
            steps[steps.count - 1].deed = .flag(before + flags)
            steps[steps.count - 1].last = record.number
            return
        }
        var step = Step(
            number: record.number,
            last: record.number,
            record: record,
            deed: deed,
            occurredOn: record.occurredOn
        )
        let corrections = submission.corrections[record.number] ?? []
        if !corrections.contains(where: { $0.newDate != nil }) { step.knownAt = record.recordedAt }
        for corrected in corrections { step.take(corrected) }
        if case .caseAdvanced(let advanced) = record.event, case .lateAction(_, let before) = advanced.cause {
            insert(step, before: before)
        } else {
            steps.append(step)
        }
    }

    /// Puts the act before the step by whose event the deadline passed.
    mutating func insert(_ late: Step, before event: Int) {
        var late = late
        late.isLate = true
        let index = steps.firstIndex { ($0.number...$0.last).contains(event) } ?? steps.endIndex
        steps.insert(late, at: index)
    }
}

extension Course.Step {
    mutating func take(_ corrected: Corrected) {
        if corrected.newDate != nil || corrected.fields.contains(where: { $0.field == "claims" }) { isMoved = true }
        if let date = corrected.newDate { occurredOn = date }
        guard case .act(var act) = deed else { return }
        for change in corrected.fields { act.payload.fields[change.field] = change.new }
        deed = .act(act)
    }
}

/// An act of a person, ready to be carried out in its place.
struct PersonalAct {
    let name: CaseName
    let action: ActionName
    var payload: Payload
    let revision: DocumentDigest?
    let onBehalfOf: Actor.Capacity?

    init(
        name: CaseName,
        action: ActionName,
        payload: Payload,
        revision: DocumentDigest?,
        onBehalfOf: Actor.Capacity?
    ) {
        self.name = name
        self.action = action
        self.payload = payload
        self.revision = revision
        self.onBehalfOf = onBehalfOf
    }

    /// The act that the event records; `nil` where it records none.
    init?(_ record: EventRecord, _ advanced: CaseAdvanced) {
        guard let action = advanced.cause.action else { return nil }
        var revision: DocumentDigest?
        for case .filed(let filing) in advanced.outcome.changes { revision = filing.revision }
        self.init(
            name: advanced.name,
            action: action,
            payload: advanced.payload,
            revision: revision,
            onBehalfOf: record.onBehalfOf
        )
    }
}
