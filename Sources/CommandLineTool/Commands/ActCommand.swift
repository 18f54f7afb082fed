import ArgumentParser
import Dossiers
import Engine
import Foundation
import Regulation
import Submissions
import Views

struct ActCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "act",
        abstract: "Do something to a case, or record what an authority did.",
        discussion: """
            As the applicant you may also record another's act from its letter: attach the letter with --document, \
            and name the day on which it happened with --on. 'tasuki actions CASE' lists what may be done and its fields.

            EXAMPLES
              tasuki act colon-cade/SG accept --as officer@HSA --by tan
              tasuki act colon-cade/TW-2 accept --on 2026-08-03 --document letter.pdf
              tasuki act colon-cade/hub payFee --set reference=INV-77 --key 7f3c
              tasuki act colon-cade/SG approve --as officer@HSA --expect 9 \\
                --set number=DE0001 --set claims=C1,C2
              tasuki act colon-cade/JP ask --as officer@PMDA --payload questions.json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The case, such as colon-cade/SG.")
    var name: CaseReferenceArgument

    @Argument(help: "The action, as 'tasuki actions' names it.")
    var action: String

    @Option(
        help: """
            When it happened, as well as it is known: 2026-05-12, 2026-05, 2026, between two dates 2026-02-13/2026-03-25, \
            not after ../2026-03-25, not before 2026-03-25/.., or unknown (default: today).
            """
    )
    var on: DateArgument?

    @Option(help: "A file to attach; may be given several times.")
    var document: [String] = []

    @Option(help: "A field: NAME=VALUE, or a path such as questions.0.text=…; may be given several times.")
    var set: [String] = []

    @Option(help: "A JSON file with the fields, or - for standard input.")
    var payload: String?

    @Flag(help: "Do not ask before a step that ends or decides a case; only people at a terminal are asked.")
    var yes = false

    func run() async throws {
        try await global.run(about: name) { workspace, labels in
            let settings = try FieldSettings(payload: try payload.map(Files.contents), settings: set)
            let request = ActionRequest(
                submission: name.submission,
                name: name.name,
                action: ActionName(action),
                actor: try actor.actor(),
                occurredOn: try on?.date(),
                fields: settings.fields,
                documents: try document.map { try Files.document($0) },
                expected: basis.expect.map(VersionCondition.init),
                key: basis.key
            )
            if Terminal.isInteractive, !yes, !basis.dryRun {
                try await FinalStep(workspace: workspace, labels: labels).confirm(request)
            }
            let before = try? await doubts(workspace)
            do {
                try await basis.rehearsal(workspace, labels, output).carryOut {
                    try await $0.act(request)
                } telling: { acceptance in
                    let raised = try await doubts(workspace).filter { before?.contains($0) == false }
                    try output.print(
                        Answer(display: { _ in sentence(acceptance, raised, labels) }, payload: { acceptance.json })
                    )
                }
            } catch let refusal as Refusal {
                try await tellFirstStep(of: refusal, workspace, labels)
                throw refusal
            }
        }
    }

    /// Doubts about filings that nobody has settled yet, of which an act may raise one more.
    private func doubts(_ workspace: Workspace) async throws -> [Approval.Flag] {
        let submission = try await workspace.tasuki.submission(name.submission).submission
        return (submission[name.name]?.flags ?? []).filter { $0.change == .unsure && !$0.isSettled }
    }

    private func sentence(_ acceptance: Acceptance, _ raised: [Approval.Flag], _ labels: Labels) -> String {
        let state = acceptance.reached.map { labels.state(of: $0) } ?? ""
        let done =
            "\(name): \(state) · " + labels.text("page.caseVersion", "\(acceptance.version)")
            + " · #\(acceptance.events.lowerBound)"
            + (acceptance.events.count > 1 ? "–#\(acceptance.events.upperBound)" : "")
        return ([done] + raised.map { "⚑ " + labels.words(for: $0) }).joined(separator: "\n")
    }

    /// Where the act comes a step too early: the act that leads there.
    private func tellFirstStep(of refusal: Refusal, _ workspace: Workspace, _ labels: Labels) async throws {
        guard case .notNow(let action, _, _) = refusal else { return }
        for step in try await workspace.tasuki.steps(toward: action, of: name.name, in: name.submission) {
            Terminal.note(labels.text("refusals.stepFirst", action.rawValue, "tasuki act \(name) \(step)"))
        }
    }
}

/// Files that a person names on the command line.
enum Files {
    static func contents(_ path: String) throws -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.noSuchThing, "\(path) cannot be read")
        }
        return Array(data)
    }

    static func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }

    /// The file as a document that comes with an action; a link would bring another file than the one named.
    static func document(_ path: String) throws -> IncomingDocument {
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
            throw Failure(.refused, "\(path) is a symbolic link to \(target): name the file itself [payload.malformed]")
        }
        return IncomingDocument(
            name: URL(fileURLWithPath: path).lastPathComponent,
            mediaType: MediaType.of(fileName: path),
            bytes: try contents(path)
        )
    }
}
