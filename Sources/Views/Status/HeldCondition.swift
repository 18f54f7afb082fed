import Engine
import Regulation
package import Submissions

/// A condition of an approval, and what became of it.
package struct HeldCondition: Hashable, Sendable {
    package let condition: Condition
    /// `nil` for an approval that was granted outside the workspace: nobody tells.
    package let standing: Obligation.Fulfilment?
    package let isOverdue: Bool

    package init(_ condition: Condition, _ standing: Obligation.Fulfilment?, isOverdue: Bool) {
        self.condition = condition
        self.standing = standing
        self.isOverdue = isOverdue
    }

    /// An open condition is among the duties of the case that holds the approval.
    init(_ condition: Condition, of submission: Submission, _ duties: [Duty]) {
        let obligation = submission.obligations.first { $0.kind == .condition && $0.text == condition.text }
        self.condition = condition
        standing = obligation?.standing
        isOverdue = duties.contains { duty in
            guard case .obligation(let id, _) = duty.subject else { return false }
            return id == obligation?.id && duty.isOverdue
        }
    }
}

extension StatusRow {
    /// What is said of the condition: that it is met, open, overdue, waived or ended.
    package func standing(of condition: Condition, _ labels: Labels) -> String? {
        conditions.first { $0.condition == condition }.flatMap(labels.words(for:))
    }
}

extension Labels {
    package func words(for held: HeldCondition) -> String? {
        held.isOverdue ? self["page.overdue"] : held.standing.map { self["obligationStanding.\($0.rawValue)"] }
    }
}
