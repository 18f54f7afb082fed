import Engine
import Regulation
import Statecharts
import Submissions
import TransparencyLog

/// Reads the log as it becomes durable, by itself and from the bytes alone, and holds everything else against it.
struct Witness {
    private let definitions: SharedDefinitions
    /// Every submission after each of its events.
    private(set) var folds: [SubmissionName: [Submission]] = [:]
    private var records: [SubmissionName: [EventRecord]] = [:]
    private var frontier = MerkleFrontier()
    private var heads = 0
    private var passages = 0
    private var lastRecordedAt: Instant?
    private var deeds = Deeds()
    private var cascade = Cascade()
    private(set) var checks = 0

    init(definitions: SharedDefinitions) { self.definitions = definitions }

    /// Counts one check more.
    mutating func count() { checks += 1 }

    func current(_ name: SubmissionName) -> Submission? { folds[name]?.last }

    /// Errands whose answer is kept under a key, as far as it was heard.
    var keyed: [Int] { deeds.keyed }

    // MARK: - The log

    /// Takes in what one commit made durable.
    mutating func absorb(_ disk: DurableState) throws(Violation) {
        let rules = Rules(definitions: definitions, pinned: disk.pinned)
        var next = disk.passages.dropFirst(passages)
        passages = disk.passages.count
        let names = Set(next.map(\.submission)).sorted()
        let first = frontier.size
        for index in first..<max(first, disk.leaves.count) {
            let leaf = disk.leaves[index]
            try absorb(leaf, at: index)
            // Checked as soon as its last event is in, while the other submissions stand as they stood then.
            if let passage = next.first, passage.isComplete(with: leaf) {
                try check(passage, rules)
                next.removeFirst()
            }
        }
        guard next.isEmpty else { throw Violation("what was appended is there", "\(next.count) commands are not") }
        try checkHead(disk, appended: disk.leaves.count > first)
        for name in names { try checkRow(name, disk) }
        checks += 2
    }

    private mutating func absorb(_ leaf: StoredLeaf, at position: Int) throws(Violation) {
        checks += 6
        guard leaf.position == position else {
            throw Violation("positions are dense", "\(leaf.position) stands where \(position) is due")
        }
        guard MerkleHash.leaf(leaf.bytes) == leaf.hash else {
            throw Violation("a leaf has its hash", "#\(position) has another")
        }
        frontier.append(leaf.hash)
        let entry: LogEntry
        do throws(LeafDefect) { entry = try LogEntry(bytes: leaf.bytes) } catch {
            throw Violation("every leaf can be read", "#\(position): \(error)")
        }
        guard entry.submission == leaf.submission, entry.number == leaf.number else {
            throw Violation("a leaf stands where it says", "#\(position)")
        }
        if let last = lastRecordedAt, entry.recordedAt < last {
            throw Violation("recordedAt never decreases", "#\(position): \(entry.recordedAt) after \(last)")
        }
        lastRecordedAt = entry.recordedAt
        switch entry {
        case .refusal(let refusal): deeds.add(refusal)
        case .event(let record, of: let name):
            let due = (records[name]?.count ?? 0) + 1
            guard record.number == due else {
                throw Violation("events are numbered densely", "\(name) has \(record.number) where \(due) is due")
            }
            guard let fold = Submission.evolve(folds[name]?.last, record) else {
                throw Violation("a submission begins with its opening", "\(name)")
            }
            records[name, default: []].append(record)
            folds[name, default: []].append(fold)
            try deeds.add(record, of: name)
        }
    }

    private mutating func checkHead(_ disk: DurableState, appended: Bool) throws(Violation) {
        if appended { heads += 1 }
        guard disk.heads.count == heads, disk.heads.last.map({ $0 == frontier.head }) ?? true else {
            throw Violation("each commit stores the head of its leaves", "size \(frontier.size)")
        }
    }

    private func checkRow(_ name: SubmissionName, _ disk: DurableState) throws(Violation) {
        guard let fold = current(name), disk.rows[name]?.agrees(with: fold) == true else {
            throw Violation("the projections are what the events say", "\(name)")
        }
    }

    // MARK: - One command's events

