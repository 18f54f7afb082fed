package import Regulation
package import Statecharts
package import Submissions

/// Something that somebody must do by a day, or that waits without one; or a day that somebody would like to know.
///
/// It ends by being done, waived, taken back, or with its case, never by passing.
package struct Duty: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A deadline that a procedure has set.
        case deadline
        /// The end of a review clock: what an authority aims at, which approves nothing when it passes.
        case target
        case question, obligation
        /// A fee that was invoiced, or that the rule asks for with a step that was taken, and of which no payment, waiver or
        /// refund is recorded since.
        case fee
        /// A change of an approval elsewhere that the authority has not looked into.
        case flag
        /// What was typed in from the letter of a body that acts here itself, which it has still to confirm or dispute.
        case letter
        /// What a body says it did not do, which the applicant has to correct or take back.
        case dispute
        /// A target for which nothing was filed yet, or what was filed came back or was withdrawn.
        case filing
        /// The yearly fee that keeps a registration.
        case retention
        /// The last day of an approval.
        case validity
        case renewalOpens = "renewal-opens"
        case renewalCloses = "renewal-closes"
    }

    /// What the date belongs to.
    package enum Subject: Hashable, Sendable {
        case state(StateID, of: ProcedureID)
        case clock(ClockName)
        /// Questions that are due together, and the first that was asked with them, answered or not.
        case questions([QuestionID], first: QuestionID)
        case obligation(ObligationID, Obligation.Kind)
        case approval(Approval.ID, number: String?)
        case fee(FeeID, Money?, reference: String?)
        /// A fee that is due with a step, of which nothing is recorded; the step is `nil` where the rule names none.
        case stepFee(FeeID, Money?, due: FeeRule.Due?)
        case flag(Approval.Flag)
        /// What was typed in from a letter, by the procedure whose act it is where that is known.
        case letter(Transcription, of: ProcedureID?)
        /// A target, and the case that ended without a decision, after which it is filed for once more.
        case target(RouteName, after: CaseName?)
    }

    package let kind: Kind
    package let subject: Subject
    /// `nil` where no day is set.
    package let date: DateBounds?
    package let submission: SubmissionName
    /// `nil` for an approval that was granted outside the workspace, and for a target without a case.
    package let name: CaseName?
    package let jurisdiction: JurisdictionCode
    package let product: ProductID
    package let turn: StateDetail.Turn
    /// The body whose turn it is, where it is a body's.
    package let turnBody: BodyID?
    package let isOverdue: Bool
    package let confidence: Confidence
    /// Whether the date follows from a rule only: nobody recorded it.
    package let isComputed: Bool
    /// What a person wrote of it, committed to; several where questions are due together.
    package let texts: [TextCommitment]
    /// The same in clear, where it was looked up.
    package var text: String?
    /// The names of a target's route by language, where they were looked up; none where it has a common name.
    package var routeNames: [String: String] = [:]
    /// What happened, where it is to be reported.
    package var event: SafetyEventKind?
    /// Whether nobody knows that the rule behind it held on the day for which it is taken, where that was looked up.
    package var isFirstDayUnknown = false

    /// `colon-cade/SG`, or the submission alone.
    package var fullName: String { name.map { "\(submission)/\($0)" } ?? submission.rawValue }

    /// What tells the item from every other, and stays the same when its date moves.
    package var identity: String {
        let what =
            switch subject {
            case .state(let state, _): state.rawValue
            case .clock(let clock): clock.rawValue
            case .questions(_, let first): first.rawValue
            case .obligation(let id, _): id.rawValue
            // Each year's fee is a duty of its own.
            case .approval(let id, _): kind == .retention ? "\(id) \(date?.earliest.year ?? 0)" : id.rawValue
            case .fee(let fee, _, let reference): "\(fee) \(reference ?? "")"
            case .stepFee(let fee, _, let due): "\(fee) \(due?.rawValue ?? "")"
            case .flag(let flag): "\(flag.cause.approval) \(flag.cause.revision) \(flag.change.rawValue)"
            case .letter(let letter, _): "\(letter.event)"
            case .target(let route, let last):
                [route.rawValue, last?.rawValue].compactMap(\.self).joined(separator: " ")
            }
        return [fullName, jurisdiction.rawValue, kind.rawValue, what].joined(separator: "|")
    }
}

extension Duty {
    /// Overdue first, then by date, what has none last; the rest only makes the order one.
    package func precedes(_ other: Duty) -> Bool {
        if isOverdue != other.isOverdue { return isOverdue }
        switch (date, other.date) {
        case (let mine?, let theirs?) where mine != theirs:
            // A date known only in part stands where its last day does.
            return (mine.latest, mine.earliest) < (theirs.latest, theirs.earliest)
        case (.some, .none): return true
        case (.none, .some): return false
        default: return identity < other.identity
        }
    }

    /// Whether its day or amount is not sure: no source confirms the figure, or not for the day for which it is taken.
    package var isDoubtful: Bool { confidence == .unconfirmed || isFirstDayUnknown }

    /// Whether somebody fails where its day passes: a window that opens is only good to know.
    package var isOwed: Bool { kind != .renewalOpens }

    /// Whether it is a body's task of its own, whoever has the turn.
    package var isBesideTheTurn: Bool { kind == .flag || kind == .letter }

    /// Whether it is the capacity's to do.
    package func isOf(_ capacity: Actor.Capacity) -> Bool {
        switch capacity {
        case .applicant: turn == .applicant
        case .role(_, let body): turnBody == body
        case .dependency, .deadline: false
        }
    }
}

extension [Duty] {
    /// The duty whose last day comes first, the overdue included; of two the one that is sure.
    package var next: Duty? {
        lazy.filter { $0.isOwed && $0.date != nil }.min { left, right in
            let (first, other) = (left.date?.latest ?? .latest, right.date?.latest ?? .latest)
            if first != other { return first < other }
            if left.confidence != right.confidence { return left.confidence == .confirmed }
            return left.identity < right.identity
        }
    }

    /// From which day on the applicant may have something to do: what has no day waits from the first.
    package var applicantDue: CivilDate? {
        lazy.filter { $0.isOwed && $0.turn == .applicant }.map { $0.date?.earliest ?? .earliest }.min()
    }
}
