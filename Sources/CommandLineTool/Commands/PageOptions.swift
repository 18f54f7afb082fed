import ArgumentParser
import Engine
import Regulation
import SQLiteStore
import Submissions
import Views

/// Which page of a list is shown: lists go on from a key, so that the last page costs no more than the first.
struct PageOptions: ParsableArguments {
    @Option(help: "Go on after this entry, as the end of the page before names it.")
    var after: String?

    @Option(help: "Entries of a page, 1 to 1000.")
    var limit = 100

    func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("--limit takes 1 to 1000") }
    }

    /// Says on standard error how the next page is asked for.
    func tellOfMore(after last: String?, _ labels: Labels) {
        guard let last else { return }
        Terminal.note(labels.text("answers.more", "--after '\(last)'"))
    }
}

extension Workspace {
    /// The submission named, or a page of all, and a word of what follows.
    func names(_ submission: String?, _ page: PageOptions, _ labels: Labels) async throws -> [SubmissionName] {
        if let submission { return [SubmissionName(submission)] }
        let after = page.after.map { SubmissionName($0) }
        let names = try await store.read { try $0.submissions(after: after, limit: page.limit + 1) }
        let shown = Array(names.prefix(page.limit))
        page.tellOfMore(after: names.count > page.limit ? shown.last?.rawValue : nil, labels)
        return shown
    }
}
