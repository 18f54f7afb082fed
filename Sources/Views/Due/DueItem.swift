import Engine
package import Regulation
package import Statecharts
package import Submissions

/// One date that somebody must not miss, or would like to know.
package struct DueItem: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A deadline that a procedure has set.
        case deadline
        /// The end of a review clock: what an authority aims at, which approves nothing when it passes.
        case target
        case question, obligation
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
    }

    package let kind: Kind
    package let subject: Subject
    package let date: DateBounds
    package let submission: SubmissionName
    /// `nil` for an approval that was granted outside the workspace.
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
    /// What a person wrote of it.
    package let text: String?
    /// Grows with every event of the submission, so that a calendar knows which of two dates is the later word.
    package let sequence: Int

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
            case .approval(let id, _): kind == .retention ? "\(id) \(date.earliest.year)" : id.rawValue
            }
        return [fullName, jurisdiction.rawValue, kind.rawValue, what].joined(separator: "|")
    }
}

extension DueItem {
    /// Overdue first, then by date; the rest only makes the order one.
    func precedes(_ other: DueItem) -> Bool {
        if isOverdue != other.isOverdue { return isOverdue }
        if date.earliest != other.date.earliest { return date.earliest < other.date.earliest }
        if date.latest != other.date.latest { return date.latest < other.date.latest }
        return identity < other.identity
    }
}
