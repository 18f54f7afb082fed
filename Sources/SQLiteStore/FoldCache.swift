import Submissions
import Synchronization

/// Folded submissions, the latest used ones, at most `limit`.
struct FoldCache: Sendable {
    private let limit: Int
    private var entries: [SubmissionName: (submission: Submission, used: Int)] = [:]
    private var uses = 0

    init(limit: Int = 256) {
        self.limit = limit
    }

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
        guard entries.count > limit, let oldest = entries.min(by: { $0.value.used < $1.value.used }) else { return }
        entries[oldest.key] = nil
    }
}

/// The folds that readers share.
///
/// The log only grows, so a fold of a submission's first n events is right in every snapshot that holds as many;
/// each reader checks that against its own.
final class SharedFolds: Sendable {
    private let cache = Mutex(FoldCache())

    subscript(_ name: SubmissionName) -> Submission? { cache.withLock { $0[name] } }

    func keep(_ submission: Submission) {
        cache.withLock { cache in
            guard (cache[submission.name]?.version ?? 0) < submission.version else { return }
            cache.keep(submission)
        }
    }
}
