import Regulation
import Statecharts
import Submissions

extension Clauses {
    /// Reads whose turn it is in a state, its deadline, and why it is meant to be as it is.
    mutating func readDetail(of state: StateID, _ fields: Fields) {
        if fields["deliberate"] != nil { deliberate[state] = fields.requiredWord("deliberate") }
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

    /// `{ of: VARIABLE, raise: EVENT }` or `{ after: PERIOD, raise: EVENT }`; with both `of` and `after`, the period
    /// counts from the variable's date; with `else`, the period takes its place where it is not set.
    private mutating func deadline(_ tree: Tree) -> DeadlineRule? {
        guard let fields = Fields(tree, "a deadline", keys: ["of", "after", "else", "raise", "begins"], findings),
            let event = fields.requiredWord("raise").map(EventName.init(rawValue:))
        else { return nil }
        uses.deadlines.append(Use(event, fields["raise"]?.place ?? tree.place))
        let variable = fields.word("of").map(VariableName.init(_:))
        if let variable { uses.variablesRead.append(Use(variable, fields.place(of: "of"))) }
        let after = fields.word("after")
        let other = fields.word("else")
        for (key, period) in [("after", after), ("else", other)] {
            if let period { uses.periods.append(Use(period, fields.place(of: key))) }
        }
        guard let due = due(variable, after, other) else {
            let forms = "‘of’, a variable, or ‘after’, a period of the route, or ‘of’ with one of ‘after’ and ‘else’"
            findings.error("a deadline has \(forms)", at: tree.place)
            return nil
        }
        return DeadlineRule(due: due, raises: event, isBeginning: fields.flag("begins"))
    }

    private func due(_ variable: VariableName?, _ after: String?, _ other: String?) -> DeadlineRule.Due? {
        switch (variable, after, other) {
        case (let variable?, nil, nil): .variable(variable)
        case (nil, let period?, nil): .period(period)
        case (let variable?, let period?, nil): .variablePlus(variable, period)
        case (let variable?, nil, let period?): .variableElse(variable, period)
        default: nil
        }
    }
}
