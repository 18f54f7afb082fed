import Regulation
import Statecharts
import Submissions

extension Clauses {
    /// Reads whose turn it is in a state, and its deadline.
    mutating func readDetail(of state: StateID, _ fields: Fields) {
        let turn = fields["turn"].flatMap { self.turn($0) }
        let deadline = fields["deadline"].flatMap { self.deadline($0) }
        guard turn != nil || deadline != nil else { return }
        details[state] = StateDetail(turn: turn, deadline: deadline)
    }

    private enum Turn: String, CaseIterable {
        case applicant, hub, reviews, decides, advises, assesses, others, nobody
    }

    private func turn(_ tree: Tree) -> StateDetail.Turn? {
        let turn: Turn? = tree.choice("‘turn’", findings)
        return switch turn {
        case .applicant: .applicant
        case .hub: .hub
        case .reviews: .body(.reviews)
        case .decides: .body(.decides)
        case .advises: .body(.advises)
        case .assesses: .body(.assesses)
        case .others: .others
        case .nobody: .nobody
        case nil: nil
        }
    }

    /// `{ of: VARIABLE, raise: EVENT }` or `{ after: PERIOD, raise: EVENT }`.
    private mutating func deadline(_ tree: Tree) -> DeadlineRule? {
        guard let fields = Fields(tree, "a deadline", keys: ["of", "after", "raise"], findings),
            let event = fields.requiredWord("raise").map(EventName.init(rawValue:))
        else { return nil }
        uses.deadlines.append(Use(event, fields["raise"]?.place ?? tree.place))
        switch (fields["of"], fields["after"]) {
        case (let variable?, nil):
            guard let name = fields.word("of").map(VariableName.init(_:)) else { return nil }
            uses.variablesRead.append(Use(name, variable.place))
            return DeadlineRule(due: .variable(name), raises: event)
        case (nil, let period?):
            guard let name = fields.word("after") else { return nil }
            uses.periods.append(Use(name, period.place))
            return DeadlineRule(due: .period(name), raises: event)
        default:
            findings.error("a deadline has either ‘of’, a variable, or ‘after’, a period of the route", at: tree.place)
            return nil
        }
    }
}
