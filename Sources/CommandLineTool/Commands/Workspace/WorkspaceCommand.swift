import ArgumentParser
import Engine
import SQLiteStore
import Views

struct WorkspaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workspace",
        abstract: "Look after the workspace itself: make its lists anew from the log, check them, copy it.",
        subcommands: [WorkspaceRebuild.self, WorkspaceCheck.self, WorkspaceBackup.self]
    )
}

struct WorkspaceRebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make every list, register and snapshot anew from the log, while others may work on.",
        discussion: """
            The log is not touched. Interrupted, it goes on where it stopped when it is asked for again. A rehearsal \
            names the rows that would change.

            EXAMPLE
              tasuki workspace rebuild
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption

    func run() async throws {
        try await global.run { workspace, labels in
            guard !rehearsal.dryRun else {
                let progress = ProgressLine("answers.progress.checking", labels)
                let defects = try await workspace.projectionDefects { progress.show($0, of: $1) }
                progress.end()
                Terminal.print(labels.rehearsed(labels["answers.rebuilt"], true))
                for line in defects { Terminal.print(line) }
                return
            }
            let progress = ProgressLine("answers.progress.rebuilding", labels)
            try await workspace.rebuild { progress.show($0, of: $1) }
            progress.end()
            Terminal.print(labels["answers.rebuilt"])
        }
    }
}

struct WorkspaceCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compare every list with what the log gives, and let SQLite check its file; nothing is changed.",
        discussion: """
            Exits 1 where something differs. 'tasuki audit verify' checks the log itself.

            EXAMPLE
              tasuki workspace check
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await global.run { workspace, labels in
            let progress = ProgressLine("answers.progress.checking", labels)
            let defects = try await workspace.projectionDefects { progress.show($0, of: $1) }
            progress.end()
            let damage = try await workspace.store.integrityCheck()
            for line in defects + damage { Terminal.print(line) }
            guard defects.isEmpty, damage.isEmpty else {
                Terminal.note("tasuki: " + labels["answers.listsDiffer"])
                throw ExitCode(1)
            }
            Terminal.print(labels["answers.listsSound"])
        }
    }
}

struct WorkspaceBackup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy one consistent state of the workspace into a new folder, while others work on.",
        discussion: """
            The copy is a workspace of its own, with the documents of the vault.

            EXAMPLE
              tasuki workspace backup /srv/copies/2026-11-26
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption

    @Argument(help: "The folder of the copy; it must hold no workspace.")
    var folder: String

    func run() async throws {
        try await global.run { workspace, labels in
            if rehearsal.dryRun {
                try Workspace.demandRoom(for: Places.absolute(folder))
            } else {
                try await workspace.backup(to: folder)
            }
            Terminal.print(labels.rehearsed(labels.text("answers.copied", folder), rehearsal.dryRun))
        }
    }
}
