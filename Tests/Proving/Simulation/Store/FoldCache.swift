import Submissions

/// Folded submissions that a process remembers, the latest used ones.
///
/// It notes what it took in since it was asked last, for the checks: a cache must serve nothing but the log's folds.
struct FoldCache: Sendable {
    private let limit: Int
    private var entries: [SubmissionName: (submission: Submission, used: Int)] = [:]
    private var uses = 0
    private var news: [Submission] = []

    init(limit: Int) { self.limit = limit }

    subscript(_ name: SubmissionName) -> Submission? {
        mutating get {
            uses += 1
            entries[name]?.used = uses
            return entries[name]?.submission
        }
    }

    mutating func keep(_ submission: Submission) {
        uses += 1
        entries[submission.name] = (submission, uses)
        news.append(submission)
        guard entries.count > limit, let oldest = entries.min(by: { $0.value.used < $1.value.used }) else { return }
        entries[oldest.key] = nil
    }

    mutating func takeNews() -> [Submission] {
        defer { news = [] }
        return news
    }
}

/// What a writer remembers from one transaction to the next, as long as no other process has written.
struct WriterMemory: Sendable {
    var dataVersion: Int
    var folds: FoldCache
}
