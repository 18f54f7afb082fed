import Engine
import Regulation
import Statecharts
import Submissions

/// A duty with its day.
@dynamicMemberLookup
struct DatedDuty {
    let duty: Duty
    let date: DateBounds

    init?(_ duty: Duty) {
        guard let date = duty.date else { return nil }
        self.duty = duty
        self.date = date
    }

    subscript<Value>(dynamicMember path: KeyPath<Duty, Value>) -> Value { duty[keyPath: path] }
}

/// Finds out why a day is the day it is, from values alone.
struct MemoBuilder {
    let submission: Submission
    let moment: Instant
    let bound: [BoundCase.Pins: BoundCase]
    /// The calendars of the places where the holders sit.
    var holders: [JurisdictionCode: WorkingCalendar] = [:]
    /// The rules as configured now.
    let configured: [JurisdictionCode: Jurisdiction]
    /// The events as they are after everything that was put right.
    let course: [EventRecord]
    /// The events as they were recorded.
    let history: [EventRecord]

    /// Nil for a duty without a day.
    func memo(of duty: Duty) -> DateMemo? {
        guard var memo = DatedDuty(duty).map(memo) else { return nil }
        let figure = configured[duty.jurisdiction].flatMap { rules in
            submission.figure(behind: duty, bound(duty.name.flatMap { submission[$0] }), in: rules)
        }
        // Where another figure is configured now, its source tells nothing of the one that counts.
        if let figure, figure.isFirstDayUnknown, !memo.rule.isReplaced {
            memo.doubts.append(.firstDay(figure.rule.source.asOf, on: figure.date))
        }
        return memo
    }

    private func memo(of item: DatedDuty) -> DateMemo {
        switch item.subject {
        case .state(let state, _): deadline(state, item)
        case .clock(let clock): target(clock, item)
        case .questions(_, let first): question(first, item)
        case .obligation(let id, let kind): obligation(id, kind, item)
        case .approval(let id, _): approval(id, item)
        case .fee, .stepFee, .flag, .letter, .target: untold(item)
        }
    }

    // MARK: - What was configured

    func subject(of item: DatedDuty) -> Case? { item.name.flatMap { submission[$0] } }

    func bound(_ subject: Case?) -> BoundCase? { subject.flatMap { bound[$0.pins] } }

    /// The calendar by which a period counts, as the case counts it.
    func calendar(of counting: Counting, _ bound: BoundCase, forApplicant isApplicants: Bool) -> WorkingCalendar {
        guard counting.calendar == nil, isApplicants, let own = holders[bound.rules.code] else {
            return bound.calendar(of: counting)
        }
        return own
    }

    /// The rules that are configured now for such a case, which cite their sources as those that it is bound to do not.
    func cited(_ subject: Case?) -> Jurisdiction? {
        guard let subject else { return nil }
        return configured[subject.jurisdiction]?
            .bound(
                to: subject.route,
                on: subject.openedOn.latest,
                for: submission.opened.classes[subject.jurisdiction]
            )
    }

    /// The law by which a rule counts, with the source that is cited for it now.
    func law(_ counting: Counting, _ confidence: Confidence, _ own: CountingLaw?, _ subject: Case?) -> CountingLaw {
        let laws = subject.flatMap { configured[$0.jurisdiction]?.counting }
        let general = laws.map { laws in CountingLaws.Part.allCases.map { laws[$0] } } ?? []
        let known = ([own].compactMap(\.self) + general).first { law in
            law.counting == counting && law.source.confidence == confidence && law.source != .unstated
        }
        return known
            ?? CountingLaw(counting, source: Source(text: "", url: nil, asOf: nil, confidence: confidence))
    }

    // MARK: - What happened

    /// The last event of the case, or of any, that made such a change.
    func last(of name: CaseName?, through end: Int? = nil, _ fits: (Change) -> Bool) -> Int? {
        course.indices.last { index in
            (end.map { index <= $0 } ?? true) && (name == nil || course[index].event.subject == name)
                && course[index].event.changes.contains(where: fits)
        }
    }

    /// The case once the event at `index` had happened.
    func subject(_ name: CaseName, after index: Int) -> Case? {
        Submission.replaying(course[...index])?[name]
    }

    func anchor(_ fact: DateMemo.Anchor.Fact, _ date: PartialDate, at index: Int?) -> DateMemo.Anchor {
        let told = index.map { course[cause(of: $0)] }
        let record = told.flatMap { told in history.first { $0.number == told.number } } ?? told
        let corrections = history.filter { later in
            if case .corrected(let corrected) = later.event { corrected.event == record?.number } else { false }
        }
        return DateMemo.Anchor(
            fact: fact,
            date: date,
            record: record,
            procedure: procedure(of: record),
            corrections: corrections
        )
    }

    func procedure(of record: EventRecord?) -> ProcedureID? {
        bound(record?.event.subject.flatMap { submission[$0] })?.procedure.id
    }

    /// Where the event at `index` only followed from another, the place of that one: what somebody did, or a deadline.
    func cause(of index: Int) -> Int {
        func earlier(_ fits: (EventRecord) -> Bool) -> Int? {
            course[..<index].indices.last { course[$0].recordedAt == course[index].recordedAt && fits(course[$0]) }
        }
        let found: Int?
        switch course[index].event {
        case .caseOpened(let opened) where opened.isTrack:
            found = earlier { $0.event.changes.contains(.sent("track.opened", to: opened.name)) }
        case .caseOpened(let opened):
            found = earlier { record in
                if case .dossierFiled = record.event { return true }
                return record.event.changes.contains(.replaced(by: opened.name))
            }
        case .caseAdvanced(let advanced):
            switch advanced.cause {
            case .message(let message, let sender):
                found = earlier {
                    $0.event.subject == sender && $0.event.changes.contains(.sent(message, to: advanced.name))
                }
            case .condition: found = earlier { $0.event.isDeed }
            case .action, .lateAction, .deadline, .correction: found = nil
            }
        default: found = nil
        }
        return found.map(cause) ?? index
    }
}

extension SubmissionEvent {
    /// Whether it does not only follow from another event.
    fileprivate var isDeed: Bool {
        switch self {
        case .dossierFiled: true
        case .caseAdvanced(let advanced):
            switch advanced.cause {
            case .action, .lateAction, .deadline: true
            case .message, .condition, .correction: false
            }
        default: false
        }
    }
}
