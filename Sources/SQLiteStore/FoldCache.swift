import Engine
import Submissions
import Synchronization

/// Folded submissions, the latest used ones.
typealias FoldCache = RecentlyUsed<SubmissionName, Submission>

extension FoldCache {
    init() { self.init(limit: 512) }

    mutating func keep(_ submission: Submission) { keep(submission, for: submission.name) }
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
