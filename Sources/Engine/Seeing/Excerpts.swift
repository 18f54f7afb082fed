import Submissions
import Synchronization

/// What was shown lately, to whom, of which submissions: good until the submission has another event.
final class Excerpts: Sendable {
    private struct Key: Hashable {
        let sight: Sight
        let submission: SubmissionName
    }

    private struct Kept {
        let version: Int
        let excerpt: Excerpt?
    }

    private let kept = Mutex(RecentlyUsed<Key, Kept>(limit: 2_048))

    func excerpt(of submission: Submission, for sight: Sight, orMake make: () throws -> Excerpt?) rethrows -> Excerpt? {
        let key = Key(sight: sight, submission: submission.name)
        if let found = kept.withLock({ $0[key] }), found.version == submission.version { return found.excerpt }
        let excerpt = try make()
        kept.withLock { $0.keep(Kept(version: submission.version, excerpt: excerpt), for: key) }
        return excerpt
    }
}
