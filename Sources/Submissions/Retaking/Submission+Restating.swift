import Regulation
import Statecharts

// What turns one state of a submission into another.
extension Submission {
    /// What makes the case of this submission what it is in `other`, beside its states.
    func changes(of subject: Case, to target: Case) -> [Change] {
        var changes = values(of: subject, to: target) + deadlines(of: subject, to: target)
        func restate(_ isSame: Bool, _ restatement: @autoclosure () -> Restatement) {
            if !isSame { changes.append(.restated(restatement())) }
        }
        restate(
            subject.openedOn == target.openedOn && subject.pins == target.pins,
            .opening(on: target.openedOn, procedure: target.procedure, rules: target.rules)
        )
        for name in Set(subject.clocks.keys).union(target.clocks.keys).sorted() {
            let (old, new) = (subject.clocks[name], target.clocks[name])
            // Which event made a mark is told by the log; only what the clock counts by is restated.
            restate(old?.ledger == new?.ledger, .clock(name, new))
        }
        restate(subject.currentClock == target.currentClock, .currentClock(target.currentClock))
        for state in Set(subject.lastDue.keys).union(target.lastDue.keys).sorted() {
            restate(subject.lastDue[state] == target.lastDue[state], .lastDue(state, target.lastDue[state]))
        }
        // A deadline that is restated as missed passes once more as it is applied.
        let passesAnew = changes.contains { if case .deadlineMissed = $0 { true } else { false } }
        restate(!passesAnew && subject.passed.isSame(as: target.passed), .passed(target.passed))
        restate(subject.fees == target.fees, .fees(target.fees))
        restate(subject.ledger == target.ledger, .ledger(target.ledger))
        restate(subject.filings == target.filings, .caseFilings(target.filings))
        restate(subject.references == target.references, .references(target.references))
        restate(subject.flags == target.flags, .caseFlags(target.flags))
        restate(subject.decisions == target.decisions, .decisions(target.decisions))
        restate(subject.transcribed == target.transcribed, .transcribed(target.transcribed))
        restate(subject.joined == target.joined, .joined(target.joined))
        restate(subject.replacedBy == target.replacedBy, .replacedBy(target.replacedBy))
        return changes
    }

    private func values(of subject: Case, to target: Case) -> [Change] {
        let variables = Set(subject.variables.keys).union(target.variables.keys).sorted()
            .filter { subject.variables[$0] != target.variables[$0] }
            .map { Change.variableSet($0, target.variables[$0]) }
        return variables + target.facts.subtracting(subject.facts).sorted().map { .factSet($0) }
            + subject.facts.subtracting(target.facts).sorted().map { .factCleared($0) }
    }

    private func deadlines(of subject: Case, to target: Case) -> [Change] {
        let states = Set(subject.deadlines.keys).union(subject.missed.keys).union(target.deadlines.keys)
            .union(target.missed.keys)
        var changes: [Change] = []
        for state in states.sorted() {
            let isSame =
                subject.deadlines[state] == target.deadlines[state] && subject.missed[state] == target.missed[state]
            guard !isSame else { continue }
            if let armed = target.deadlines[state] {
                changes.append(.deadlineArmed(state, armed))
            } else if let missed = target.missed[state] {
                let armed = ArmedDeadline(
                    due: missed.due,
                    from: missed.earliest,
                    raises: "missed",
                    confidence: .confirmed
                )
                changes += [.deadlineArmed(state, armed), .deadlineMissed(state, within: missed.within)]
            } else {
                changes.append(.deadlineDisarmed(state))
            }
        }
        return changes
    }

    /// What makes the rest of this submission what it is in `target`.
    func changes(to target: Submission) -> [Change] {
        var changes: [Restatement] = []
        if filings != target.filings { changes.append(.filings(target.filings)) }
        if questions != target.questions { changes.append(.questions(target.questions)) }
        if notices != target.notices { changes.append(.notices(target.notices)) }
        if approvals != target.approvals { changes.append(.approvals(target.approvals)) }
        if obligations != target.obligations { changes.append(.obligations(target.obligations)) }
        if studies != target.studies { changes.append(.studies(target.studies)) }
        if consents != target.consents { changes.append(.consents(target.consents)) }
        if sharedReports != target.sharedReports { changes.append(.sharedReports(target.sharedReports)) }
        if opened.classes != target.opened.classes { changes.append(.classes(target.opened.classes)) }
        return changes.map { .restated($0) }
    }
}

extension Configuration {
    /// The one step that makes this configuration `other`.
    func step(to other: Configuration) -> [Microstep] {
        let remembered = other.history.filter { history[$0.key] != $0.value }
            .map { Microstep.Memory(history: $0.key, states: $0.value) }.sorted { $0.history < $1.history }
        guard active != other.active || !remembered.isEmpty else { return [] }
        return [
            Microstep(
                exited: active.subtracting(other.active).sorted(),
                entered: other.active.subtracting(active).sorted(),
                remembered: remembered
            )
        ]
    }
}

extension [PassedDeadline] {
    /// Whether the same deadlines passed, whichever events tell of it.
    func isSame(as other: Self) -> Bool {
        count == other.count && zip(self, other).allSatisfy { $0.state == $1.state && $0.due == $1.due }
    }
}

extension Submission {
    /// What is not the same here as in `other`, which came about in another way.
    ///
    /// In which revision an approval is known, and what was put right, is not compared.
    package func differences(from other: Submission) -> [String] {
        let other = other.settled(after: self)
        var found = Set(cases.map(\.name)).symmetricDifference(other.cases.map(\.name)).sorted().map(\.rawValue)
        for subject in cases {
            guard let twin = other[subject.name] else { continue }
            if subject.configuration != twin.configuration || subject.since != twin.since {
                let (own, others) = (subject.configuration.active.sorted(), twin.configuration.active.sorted())
                found.append("\(subject.name): \(own) since \(subject.since), not \(others) since \(twin.since)")
            }
            found += changes(of: subject, to: twin).map { "\(subject.name): \($0)" }
        }
        return found + changes(to: other).map { "\($0)" }
    }
}