    private mutating func check(_ passage: DurableState.Passage, _ rules: Rules) throws(Violation) {
        let name = passage.submission
        guard let all = folds[name], let list = records[name], passage.numbers.upperBound <= all.count else {
            throw Violation("what was appended is there", "\(name) \(passage.numbers)")
        }
        let (first, last) = (passage.numbers.lowerBound, passage.numbers.upperBound)
        let after = all[last - 1]
        let before: Submission? = first > 1 ? all[first - 2] : nil
        checks += 2
        // What is put right is judged before what may be due by the error alone.
        if let before, !list[first - 1].event.firesDeadline, !list[first - 1].event.putsRight {
            try checkDeadlines(of: before, at: list[first - 1].recordedAt, by: list[first - 1], rules)
        }
        for subject in after.cases where before?[subject.name]?.version != subject.version {
            checks += 1
            guard let chart = rules.procedure(subject.procedure)?.chart,
                subject.configuration.isLegal(in: chart), subject.isOver == chart.isHalted(subject.configuration)
            else {
                throw Violation("every case is in a legal configuration", "\(name)/\(subject.name) after event \(last)")
            }
        }
        for number in passage.numbers where number > 1 {
            try checkPassing(list[number - 1], from: all[number - 2], to: all[number - 1], rules)
            try checkLetters(list[number - 1], from: all[number - 2], to: all[number - 1])
            try checkBundles(list[number - 1], to: all[number - 1])
        }
        try checkHubs(of: after)
        try checkRevisions(from: before, to: after)
        cascade.add(list[(first - 1)...(last - 1)], from: before, to: after, folds.compactMapValues(\.last))
    }

    private func checkDeadlines(
        of before: Submission,
        at instant: Instant,
        by record: EventRecord,
        _ rules: Rules
    ) throws(Violation) {
        for subject in before.cases where !subject.isOver && !subject.deadlines.isEmpty {
            guard let today = rules.jurisdiction(subject.rules)?.zone.civilDate(at: instant) else { continue }
            for (state, deadline) in subject.deadlines.sorted(by: { $0.key < $1.key })
            where deadline.confidence == .confirmed && deadline.due < today {
                throw Violation(
                    "what is due fires before a later command",
                    "\(before.name)/\(subject.name): \(state) was due \(deadline.due), and \(record.recordedBy.capacity) "
                        + "recorded event \(record.number) on \(today)"
                )
            }
        }
    }

    /// What was to be done by a day is still to be done after it, while the case goes on and somebody has to act in it.
    private mutating func checkPassing(
        _ record: EventRecord,
        from before: Submission,
        to after: Submission,
        _ rules: Rules
    ) throws(Violation) {
        guard case .caseAdvanced(let advanced) = record.event, case .deadline(let state, let due) = advanced.cause,
            let subject = after[advanced.name], !subject.isOver,
            let procedure = rules.procedure(subject.procedure),
            procedure.details[state]?.deadline?.isBeginning == false
        else { return }
        checks += 1
        let old = before[subject.name]?.configuration.active ?? []
        let led = subject.configuration.active.contains(state) ? [state] : subject.configuration.active.subtracting(old)
        let isOwed = led.contains { state in
            guard let turn = procedure.details[state]?.turn else { return false }
            return turn != .nobody
        }
        guard !isOwed || subject.missed[state]?.due == due else {
            throw Violation(
                "a duty ends by being done, never by passing",
                "\(after.name)/\(subject.name): \(state) was due \(due), and nobody owes it after event \(record.number)"
            )
        }
    }

    /// What is to be said of a letter, or settled, waits until somebody says it, or puts the entry right or takes it back.
    private mutating func checkLetters(
        _ record: EventRecord,
        from before: Submission,
        to after: Submission
    ) throws(Violation) {
        let waiting = before.waitingLetters.subtracting(after.waitingLetters)
        guard !before.waitingLetters.isEmpty else { return }
        checks += 1
        guard let event = waiting.first(where: { !record.event.mayEndLetter($0) }) else { return }
        throw Violation(
            "a duty ends by being done, never by passing",
            "\(after.name): nobody has to say or settle anything of the letter of event \(event) after event \(record.number)"
        )
    }

    /// What others know of an approval changes with its revision alone.
    private func checkRevisions(from before: Submission?, to after: Submission) throws(Violation) {
        for approval in after.approvals {
            guard let old = before?.approvals.first(where: { $0.id == approval.id }), old.revision == approval.revision,
                !approval.isKnown(as: old)
            else { continue }
            throw Violation(
                "an approval that changes bears a new revision",
                "\(approval.id) is changed as \(old.revision)"
            )
        }
    }

    // MARK: - What others hold and hear

    /// A cache serves nothing but what the log folds to.
    mutating func check(_ news: [Submission]) throws(Violation) {
        for cached in news {
            checks += 1
            guard let all = folds[cached.name], all.indices.contains(cached.version - 1),
                all[cached.version - 1] == cached
            else {
                throw Violation("a cache holds the fold of the log", "\(cached.name) at version \(cached.version)")
            }
        }
    }

