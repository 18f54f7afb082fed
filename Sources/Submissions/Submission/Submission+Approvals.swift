package import Regulation

// How changes fold into the approvals of a submission.
extension Submission {
    mutating func applyToApprovals(_ change: Change) {
        switch change {
        case .approvalGranted(let approval):
            approvals.removeAll { $0.id == approval.id }
            approvals.append(approval)
            for notice in notices where !approval.notices.contains(notice) {
                approvals[approvals.count - 1].notices.append(notice)
            }
        case .approvalAmended(let id, let claims, let stage, let number, let conditions):
            revise(id) { approval in
                approval.claims = claims
                approval.stage = stage
                if let number { approval.number = number }
                approval.conditions += conditions
            }
        case .approvalStandingChanged(let id, let standing): revise(id) { $0.standing = standing }
        case .approvalVersionChanged(let id, let version): revise(id) { $0.productVersion = version }
        case .approvalProlonged(let id, let date): revise(id) { $0.validUntil = date }
        case .approvalHolderChanged(let id, let holder): revise(id) { $0.holder = holder }
        case .flagsSettled(let id):
            guard let position = approvals.firstIndex(where: { $0.id == id }) else { return }
            for flag in approvals[position].flags.indices { approvals[position].flags[flag].isSettled = true }
        case .safetyNoted(let notice):
            notices.append(notice)
            for position in approvals.indices { approvals[position].notices.append(notice) }
        default:
            break
        }
    }

    /// Changes what others may rest on, so that they learn of it by the revision.
    private mutating func revise(_ id: Approval.ID, _ change: (inout Approval) -> Void) {
        guard let position = approvals.firstIndex(where: { $0.id == id }) else { return }
        change(&approvals[position])
        approvals[position].revision += 1
    }
}

extension Approval.ID where Subject == Approval {
    /// The submission whose case holds the approval.
    package var submission: SubmissionName {
        SubmissionName(rawValue.split(separator: "/").first.map(String.init) ?? rawValue)
    }
}
