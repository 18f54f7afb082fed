import Engine
package import Regulation
import Statecharts
package import Submissions

/// A command of the terminal that does what is to be done.
package struct Suggestion: Hashable, Sendable {
    /// The words of the command after `tasuki`, such as `act`, `colon-cade/SG` and `answer`.
    package let arguments: [String]
    /// The fields, and `--document`, that only a person can fill in: `…` stands in their place, which is refused.
    package let open: [String]

    /// Whether the command does it as it stands.
    package var isWhole: Bool { open.isEmpty }

    package static let placeholder = "…"

    /// The command as a person pastes it into a shell, where no other workspace or configuration is to be named.
    package var line: String { (["tasuki"] + arguments).map(Self.quoted).joined(separator: " ") }

    /// The word in single quotes where a shell would read it as anything else than itself.
    package static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-", "/", ":", "=", ",", "@", "+", "…": true
            default: false
            }
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }

    /// Files for a country for which nothing was filed yet; where its dossier lies only a person knows.
    package init(filing name: SubmissionName, for code: JurisdictionCode) {
        self.init(
            arguments: ["submission", "file", name.rawValue, Self.placeholder, "--country", code.rawValue],
            open: ["DIR"]
        )
    }

    /// Takes back what was typed in; what would be right in its place only a person knows.
    init(takingBack event: Int, of name: SubmissionName) {
        self.init(
            arguments: ["correct", "\(name)#\(event)", "--reverse", "--reason", Self.placeholder],
            open: ["--reason"]
        )
    }

    /// What a body may say of what was typed in from its letter.
    package static func answers(
        to letter: Transcription,
        of name: SubmissionName,
        as capacity: Actor.Capacity
    ) -> [Suggestion] {
        let words = ["\(name)#\(letter.event)", "--as", "\(capacity)"]
        return [
            Suggestion(arguments: ["letter", "confirm"] + words, open: []),
            Suggestion(arguments: ["letter", "dispute"] + words + ["--reason", placeholder], open: ["--reason"]),
        ]
    }

    init(arguments: [String], open: [String]) {
        self.arguments = arguments
        self.open = open
    }
}

/// Finds, among what may be done to a case, the act that ends a duty.
struct Suggester {
    let offered: CaseActions
    let subject: Case
    let procedure: Procedure
    /// The fee that comes every year, where the rules of the case have one.
    let yearlyFee: FeeID?

    /// The command that ends the duty, or else what stands in its way.
    func suggestion(for duty: Duty) -> (suggestion: Suggestion?, blocked: AvailableAction?) {
        if duty.kind == .dispute, case .letter(let letter, _) = duty.subject {
            return (Suggestion(takingBack: letter.event, of: duty.submission), nil)
        }
        let candidates = actions(for: duty)
        if let open = candidates.first(where: \.isOpen) {
            return (suggestion(open.rule, knowing: known(of: duty)), nil)
        }
        return (nil, candidates.first)
    }

    /// The command that leads the case on, where it is the applicant's move.
    func move(answering questions: [QuestionID]) -> (suggestion: Suggestion?, blocked: AvailableAction?) {
        let moves = moves
        if let open = moves.first(where: \.isOpen) {
            return (suggestion(open.rule, knowing: Known(questions: questions)), nil)
        }
        return (nil, moves.first)
    }

    private func actions(for duty: Duty) -> [AvailableAction] {
        switch (duty.kind, duty.subject) {
        case (_, .questions): mine.filter { $0.rule.fields.contains { $0.kind == .answers } }
        case (_, .fee), (_, .stepFee):
            subject.isOver ? mine.filter { $0.rule.afterEnd == .paid } : doing { $0 == .recordFee(.paid) }
        case (.retention, _): doing { if case .meetObligations = $0 { true } else { false } }
        case (_, .obligation): doing { if case .closeObligation(_, .met) = $0 { true } else { false } }
        case (_, .approval): doing { $0 == .recordFiling(.renewal) }
        case (_, .state), (_, .clock): moves
        case (_, .flag), (_, .letter), (_, .target): []
        }
    }

    private var mine: [AvailableAction] { offered.actions.filter { $0.performers.contains(.applicant) } }

    private func doing(_ isMeant: (Effect) -> Bool) -> [AvailableAction] {
        mine.filter { action in
            transitions(of: action.rule).contains { transition in
                transition.actions.contains { effect(of: $0).map(isMeant) ?? false }
            }
        }
    }

    /// What the innermost states foresee in which it is the applicant's move: acts that are possible all along, such as to
    /// pay a fee or to withdraw, belong to the states around them.
    private var moves: [AvailableAction] {
        for state in offered.row.states where procedure.turn(of: state) == .applicant {
            for place in [state] + procedure.chart.ancestors(of: state) {
                let found = mine.filter { action in transitions(of: action.rule).contains { $0.source == place } }
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    private func transitions(of rule: ActionRule) -> [Statechart.Transition] {
        let event = EventName(rawValue: rule.name.rawValue)
        return procedure.chart.transitions(in: subject.configuration).filter { $0.event?.matches(event) ?? false }
    }

    private func effect(of action: Action) -> Effect? {
        guard case .effect(let number) = action, procedure.effects.indices.contains(number) else { return nil }
        return procedure.effects[number]
    }

    // MARK: - Fields

    /// What a duty tells of the fields of the act that ends it.
    private struct Known {
        var questions: [QuestionID] = []
        var values: [FieldName: String] = [:]
    }

    private func known(of duty: Duty) -> Known {
        switch duty.subject {
        case .questions(let ids, _): return Known(questions: ids)
        case .fee(let fee, let amount, let reference):
            var values: [FieldName: String] = ["fee": fee.rawValue]
            values["amount"] = amount?.description
            values["reference"] = reference
            return Known(values: values)
        case .stepFee(let fee, let amount, _):
            var values: [FieldName: String] = ["fee": fee.rawValue]
            values["amount"] = amount?.description
            return Known(values: values)
        case .obligation, .approval, .state, .clock, .flag, .letter, .target:
            var values: [FieldName: String] = [:]
            if case .obligation(let id, _) = duty.subject { values["obligation"] = id.rawValue }
            if duty.kind == .retention, let yearlyFee { values["fee"] = yearlyFee.rawValue }
            return Known(values: values)
        }
    }

    private func suggestion(_ rule: ActionRule, knowing known: Known) -> Suggestion {
        var arguments = ["act", offered.row.fullName, rule.name.rawValue]
        var open: [String] = []
        func set(_ path: String, _ value: String?) {
            arguments += ["--set", "\(path)=\(value ?? Suggestion.placeholder)"]
            if value == nil { open.append(path) }
        }
        for field in rule.fields {
            if field.kind == .answers, !known.questions.isEmpty {
                for (place, question) in known.questions.enumerated() {
                    set("\(field.name).\(place).question", question.rawValue)
                    set("\(field.name).\(place).text", nil)
                }
            } else if let value = known.values[field.name] {
                set(field.name.rawValue, value)
            } else if field.isRequired {
                set(field.name.rawValue, nil)
            }
        }
        if rule.documents == .required {
            arguments += ["--document", Suggestion.placeholder]
            open.append("--document")
        }
        return Suggestion(arguments: arguments, open: open)
    }
}
