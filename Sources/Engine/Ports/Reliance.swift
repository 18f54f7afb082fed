package import Submissions

/// One approval, or a case on its way to one, resting directly on another approval.
package struct Reliance: Hashable, Sendable {
    package let approval: Approval.ID
    package let dependent: Approval.ID

    package init(approval: Approval.ID, dependent: Approval.ID) {
        self.approval = approval
        self.dependent = dependent
    }
}

extension Submission {
    /// What the submission's approvals rest on, and its open cases that cite approvals and have none of their own yet.
    package var reliances: [Reliance] {
        let held = approvals.flatMap { approval in
            approval.dependsOn.map { Reliance(approval: $0.approval, dependent: approval.id) }
        }
        let citing = cases.filter { !$0.isOver && !$0.references.isEmpty && approval(of: $0.name) == nil }
        return held
            + citing.flatMap { subject in
                subject.references.map {
                    Reliance(approval: $0.approval, dependent: approvalID(of: subject.name))
                }
            }
    }
}
