package import Regulation
package import Submissions

/// Lists of submissions, cases and approvals, each found by a key of its own and read in pages.
///
/// A list says what the rows of the last commit say, or within a transaction what it has appended since; it is never
/// behind the log. Each has one order without ties, so that the end of a page is where the next one begins, and a page
/// costs what it shows, however long the list is. A limit of 0 or less gives nothing.
package protocol CaseLists {
    /// Submissions of a product, in order, after `name`, at most `limit`.
    func submissions(of product: ProductID, after name: SubmissionName?, limit: Int) throws -> [SubmissionName]
    /// Products in order, after `product`, at most `limit`.
    func products(after product: ProductID?, limit: Int) throws -> [ProductID]
    /// Submissions of the product with an open case, in order.
    func openSubmissions(of product: ProductID) throws -> [SubmissionName]
    /// Submissions, in order, with an open case that time or a foreign approval alone may move.
    func lookingOutside(after name: SubmissionName?, limit: Int) throws -> [SubmissionName]
    /// Approvals of the product in force or not, of every submission but `own`, in the order of their ids.
    func approvals(of product: ProductID, except own: SubmissionName?) throws -> [Approval]
    func approval(_ id: Approval.ID) throws -> Approval?
    /// Approvals, and cases on their way to one, that rest on the approval directly; in order.
    func dependents(on approval: Approval.ID, after dependent: Approval.ID?, limit: Int) throws -> [Approval.ID]
    /// The rows of a submission's cases, in the order of their names.
    func caseRows(of submission: SubmissionName) throws -> [CaseRow]
    /// The rows of cases that were not replaced, by what falls due, after `position`, at most `limit`.
    func caseRows(_ filter: CaseFilter, after position: CasePosition?, limit: Int) throws -> [CaseRow]
    /// The rows of cases in a part of which it is the move of `capacity` and it may do something, by what falls due.
    func turnRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow]
    /// The rows of cases in which the body of `capacity` has something to do beside the turn, but for those of its turn, by
    /// what falls due.
    func flaggedRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow]
    /// The rows of cases in which the applicant may have something to do through `date`, but for those of its turn, by
    /// that.
    func owingRows(through date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow]
    /// The rows of open cases with a deadline before `date`, by that.
    func overdueRows(before date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow]
}

extension CaseLists {
    /// Approvals of the product in force or not, of every submission.
    package func approvals(of product: ProductID) throws -> [Approval] { try approvals(of: product, except: nil) }
}
