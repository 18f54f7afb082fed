import Regulation
import Submissions

/// What a command is decided on, apart from itself and the configuration.
struct Basis: Sendable {
    /// `nil` where there is none of that name yet.
    let submission: Submission?
    /// Approvals of the same product that other submissions hold.
    let approvals: [Approval]
    /// When the command is recorded.
    let moment: Instant
    /// The day before which deadlines pass; `nil` for today.
    var passing: CivilDate?

    /// Whether deciding on `other` gives the same: it holds the same events, so the same submission.
    func isSame(as other: Basis) -> Bool { moment == other.moment && isSameButForMoment(as: other) }

    /// Whether deciding on `other` gives the same but for when it is recorded: no calendar on a wall shows another day.
    func isSameButForMoment(as other: Basis) -> Bool {
        submission?.name == other.submission?.name && submission?.version == other.submission?.version
            && moment.minute == other.moment.minute && approvals == other.approvals
    }
}

/// A command worked out: what it would add to the log, and on what that rests.
///
/// Deciding is pure, so it need not wait for the writer. A draft made beside it is what the writer would make as long
/// as the basis is the same; where anything of that changed meanwhile, the draft is put away and made anew.
final class Draft: Sendable {
    let name: SubmissionName
    let basis: Basis
    /// `nil` where the command changes nothing.
    let addition: LogAddition?
    /// The case that the command is about, or that it opened.
    let subject: CaseName?
    /// What that case comes to.
    let reached: CaseState?
    /// What the decision newly bound a case to.
    let pinned: [Pin: String]
    /// To be kept beside the log.
    let texts: [CommittedText]

    init(
        of name: SubmissionName,
        on basis: Basis,
        addition: LogAddition?,
        subject: CaseName?,
        reached: CaseState?,
        pinned: [Pin: String],
        texts: [CommittedText]
    ) {
        self.name = name
        self.basis = basis
        self.addition = addition
        self.subject = subject
        self.reached = reached
        self.pinned = pinned
        self.texts = texts
    }

    /// The draft as it would be made on `other`; `nil` where that has to be decided.
    ///
    /// Of commands that come at once one is drafted quicker than another that came before it, and is written first. The
    /// slower one is recorded no earlier, and says so; decisions are made on days, so that all else stays. What is
    /// decided on the moments of other events, such as a correction, takes the log, beside which no draft is made.
    func made(on other: Basis) -> Draft? {
        if basis.isSame(as: other) { return self }
        guard basis.submission != nil, basis.isSameButForMoment(as: other) else { return nil }
        return Draft(
            of: name,
            on: other,
            addition: addition?.recorded(at: other.moment),
            subject: subject,
            reached: reached,
            pinned: pinned,
            texts: texts
        )
    }

    /// The answer, once the draft is in the log.
    var acceptance: Acceptance {
        let version = addition?.after.version ?? basis.submission?.version ?? 0
        let numbers = addition?.leaves.map(\.record.number) ?? []
        let ofSubject = subject.flatMap { subject in
            addition.map { $0.after.version(of: subject) } ?? basis.submission?.version(of: subject)
        }
        return Acceptance(
            submission: name,
            name: subject,
            version: ofSubject ?? version,
            events: (numbers.first ?? version)...(numbers.last ?? version),
            reached: reached
        )
    }
}
