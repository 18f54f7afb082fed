import Regulation
import Submissions
import Synchronization

/// What a command is decided on, apart from itself and the configuration.
struct Basis: Sendable {
    /// `nil` where there is none of that name yet.
    let submission: Submission?
    /// Approvals of the same product that other submissions hold.
    let approvals: [Approval]
    /// When the command is recorded.
    let moment: Instant

    /// Whether deciding on `other` gives the same: it holds the same events, so the same submission.
    func isSame(as other: Basis) -> Bool {
        submission?.name == other.submission?.name && submission?.version == other.submission?.version
            && moment == other.moment && approvals == other.approvals
    }
}

/// A command worked out: what it would add to the log, and on what that rests.
///
/// Deciding is pure, so it need not wait for the writer. A draft made beside it is what the writer would make as long
/// as the basis is the same; where anything of that changed meanwhile, the draft is put away and made anew.
final class Draft: Sendable {
    let basis: Basis
    /// `nil` where the command changes nothing.
    let addition: LogAddition?
    /// What the decision newly bound a case to.
    let pinned: [Pin: String]

    init(basis: Basis, addition: LogAddition?, pinned: [Pin: String]) {
        self.basis = basis
        self.addition = addition
        self.pinned = pinned
    }
}

/// An action that was read and decided, with the texts to keep beside the log.
struct ActionDraft: Sendable {
    let draft: Draft
    let texts: [CommittedText]
}

/// The bases that accepted commands left, of the submissions that were acted upon lately: what drafts begin from.
///
/// Kept only once they are durable, and never believed: the writer holds each draft's basis against its own.
final class RecentBases: Sendable {
    private let kept = Mutex(RecentlyUsed<SubmissionName, Recent>(limit: 512))

    subscript(_ name: SubmissionName) -> Recent? { kept.withLock { $0[name] } }

    /// Keeps what a command left, unless a later one was quicker to come back.
    func keep(_ recent: Recent, of name: SubmissionName) {
        kept.withLock { kept in
            if let known = kept[name], known.submission.version > recent.submission.version { return }
            kept.keep(recent, for: name)
        }
    }
}

/// What a command left, for the next one on the same submission.
final class Recent: Sendable {
    let submission: Submission
    let approvals: [Approval]
    let clock: WorkspaceSettings.Clock
    /// When the command was recorded.
    let moment: Instant

    /// `nil` where the draft changed nothing.
    init?(after draft: Draft, clock: WorkspaceSettings.Clock) {
        guard let addition = draft.addition else { return nil }
        submission = addition.after
        approvals = draft.basis.approvals
        moment = draft.basis.moment
        self.clock = clock
    }
}
