import Regulation
import Submissions

extension SeenReader {
    func submissions(of product: ProductID, after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try page(after: name, limit: limit) {
            try whole.submissions(of: product, after: $0, limit: $1)
        } showing: {
            try excerpt(of: $0) != nil
        }
    }

    func products(after product: ProductID?, limit: Int) throws -> [ProductID] {
        try page(after: product, limit: limit) {
            try whole.products(after: $0, limit: $1)
        } showing: {
            try !submissions(of: $0, after: nil, limit: 1).isEmpty
        }
    }

    func openSubmissions(of product: ProductID) throws -> [SubmissionName] {
        try whole.openSubmissions(of: product).filter { name in
            try excerpt(of: name) != nil && submission(name)?.hasOpenCases ?? false
        }
    }

    func lookingOutside(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] { throw NotShown() }

    // MARK: - Approvals

    func approvals(of product: ProductID, except own: SubmissionName?) throws -> [Approval] {
        try whole.approvals(of: product, except: own).compactMap(shown)
    }

    func approval(_ id: Approval.ID) throws -> Approval? { try whole.approval(id).flatMap(shown) }

    func dependents(on approval: Approval.ID, after dependent: Approval.ID?, limit: Int) throws -> [Approval.ID] {
        try page(after: dependent, limit: limit) {
            try whole.dependents(on: approval, after: $0, limit: $1)
        } showing: {
            try isOwn($0)
        }
    }

    /// The approval where it is one of the reader's own, or one on which such rests: that is what its holder cited.
    private func shown(_ approval: Approval) throws -> Approval? {
        let excerpt = try excerpt(of: approval.id.submission)
        if let excerpt, excerpt.shows(approval.id) { return excerpt.of(approval) }
        return try dependents(on: approval.id, after: nil, limit: 1).isEmpty ? nil : approval.asRegistered
    }

    private func isOwn(_ id: Approval.ID) throws -> Bool {
        guard let excerpt = try excerpt(of: id.submission) else { return false }
        return excerpt.shows(id) || excerpt.showsWhole(id.caseName)
    }

    // MARK: - Rows

    func caseRows(of submission: SubmissionName) throws -> [CaseRow] {
        guard let excerpt = try excerpt(of: submission) else { return [] }
        return try whole.caseRows(of: submission).filter { excerpt.shows($0.name) }
    }

    func caseRows(_ filter: CaseFilter, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try rows(.due, after: position, limit: limit) { try whole.caseRows(filter, after: $0, limit: $1) }
    }

    func turnRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try rows(.due, after: position, limit: limit) { try whole.turnRows(of: capacity, after: $0, limit: $1) }
    }

    func flaggedRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try rows(.due, after: position, limit: limit) { try whole.flaggedRows(of: capacity, after: $0, limit: $1) }
    }

    func owingRows(through date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try rows(.applicantDue, after: position, limit: limit) {
            try whole.owingRows(through: date, after: $0, limit: $1)
        }
    }

    func overdueRows(before date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try rows(.deadline, after: position, limit: limit) {
            try whole.overdueRows(before: date, after: $0, limit: $1)
        }
    }

    private func rows(
        _ order: CaseOrder,
        after position: CasePosition?,
        limit: Int,
        of fetch: (CasePosition?, Int) throws -> [CaseRow]
    ) throws -> [CaseRow] {
        try page(
            after: position,
            limit: limit,
            by: { $0.position(by: order) },
            of: fetch,
            showing: { try excerpt(of: $0.submission)?.shows($0.name) ?? false }
        )
    }
}

extension Approval.ID {
    /// The submission in which it was granted or declared.
    fileprivate var submission: SubmissionName { SubmissionName(String(rawValue.prefix { $0 != "/" })) }
    /// The case that granted it, or that is on its way to it.
    fileprivate var caseName: CaseName { CaseName(String(rawValue.drop { $0 != "/" }.dropFirst())) }
}
