import Engine
import Regulation
import Submissions

/// The approvals of several submissions, where one that was granted elsewhere may be declared in each of them.
enum Register {
    /// Declared approvals that are told of already: by the submission that granted them, or by one before.
    static func repeated(in submissions: [Submission]) -> [SubmissionName: Set<Approval.ID>] {
        struct Key: Hashable {
            let product: ProductID
            let jurisdiction: JurisdictionCode
            let number: String
        }
        func key(_ approval: Approval) -> Key? {
            approval.number.map { Key(product: approval.product, jurisdiction: approval.jurisdiction, number: $0) }
        }
        var known = Set(
            submissions.flatMap { submission in
                submission.approvals.filter { !submission.isDeclared($0) }.compactMap(key)
            }
        )
        var repeated: [SubmissionName: Set<Approval.ID>] = [:]
        for submission in submissions {
            for approval in submission.approvals where submission.isDeclared(approval) {
                guard let key = key(approval), !known.insert(key).inserted else { continue }
                repeated[submission.name, default: []].insert(approval.id)
            }
        }
        return repeated
    }
}

extension Submission {
    /// Whether the applicant declared the approval when the submission was opened.
    func isDeclared(_ approval: Approval) -> Bool { opened.held.contains { $0.id == approval.id } }
}
