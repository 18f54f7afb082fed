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
                    Terminal.note(labels.text("answers.progress.verified", "\(done)", "\(total)"))
                }
            }
            let unreadable = try outside.unreadableLines()
            for line in unreadable { Terminal.print("heads:\(line): \(labels["findings.headLine"])") }
            for finding in audit.findings { Terminal.print(labels.said(labels.words(for: finding))) }
            let counts = [
                audit.leaves, audit.events, audit.refusals, audit.submissions, audit.texts, audit.erasedTexts,
            ]
            let key = hashes ? "answers.verifiedHashes" : "answers.verified"
            Terminal.print(labels.text(key, arguments: counts.map { "\($0)" }))
            Terminal.print(labels.text("answers.root", "\(audit.root)"))
            try conclude(isSound: audit.isSound && unreadable.isEmpty, labels)
        }
    }

    private func verify(_ package: String) throws {
        let labels = try global.reporting(nil) { try global.labels() }
        guard FileManager.default.fileExists(atPath: package) else {
            global.complain("\(package) does not exist")
            throw ExitCode(Failure.Code.noSuchThing.rawValue)
        }
        let trusted = try head.map { text in
            guard let head = TreeHead(text) else {
                global.complain("'\(text)' is no tree head; it reads SIZE ROOT")
                throw ExitCode(Failure.Code.usage.rawValue)
            }
            return head
        }
        let audit = PackageVerification.verify(folder: package, trustedHead: trusted)
        for finding in audit.findings { Terminal.print(labels.said(labels.words(for: finding))) }
        let counts = [audit.events, audit.refusals, audit.documents, audit.texts, audit.erasedTexts]
        let arguments = [audit.submission?.rawValue ?? "–"] + counts.map { "\($0)" }
        Terminal.print(labels.text("answers.verifiedPackage", arguments: arguments))
        if let head = audit.head { Terminal.print(labels.text("answers.head", "\(head)")) }
        try conclude(isSound: audit.isSound, labels)
    }

    private func conclude(isSound: Bool, _ labels: Labels) throws {
        Terminal.print(labels[isSound ? "audit.sound" : "audit.unsound"])
        if !isSound { throw ExitCode(Failure.Code.found.rawValue) }
    }
}
