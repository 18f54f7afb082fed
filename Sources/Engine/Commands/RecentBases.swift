import Regulation
import Submissions
import Synchronization

/// What accepted commands left, of the submissions that were acted upon lately: what drafts begin from.
///
/// Kept only once it is durable, and never believed: the writer holds each draft's basis against its own.
final class RecentBases: Sendable {
    private let kept = Mutex(RecentlyUsed<SubmissionName, RecentBasis>(limit: 512))

    subscript(_ name: SubmissionName) -> RecentBasis? { kept.withLock { $0[name] } }

    /// Keeps what a command left, unless a later one was quicker to come back.
    func keep(_ recent: RecentBasis, of name: SubmissionName) {
        kept.withLock { kept in
            if let known = kept[name], known.version > recent.version { return }
            kept.keep(recent, for: name)
        }
    }
}

/// What a command left, for the next one on the same submission.
final class RecentBasis: Sendable {
    private let left: Basis
    private let clock: WorkspaceSettings.Clock

    var version: Int { left.submission?.version ?? 0 }

    /// `nil` where the draft changed nothing.
    init?(after draft: Draft, clock: WorkspaceSettings.Clock) {
        guard let addition = draft.addition else { return nil }
        left = Basis(submission: addition.after, approvals: draft.basis.approvals, moment: draft.basis.moment)
        self.clock = clock
    }

    /// On what a command that comes now is decided, if nothing happens in between.
    func basis(at wallClock: Instant) -> Basis {
        let now: Instant =
            switch clock {
            case .wall: wallClock
            case .simulated(let now): now
            }
        return Basis(submission: left.submission, approvals: left.approvals, moment: max(now, left.moment))
    }
}
