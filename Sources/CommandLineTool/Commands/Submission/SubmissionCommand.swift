import ArgumentParser

struct SubmissionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submission",
        abstract: "Check a dossier, open a submission, file it, and amend what it says.",
        discussion: """
            What a submission says stands in submission.yaml of its dossier directory: product, claims, holders, targets, \
            and under approvals what the product holds elsewhere, such as a clearance of the US or a certificate of the EU. \
            'tasuki product describe DIR' begins the file, and its help shows how an approval is declared.
            """,
        subcommands: [
            SubmissionCheck.self, SubmissionNew.self, SubmissionFile.self, SubmissionAmend.self, SubmissionShow.self,
            SubmissionList.self,
        ]
    )
}
