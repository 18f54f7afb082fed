import Engine
import Regulation
import Submissions

extension Tasuki {
    /// The submissions of a product, read a page at a time.
    func submissionNames(of product: ProductID, _ lists: any CaseLists) throws -> [SubmissionName] {
        var found: [SubmissionName] = []
        while true {
            let page = try lists.submissions(of: product, after: found.last, limit: Self.namesPage)
            found += page
            guard page.count == Self.namesPage else { return found }
        }
    }

    private static let namesPage = 500
}
