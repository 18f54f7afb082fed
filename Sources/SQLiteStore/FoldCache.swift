import Submissions
import Synchronization

/// Folded submissions, the latest used ones: at least `limit` of them, at most twice as many.
///
/// Two generations: what is used moves to the young one, and once that is full the old one is forgotten.
struct FoldCache: Sendable {
    private let limit: Int
    private var young: [SubmissionName: Submission] = [:]
    private var old: [SubmissionName: Submission] = [:]

    init(limit: Int = 512) {
        self.limit = limit
    }

    var count: Int { young.count + old.count }

    subscript(_ name: SubmissionName) -> Submission? {
        mutating get {
            if let submission = young[name] { return submission }
            guard let submission = old.removeValue(forKey: name) else { return nil }
            keep(submission)
            return submission
        }
    }

    mutating func keep(_ submission: Submission) {
        old[submission.name] = nil
        young[submission.name] = submission
        guard young.count > limit else { return }
        old = young
        young = [:]
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
