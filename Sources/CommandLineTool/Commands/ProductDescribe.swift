import ArgumentParser
import Definitions
import Engine
import Foundation
import Regulation
import Submissions
import Views

struct ProductDescribe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Ask what rules tell products apart by, and write the answers into submission.yaml.",
        discussion: """
            In a directory without submission.yaml it begins one: what the product is, for which countries, and by which \
            route, each route with whether it is open. In one that has it, only what is not answered yet is asked; no \
            other line is touched. An empty line leaves a question open: routes that hang on it stay unknown. Answers \
            may come from a file, a line each.

            Approvals that the product holds elsewhere are not asked for. They stand in submission.yaml under approvals, \
            one for each country or for the EU, and belong to the product:

              approvals:
                - jurisdiction: US
                  number: K251234
                  grantedOn: 2025-08-14
                  basis: full
                  claims: [C1, C2]
                  version: "2.1.0"

            validUntil is left out where nothing ends it. What is added later is recorded by 'tasuki submission amend'.

            EXAMPLES
              tasuki product describe chest-triage
              tasuki product describe Config/samples/colon-cade --list
              tasuki product describe chest-triage < answers.txt
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption
    @OptionGroup var output: FormatOption

    @Flag(help: "Say what is asked and what is answered, and ask nothing.")
    var list = false

    @Option(help: "The rules of this day (default: today).")
    var on: String?

    @Argument(help: "The dossier directory, with or for submission.yaml.")
    var directory: String

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        let today = try await global.today()
        try global.reporting(labels) {
            let day = try on.map { text in
                guard let date = CivilDate(text) else { throw EngineError.badDate(text, of: "--on", .day) }
                return date
            }
            let describing = Describing(
                directory: directory,
                configuration: try global.configuration(),
                labels: labels,
                date: day ?? today,
                isDryRun: rehearsal.dryRun
            )
            if list {
                let questionnaire = try describing.questionnaire(for: describing.manifest())
                let text = QuestionsText(labels: labels)
                try output.print(
                    Answer(
                        display: { text.table(questionnaire, width: $0) },
                        payload: { questionnaire.json(labels: labels) },
                        sheet: { text.csv(questionnaire) }
                    )
                )
            } else {
                Terminal.print(try describing.carryOut(Interview(labels: labels)))
            }
        }
    }
}
