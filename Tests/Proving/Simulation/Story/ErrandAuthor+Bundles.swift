import Chance
import Regulation
import Submissions

// What several countries take up together.
extension ErrandAuthor {
    /// Whether the product is approved in two countries at least and no change is taken up together yet.
    func mayBundle(_ submission: Submission) -> Bool {
        Set(submission.approvals.filter { $0.standing == .inForce }.map(\.jurisdiction)).count > 1
            && !submission.cases.contains { $0.isTrack && $0.bundle != nil && !$0.isOver }
    }

    /// Where an approval with a term is held from the beginning, and no track tells of its registration.
    func unregistered(in submission: Submission) -> [JurisdictionCode] {
        submission.opened.held.filter { $0.validUntil != nil }.map(\.jurisdiction).filter { code in
            !submission.cases.contains { $0.route == "registration" && $0.jurisdiction == code }
        }
    }

    /// A change that several countries take up together, or the renewals of those whose registration has a term.
    func bundle(of submission: Submission, _ dice: inout Dice) -> Errand? {
        let held = submission.approvals.filter { $0.standing == .inForce }.map(\.jurisdiction).uniqued()
        guard held.count > 1, unregistered(in: submission).isEmpty, dice.chance(mayBundle(submission) ? 80 : 10) else {
            return nil
        }
        let renewing = submission.opened.held.filter { $0.validUntil != nil }.map(\.jurisdiction)
        let isRenewal = renewing.count > 1 && dice.chance(70)
        let codes = dice.chance(80) ? isRenewal ? renewing : held : dice.some(of: held)
        return .openBundle(
            isRenewal ? "renewal-hub" : "change-hub",
            of: codes,
            in: submission.name,
            by: person(.applicant),
            key: dice.chance(70) ? "k\(number)" : nil
        )
    }
}
