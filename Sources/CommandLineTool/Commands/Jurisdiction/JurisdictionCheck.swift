import ArgumentParser
import Definitions
import Engine
import Foundation
import Regulation
import Views

struct JurisdictionCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a configuration whole, and tell what has grown old or is read by nothing.",
        discussion: """
            Reports every defect as file:line:column and exits 1 when one is an error: a rule without a source, \
            versions that overlap, unknown names, figures that cannot be, labels missing in one language. Warns of \
            sources more than two years old, of calendars whose confirmed years end within 18 months, of figures that no \
            procedure reads, and of answers for which a route has no period or no rule for late ones.

            EXAMPLES
              tasuki jurisdiction check
              tasuki jurisdiction check my-config/ --on 2027-04-01 --strict
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A configuration folder (default: the one in use).")
    var folder: String?

    @Flag(help: "Exit 1 also for warnings.")
    var strict = false

    @Option(help: "The day from which ages count (default: today).")
    var on: String?

    func run() async throws {
        let labels = try global.reporting(nil) { folder == nil ? try global.labels() : nil }
        let today = try await global.today()
        try global.reporting(labels) {
            let date = try on.map { try CivilDate.typed($0) } ?? today
            let configuration = try checked()
            let found = (configuration.check() + configuration.agings(on: date) + configuration.unread()).sorted()
            let phrases = global.phrases
            for diagnostic in found { Terminal.print(phrases.translated(diagnostic.description)) }
            let errors = found.count { $0.severity == .error }
            if errors == 0 { Terminal.print(phrases.translated(try Self.summary(configuration))) }
            let counts = "\(Self.number(errors, "defect")), \(Self.number(found.count - errors, "warning"))."
            Terminal.note(phrases.translated(counts))
            if errors > 0 || strict && !found.isEmpty { throw ExitCode(Failure.Code.found.rawValue) }
        }
    }

    /// The folder named, or the one around it where its jurisdictions are named.
    private func checked() throws -> ConfigFolder {
        guard let folder else { return try global.configuration() }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw Failure(.noSuchThing, "\(folder) is no folder")
        }
        let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let isInner = URL(filePath: path).lastPathComponent == "jurisdictions"
        return ConfigFolder(path: isInner ? URL(filePath: path).deletingLastPathComponent().path : path)
    }

    private static func summary(_ configuration: ConfigFolder) throws -> String {
        let facts = try configuration.jurisdictions().flatMap { jurisdiction in
            jurisdiction.facts + (try configuration.calendarFacts(of: jurisdiction))
        }
        let count = FactCount(facts)
        let (all, open, undated) = (number(facts.count, "fact"), count.unconfirmed, count.withoutFirstDay)
        return "\(all): \(count.confirmed) confirmed, \(open) unconfirmed; \(undated) without a first day"
    }

    private static func number(_ count: Int, _ noun: String) -> String {
        "\(count == 0 ? "no" : "\(count)") \(noun)\(count == 1 ? "" : "s")"
    }
}
