import ArgumentParser
import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

struct ActionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions",
        abstract: "Show what may be done to a case now, by whom, with which fields, and what stands in the way.",
        discussion: """
            EXAMPLES
              tasuki actions colon-cade/SG
              tasuki actions colon-cade/SG --template approve > approve.json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The case, such as colon-cade/SG.")
    var name: CaseReferenceArgument

    @Option(help: "Print a JSON form of this action's fields to fill in, for 'tasuki act --payload'.")
    var template: String?

    func run() async throws {
        try await global.run(about: name) { workspace, labels in
            let offered = try await workspace.tasuki.actions(of: name.name, in: name.submission)
            if let template {
                Terminal.print(try form(template, offered))
                return
            }
            let text = ActionsText(labels: labels)
            try output.print(
                Answer(
                    display: { text.table(offered, width: $0) },
                    payload: { offered.json(labels: labels) },
                    sheet: { text.csv(offered) }
                )
            )
        }
    }

    private func form(_ template: String, _ offered: CaseActions) throws -> String {
        guard let action = offered.actions.first(where: { $0.rule.name.rawValue == template }) else {
            throw Refusal.notNow(
                ActionName(template),
                states: offered.row.states,
                possible: offered.actions.map(\.rule.name)
            )
        }
        let fields = action.rule.fields.map { ($0.name.rawValue, $0.kind.example($0.options)) }
        return JSONValue.object(Dictionary(uniqueKeysWithValues: fields)).prettyText()
    }
}

extension Field.Kind {
    /// What a value of this kind looks like; every one is refused until somebody fills it in.
    func example(_ options: [String]) -> JSONValue {
        switch self {
        case .text: "…"
        case .code: "…"
        case .date: "YYYY-MM-DD"
        case .integer: "…"
        case .flag: "true|false"
        case .claims: ["…"]
        case .jurisdictions: ["…"]
        case .choice: .string(options.joined(separator: "|"))
        case .money: "SGD 0.00"
        case .questions: [["text": "…", "heading": "CH0.00"]]
        case .answers: [["question": "…", "text": "…"]]
        case .conditions: [["text": "…", "due": "YYYY-MM"]]
        }
    }
}
