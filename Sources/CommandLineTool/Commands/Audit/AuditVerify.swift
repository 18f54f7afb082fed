import ArgumentParser
import Engine
import Exports
import Foundation
import Regulation
import SQLiteStore
import TransparencyLog
import Views

struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify the whole log of a workspace, or an exported package.",
        discussion: """
            Recomputes every hash from the stored bytes and holds the log against the tree heads, also those kept \
            outside the database. Names each event at which something is wrong, and exits 1.

            EXAMPLES
              tasuki audit verify
              tasuki audit verify colon-cade-bag
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A package made by 'tasuki audit export' (default: the workspace).")
    var package: String?

    @Option(help: "A tree head known from elsewhere, 'SIZE ROOT', to hold the package against.")
    var head: String?

    @Flag(help: "Only what is stored: each entry's hash, the tree and the tree heads.")
    var hashes = false

    func run() async throws {
        if let package {
            try verify(package)
            return
        }
        try await global.run { workspace, labels in
            let outside = try workspace.store.headLines()
            let isTerminal = isatty(STDERR_FILENO) == 1
            let began = ContinuousClock.now
            let depth: AuditDepth = hashes ? .hashes : .everything
            let audit = try await workspace.tasuki.verify(outsideHeads: outside, depth: depth) { done, total in
                if isTerminal, ContinuousClock.now - began > .seconds(1) {
                    Terminal.note("Verified \(done) of \(total) leaves")
                }
            }
            let unreadable = try outside.unreadableLines()
            for line in unreadable { Terminal.print("heads:\(line): \(labels["findings.headLine"])") }
            for finding in audit.findings { Terminal.print(labels.words(for: finding)) }
            let said =
                hashes
                ? "" : ", \(audit.submissions) submissions, \(audit.texts) texts (\(audit.erasedTexts) erased)"
            Terminal.print(
                "\(audit.leaves) leaves: \(audit.events) events, \(audit.refusals) refusals\(said).\n"
                    + "Root \(audit.root)"
            )
            try conclude(isSound: audit.isSound && unreadable.isEmpty, labels)
        }
    }

    private func verify(_ package: String) throws {
        let labels = try global.reporting(nil) { try global.labels() }
        guard FileManager.default.fileExists(atPath: package) else {
            Terminal.note("tasuki: \(package) does not exist")
            throw ExitCode(Failure.Code.noSuchThing.rawValue)
        }
        let trusted = try head.map { text in
            guard let head = TreeHead(text) else {
                Terminal.note("tasuki: '\(text)' is no tree head; it reads SIZE ROOT")
                throw ExitCode(Failure.Code.usage.rawValue)
            }
            return head
        }
        let audit = PackageVerification.verify(folder: package, trustedHead: trusted)
        for finding in audit.findings { Terminal.print(labels.words(for: finding)) }
        Terminal.print(
            "\(audit.submission?.rawValue ?? "–"): \(audit.events) events, \(audit.refusals) refusals, "
                + "\(audit.documents) documents, \(audit.texts) texts (\(audit.erasedTexts) erased)."
                + (audit.head.map { "\nHead \($0)" } ?? "")
        )
        try conclude(isSound: audit.isSound, labels)
    }

    private func conclude(isSound: Bool, _ labels: Labels) throws {
        Terminal.print(labels[isSound ? "audit.sound" : "audit.unsound"])
        if !isSound { throw ExitCode(Failure.Code.found.rawValue) }
    }
}