    mutating func sent(_ number: Int, _ errand: Errand, _ disk: DurableState) {
        deeds.sent(number, errand, isKnown: errand.submission.map { disk.rows[$0] != nil } ?? false)
    }

    mutating func hear(
        _ outcome: Outcome,
        to number: Int,
        _ errand: Errand,
        _ disk: DurableState
    ) throws(Violation) {
        checks += 1
        if case .accepted(let acceptance) = outcome {
            try check(acceptance, errand)
        }
        try deeds.hear(outcome, to: number, errand)
    }

    /// What was acknowledged is durable, with the version and the events that were answered.
    private func check(_ acceptance: Acceptance, _ errand: Errand) throws(Violation) {
        let rule = "what is acknowledged is durable"
        guard let all = folds[acceptance.submission], let list = records[acceptance.submission],
            acceptance.events.upperBound <= all.count, acceptance.events.lowerBound >= 1
        else { throw Violation(rule, "\(acceptance.submission) lacks events \(acceptance.events)") }
        let fold = all[acceptance.events.upperBound - 1]
        let version = acceptance.name.map { fold[$0]?.version } ?? fold.version
        guard version == acceptance.version else {
            throw Violation(
                "the answered version is that of the log",
                "\(acceptance.version) was answered and \(version.map(String.init) ?? "none") is there"
            )
        }
        let events = list[(acceptance.events.lowerBound - 1)...(acceptance.events.upperBound - 1)]
        guard events.contains(where: { errand.isDone(by: $0) }) else {
            throw Violation(rule, "events \(acceptance.events) of \(acceptance.submission) hold another's deed")
        }
    }

    // MARK: - In the end

    func checkDependencies(_ disk: DurableState) throws(Violation) {
        if let missing = cascade.missing {
            throw Violation("whoever rests on a changed approval is flagged", missing)
        }
    }

    /// The root computed from nothing but the leaves, and heads that extend each other.
    func checkTree(_ disk: DurableState) throws(Violation) {
        let hashes = disk.leaves.map(\.hash)
        guard MerkleTree.root(of: hashes) == (disk.heads.last ?? MerkleFrontier().head).root else {
            throw Violation("the root of the leaves is the stored head", "size \(hashes.count)")
        }
        for (older, newer) in zip(disk.heads, disk.heads.dropFirst()) where newer.size % 4 == 0 {
            let proof = MerkleTree.consistencyProof(from: older.size, in: Array(hashes.prefix(newer.size)))
            guard MerkleTree.verifyConsistency(from: older, to: newer, proof: proof) else {
                throw Violation("heads extend each other", "\(older.size) to \(newer.size)")
            }
        }
    }

    func count(into tally: inout Tally) {
        tally.checks = checks
        tally.events = records.values.reduce(0) { $0 + $1.count }
        tally.deadlinesFired = records.values.joined().count { $0.event.firesDeadline }
        tally.approvals = folds.values.compactMap(\.last).reduce(0) { $0 + $1.approvals.count }
        tally.flags = records.values.joined().count { if case .approvalFlagged = $0.event { true } else { false } }
    }
}

extension Approval {
    /// Whether it is to others what `other` is.
    fileprivate func isKnown(as other: Approval) -> Bool {
        grantedOn == other.grantedOn && number == other.number && claims == other.claims && standing == other.standing
            && validUntil == other.validUntil && productVersion == other.productVersion && stage == other.stage
    }
}

extension Submission {
    /// Events of letters that their bodies have to confirm, or that the applicant has to settle.
    fileprivate var waitingLetters: Set<Int> {
        Set(cases.flatMap { lettersToConfirm(of: $0) + disputes(of: $0) }.map(\.event))
    }
}

extension SubmissionEvent {
    /// Whether it is a deadline's effect, and so may come while others are due.
    fileprivate var putsRight: Bool {
        switch self {
        case .corrected, .actionReversed: true
        default: false
        }
    }

    /// Whether what is to be said of the letter of the event may be done by it.
    fileprivate func mayEndLetter(_ event: Int) -> Bool {
        switch self {
        case .letterConfirmed(let confirmed): return confirmed.event == event
        case .letterDisputed(let disputed): return disputed.event == event
        case .corrected(let corrected): return corrected.event == event
        case .caseAdvanced(let advanced):
            // What is restated after a reversal or a correction is as if it had been right from the start.
            switch advanced.cause {
            case .correction, .lateAction: return true
            case .action, .message, .deadline, .condition: return false
            }
        default: return false
        }
    }

    fileprivate var firesDeadline: Bool {
        if case .caseAdvanced(let advanced) = self, case .deadline = advanced.cause { true } else { false }
    }
}
