import ArgumentParser

struct SubmissionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submission",
        abstract: "Check a dossier, open a submission, file it, and amend what it says.",
        subcommands: [
            SubmissionCheck.self, SubmissionNew.self, SubmissionFile.self, SubmissionAmend.self, SubmissionShow.self,
            SubmissionList.self,
        ]
    )
}
