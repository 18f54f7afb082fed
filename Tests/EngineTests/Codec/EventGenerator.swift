import Chance
import Regulation
import Submissions

@testable import Engine

/// Makes events from a seed: the same seed, the same events.
///
/// Every choice is a switch over a closed list of words, so that an event, change or field that is added without a
/// generator does not compile.
struct EventGenerator {
    private var dice: Dice

    init(seed: UInt64) { dice = Dice(seed: seed) }

    mutating func next() -> UInt64 { dice.next() }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    mutating func flag() -> Bool { next() & 1 == 0 }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }

    mutating func word<Word: CaseIterable>(_: Word.Type = Word.self) -> Word { pick(Array(Word.allCases)) }

    mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? { flag() ? make(&self) : nil }

    mutating func some<Value>(_ make: (inout Self) -> Value) -> [Value] {
        (0..<number(0...3)).map { _ in make(&self) }
    }

    /// A record of one type, and the submission to which it belongs.
    mutating func record(_ type: EventType) -> (submission: SubmissionName, record: EventRecord) {
        let submission: SubmissionName = id()
        let occurredOn = partialDate()
        let within = maybe { $0.partialDate() }.flatMap { occurredOn.cut(to: $0) }
        let record = EventRecord(
            number: number(1...100_000),
            occurredOn: occurredOn,
            within: within == occurredOn ? nil : within,
            recordedAt: instant(),
            recordedBy: actor(),
            onBehalfOf: maybe { $0.capacity() },
            event: event(type, of: submission)
        )
        return (submission, record)
    }

    private mutating func statement(of submission: SubmissionName) -> SubmissionOpened {
        SubmissionOpened(
            name: submission,
            product: id(),
            productVersion: text(),
            claims: some { $0.id() },
            applicant: id(),
            holders: some { $0.id() },
            targets: some { $0.target() },
            adopted: some { $0.heading() },
            manifest: id(),
            calendars: Dictionary(some { ($0.id(), $0.text()) }) { first, _ in first },
            classes: Dictionary(some { ($0.id(), $0.id()) }) { first, _ in first },
            traits: some { TraitStatement(trait: $0.id(), jurisdiction: $0.maybe { $0.id() }, answer: $0.id()) },
            held: some { $0.approval() },
            conditions: some {
                ConditionAnswer(heading: $0.heading(), jurisdiction: $0.maybe { $0.id() }, holds: $0.flag())
            }
        )
    }

    private mutating func event(_ type: EventType, of submission: SubmissionName) -> SubmissionEvent {
        switch type {
        case .submissionOpened:
            .opened(statement(of: submission))
        case .submissionAmended:
            .amended(statement(of: submission))
        case .dossierFiled:
            .dossierFiled(DossierFiled(filing: filing(), entries: some { $0.entry() }, targets: some { $0.id() }))
        case .caseOpened:
            .caseOpened(
                CaseOpened(
                    name: id(),
                    jurisdiction: id(),
                    route: id(),
                    participation: maybe { $0.word() },
                    procedure: id(),
                    rules: id(),
                    filing: maybe { $0.number(0...9) },
                    isTrack: flag(),
                    bundle: maybe { $0.id() },
                    outcome: outcome()
                )
            )
        case .caseAdvanced:
            .caseAdvanced(CaseAdvanced(name: id(), cause: cause(), payload: payload(), outcome: outcome()))
        case .messageIgnored:
            .messageIgnored(MessageIgnored(name: id(), message: message(), from: id()))
        case .corrected:
            .corrected(
                Corrected(
                    event: number(1...9),
                    name: id(),
                    fields: some { $0.correction() },
                    oldDate: maybe { $0.partialDate() },
                    newDate: maybe { $0.partialDate() },
                    reason: id()
                )
            )
        case .actionReversed:
            .actionReversed(ActionReversed(event: number(1...9), name: id(), reason: id()))
        case .rulesRebound:
            .rulesRebound(RulesRebound(name: id(), old: id(), new: id(), reason: id()))
        case .approvalFlagged:
            .approvalFlagged(ApprovalFlagged(approval: id(), flag: approvalFlag()))
        case .letterConfirmed:
            .letterConfirmed(LetterConfirmed(event: number(1...9), name: id()))
        case .letterDisputed:
            .letterDisputed(LetterDisputed(event: number(1...9), name: id(), reason: id()))
        }
    }

    private mutating func correction() -> Corrected.FieldChange {
        Corrected.FieldChange(
            field: id(),
            old: maybe { $0.fieldValue($0.word()) },
            new: fieldValue(word())
        )
    }
}
