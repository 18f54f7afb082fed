import Chance
package import Regulation
package import Submissions

/// One submission that somebody takes through its cases without a plan: at each step one of the acts that are on offer, by whoever
/// may do it, filled in as its form asks, while the days go by.
package struct Walk {
    package private(set) var scenario: Scenario
    /// How many acts were taken.
    package private(set) var steps = 0
    /// How many were tried and refused.
    package private(set) var refusals = 0
    private var dice: Dice
    private var today: CivilDate

    private let shunned: Set<ActionName>

    /// A walk on which nobody does what is `shunned`, because it would end what is walked through at once.
    package init(_ scenario: Scenario, from today: CivilDate, seed: UInt64, shunning shunned: Set<ActionName> = []) {
        self.scenario = scenario
        self.shunned = shunned
        self.today = today
        dice = Dice(seed: seed)
    }

    /// Goes on until every case is over, or for so many acts.
    ///
    /// - Returns: Whether there was always something that somebody could do, or a day to wait for.
    package mutating func go(upTo limit: Int) throws -> Bool {
        var idle = 0
        while steps < limit, let submission = scenario.submission, submission.cases.contains(where: { !$0.isOver }) {
            if dice.chance(20) || idle % 10 == 9 { try wait() }
            let before = steps
            try act(in: submission)
            idle = steps > before ? 0 : idle + 1
            // As many tries as it takes to fill in any form rightly by chance.
            if idle > 300 { return false }
        }
        return true
    }

    /// Lets some days go by, and what is due then happen.
    private mutating func wait() throws {
        today = today.adding(days: dice.roll(1...40))
        try scenario.move(to: today.description)
        try scenario.send(.fireDeadlines)
    }

    private mutating func act(in submission: Submission) throws {
        guard let subject = dice.pick(submission.cases.filter { !$0.isOver }), let bound = scenario.bound(subject)
        else {
            return
        }
        let offers = submission.offers(of: subject, bound, register: scenario.register, on: .day(today))
            .filter { $0.unmet.isEmpty && !Self.isBookkeeping($0.rule.name) && !shunned.contains($0.rule.name) }
        guard var rule = dice.pick(offers)?.rule else { return }
        // What ends a case is thought over, so that walks get long.
        if Self.endings.contains(rule.name), dice.chance(80), let other = dice.pick(offers)?.rule { rule = other }
        guard let actor = actor(for: rule, bound.rules) else { return }
        let author = FormAuthor(submission: submission, subject: subject, rules: bound.rules, today: today)
        var fields: [FieldName: FieldValue] = [:]
        for field in rule.fields where field.isRequired || dice.chance(40) {
            if let value = author.value(of: field, &dice) { fields[field.name] = value }
        }
        do throws(Refusal) {
            try scenario.act(subject.name, rule.name, by: actor, fields, documents: rule.documents == .none ? 0 : 1)
            steps += 1
        } catch {
            refusals += 1
        }
    }

    private mutating func actor(for rule: ActionRule, _ rules: Jurisdiction) -> Actor? {
        let capacities = rule.performers.compactMap { performer -> Actor.Capacity? in
            switch performer {
            case .applicant: .applicant
            case .role(let role, let function): rules.body(that: function).map { .role(role, at: $0.id) }
            case .hub(let role): .role(role, at: "PMDA")
            }
        }
        return dice.pick(capacities).map { Actor(person: "walker", capacity: $0) }
    }

    private static func isBookkeeping(_ name: ActionName) -> Bool {
        name.rawValue.hasSuffix("Commitment") || (name.rawValue.hasSuffix("Fee") && name != "payFee")
    }

    private static let endings: Set<ActionName> = [
        "withdraw", "refuse", "refuseToFile", "failAssessment", "surrender", "cancel", "leave", "withdrawApproval",
        "returnBundle", "stop", "waive", "revoke", "withdrawPlan", "withdrawRequest",
    ]
}

/// Fills in a form at random, as its fields allow.
private struct FormAuthor {
    let submission: Submission
    let subject: Case
    let rules: Jurisdiction
    let today: CivilDate

    func value(of field: Field, _ dice: inout Dice) -> FieldValue? {
        switch field.kind {
        case .text: .text("text")
        case .code: .code(code(field.name.rawValue, &dice))
        case .date: .date(.day(date(field, &dice)))
        case .integer: .integer(dice.roll(1...40))
        case .flag: .flag(dice.chance(80))
        case .claims: .claims(dice.pick([submission.opened.claims, Array(submission.opened.claims.prefix(1))]) ?? [])
        case .jurisdictions: .jurisdictions(submission.opened.targets.map(\.jurisdiction))
        case .questions:
            .questions([
                QuestionDraft(
                    text: "text",
                    heading: nil,
                    scope: nil,
                    standsFor: proposed.filter { _ in dice.chance(70) }
                )
            ])
        case .answers:
            .answers(submission.openQuestions(of: subject.name).map { AnswerDraft(question: $0.id, text: "text") })
        case .conditions: .conditions([])
        case .choice: dice.pick(field.options).map(FieldValue.choice)
        case .money: Money(text: "SGD 100.00").map(FieldValue.money)
        }
    }

    /// What was proposed to the case, where it is a hub.
    private var proposed: [QuestionID] {
        submission.questions.filter { $0.status == .proposed && submission[$0.origin]?.bundle == subject.name }.map(
            \.id
        )
    }

    private func code(_ name: String, _ dice: inout Dice) -> String {
        let known: [String] =
            switch name {
            case "fee": subject.fees.map(\.id.rawValue) + (rules.boundRoute?.fees.map(\.id.rawValue) ?? [])
            case "obligation": submission.obligations.filter { $0.standing == .open }.map(\.id.rawValue)
            case "category": rules.changes.map(\.id)
            case "hub": rules.boundRoute?.bundle.map { submission.hubsOpen($0.hub).map(\.rawValue) } ?? []
            case "question": submission.questions.map(\.id.rawValue)
            case "approvalNumber": submission.approvals.compactMap(\.number)
            default: []
            }
        return dice.pick(known) ?? "N-\(dice.roll(1...99))"
    }

    private func date(_ field: Field, _ dice: inout Dice) -> CivilDate {
        switch field.lies?.side {
        case .past: today.adding(days: -dice.roll(0...30))
        case .either:
            // Often the first of a month, which some dates have to be.
            CivilDate(year: today.year, month: today.month, day: 1)?.adding(months: dice.roll(0...2)) ?? today
        default: today.adding(days: dice.roll(20...600))
        }
    }
}
