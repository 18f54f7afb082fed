import ArgumentParser

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Show that nothing was changed, and hand a submission to an inspector.",
        subcommands: [AuditVerify.self, AuditExport.self]
    )
}
