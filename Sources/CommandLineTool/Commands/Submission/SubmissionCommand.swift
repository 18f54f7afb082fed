import ArgumentParser

struct SubmissionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submission",
        abstract: "Check a dossier, open a submission and file it.",
        subcommands: [
            SubmissionCheck.self, SubmissionNew.self, SubmissionFile.self, SubmissionShow.self, SubmissionList.self,
        ]
    )
}
