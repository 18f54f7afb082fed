package import ArgumentParser
package import Definitions
import Engine
import Foundation
import Regulation
import SQLiteStore
import Submissions
package import Views

/// Options that every command understands.
package struct GlobalOptions: ParsableArguments {
    @Option(help: "The workspace folder (default: TASUKI_WORKSPACE, else ./tasuki-data).")
    package var workspace: String?

    @Option(help: "The configuration folder (default: TASUKI_CONFIG, else found from the program).")
    var config: String?

    @Option(
        name: .customLong("lang"),
        help: """
            The language of what people read: en or ja (default: TASUKI_LANG, else LC_ALL, LC_MESSAGES or LANG, else en).
            """
    )
    var namedLanguage: Language?

    var language: Language { namedLanguage ?? .ofEnvironment }

    package init() {}

    package func configuration() throws -> ConfigFolder {
        ConfigFolder(path: try Places.configuration(option: config))
    }

    func labels() throws -> Labels { try Self.labels(language, config) }

    private static func labels(_ language: Language, _ config: String?) throws -> Labels {
        Labels(
            language: language.rawValue,
            texts: try ConfigFolder(path: try Places.configuration(option: config)).labels(language.rawValue),
            book: PhraseBook { Phrases.read(language, configuration: config) }
        )
    }

    package func open() throws -> Workspace {
        let folder = Places.workspace(option: workspace)
        guard FileManager.default.fileExists(atPath: folder + "/tasuki.sqlite") else {
            throw Failure(
                .noSuchThing,
                "no workspace in \(folder): 'tasuki init' makes one, --workspace names another folder"
            )
        }
        return try Workspace.open(folder: folder, configuration: try Places.configuration(option: config))
    }

    /// Today by the workspace's clock and zone; by the machine's clock in UTC where there is no workspace.
    func today() async throws -> CivilDate {
        guard FileManager.default.fileExists(atPath: Places.workspace(option: workspace) + "/tasuki.sqlite") else {
            let milliseconds = Date().timeIntervalSince1970 * 1_000
            return Zone.utc.civilDate(at: Instant(millisecondsSinceEpoch: Int64(milliseconds)))
        }
        var today: CivilDate?
        try await run { workspace, _ in
            let clock = try await workspace.tasuki.clock()
            today = clock.settings.zone.civilDate(at: clock.now)
        }
        guard let today else { preconditionFailure("a command that ended well has run its body") }
        return today
    }

    /// Runs a command's body with the workspace open, and turns any error into what people read.
    package func run(
        about name: CaseReferenceArgument? = nil,
        _ body: (Workspace, Labels) async throws -> Void
    ) async throws {
        // Words are read while the workspace is opened: neither takes anything from the other.
        let reading = Task.detached { [language, config] in try Self.labels(language, config) }
        let opening = Result { try open() }
        let read = await reading.result
        let labels = try reporting(nil) { try read.get() }
        let workspace = try reporting(labels) { try opening.get() }
        (workspace.words as? CachedDefinitions)?.keep(labels)
        tell(workspace.store.headsFileState, labels)
        do {
            try await workspace.bringUpToDate(saying: labels)
            try await body(workspace, labels)
        } catch let code as ExitCode {
            try? await workspace.close()
            throw code
        } catch {
            var procedure: ProcedureID?
            if let name, error is Refusal {
                procedure = try? await workspace.tasuki.procedure(of: name.name, in: name.submission)
            }
            try? await workspace.close()
            throw exit(Failure(error, labels: labels, procedure: procedure))
        }
        do {
            try await workspace.close()
        } catch {
            // What the command did is durable and was told; only the closing of the files failed.
            throw exit(Failure(error, labels: labels))
        }
    }

    /// Acknowledged leaves that are gone are said before anything else, whatever was asked.
    private func tell(_ state: HeadsFileState, _ labels: Labels) {
        guard case .ahead(let log, let file) = state else { return }
        Terminal.note("tasuki: " + labels.text("problems.tailLost", "\(log)", "\(file)"))
    }

    /// Runs a body that needs no workspace.
    func reporting<Output>(_ labels: Labels?, _ body: () throws -> Output) throws -> Output {
        do {
            return try body()
        } catch let code as ExitCode {
            throw code
        } catch {
            throw exit(Failure(error, labels: labels ?? Labels(language: "en", texts: [:])))
        }
    }

    private func exit(_ failure: Failure) -> ExitCode {
        complain(failure.description)
        return ExitCode(failure.code.rawValue)
    }

    /// Says what is wrong on standard error, in the language that was chosen.
    func complain(_ text: String) { Terminal.note("tasuki: " + phrases.translated(text)) }

    /// Read anew each time: they are needed once, where something is wrong.
    var phrases: Phrases { Phrases.read(language, configuration: config) }
}

/// A case as people type it: `colon-cade/SG`.
package struct CaseReferenceArgument: ExpressibleByArgument, CustomStringConvertible {
    let submission: SubmissionName
    let name: CaseName

    package init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        submission = SubmissionName(String(parts[0]))
        name = CaseName(String(parts[1]))
    }

    package var description: String { "\(submission)/\(name)" }
}

/// A date as precisely as it is known, under `--on`.
struct DateArgument: ExpressibleByArgument {
    private let text: String

    init?(argument: String) { text = argument }

    /// Read only once there are words for what cannot be.
    func date(named option: String = "--on") throws -> PartialDate {
        guard let date = PartialDate(text) else { throw EngineError.badDate(text, of: option, .date) }
        return date
    }
}

/// Who acts, and in whose name.
struct ActorOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: "The capacity: applicant, or a role at a body such as officer@HSA.")
    var capacity: String = "applicant"

    @Option(help: "The person who records, by id (default: the user's login name).")
    var by: String?

    func actor() throws -> Actor {
        guard let capacity = Actor.Capacity(capacity) else {
            throw Failure(.usage, "--as takes 'applicant' or ROLE@BODY such as officer@HSA, not '\(capacity)'")
        }
        let person = by ?? ProcessInfo.processInfo.environment["USER"] ?? NSUserName()
        return Actor(person: PersonID(person.isEmpty ? "unknown" : person), capacity: capacity)
    }
}

/// What a command relies on: the version that was seen, and the key under which it was sent before.
struct BasisOptions: ParsableArguments {
    @Option(help: "The version that you have seen, of the case or else of the submission; refused if it has changed.")
    var expect: Int?

    @Option(help: "A key under which the same request may safely be sent again.")
    var key: String?

    @Flag(help: "Say what would change in states, clocks, duties and other cases, and change nothing.")
    var dryRun = false
}
