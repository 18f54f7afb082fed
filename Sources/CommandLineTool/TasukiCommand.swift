package import ArgumentParser
import Foundation
import Views

/// The program `tasuki`: one command a file, the composition root in ``Workspace``.
package struct TasukiCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "tasuki",
        abstract: "Runs the regulatory life of Software as a Medical Device across countries.",
        discussion: """
            Exit codes: 0 done, 1 a check found something, 64 usage, 65 refused by a rule, 66 no such thing, \
            69 unavailable, 70 internal, 77 forbidden, 78 bad configuration.

            EXAMPLES
              tasuki demo                       load the demo story into a new workspace
              tasuki today                      what there is to do, and how
              tasuki status                     where each country stands
              tasuki work --as officer@HSA      what waits for HSA
              tasuki actions colon-cade/SG      what may be done now, and what may not
              tasuki act colon-cade/SG accept --as officer@HSA --on 2026-05-12
              tasuki audit verify               show that nothing was changed
            """,
        version: "0.2.0",
        subcommands: [
            InitCommand.self, DemoCommand.self, ClockCommand.self, SubmissionCommand.self, TodayCommand.self,
            StatusCommand.self,
            TimelineCommand.self, HistoryCommand.self, WorkCommand.self, ActionsCommand.self, ActCommand.self,
            CorrectCommand.self, RebindCommand.self, ProcedureCommand.self, JurisdictionCommand.self, AuditCommand.self,
            DossierCommand.self, LanguagesCommand.self, LetterCommand.self,
            RoutesCommand.self,
            PlanCommand.self, BudgetCommand.self, LagCommand.self, ClaimsCommand.self, TrackCommand.self,
            SafetyCommand.self, DueCommand.self,
            ExplainCommand.self,
            ProductCommand.self,
            CasesCommand.self, ImportCommand.self, ExportCommand.self, ServeCommand.self, AccountCommand.self,
            WorkspaceCommand.self,
        ]
    )

    package init() {}

    /// Runs the program with the process's arguments and ends the process.
    package static func start() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let language = Language.chosen(by: arguments, ProcessInfo.processInfo.environment)
        let guide = Guide(language: language, arguments: arguments)
        if let name = RepeatedOption.name(in: arguments) {
            Terminal.note("tasuki: " + guide.phrases.translated("\(name) is given more than once; give it once"))
            exit(withError: ExitCode(Failure.Code.usage.rawValue))
        }
        do {
            var command = try await asyncParseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guide.end(with: error)
        }
    }
}
