import Engine
import Regulation
import Submissions

// Lists as the real store answers them by its indexes; here a sort is good enough.
extension DurableReading {
    func submissions(of product: ProductID, after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        let names = state.rows.filter { $0.value.product == product }.keys
        return page(names.sorted(), after: name, limit)
    }

    func products(after product: ProductID?, limit: Int) throws -> [ProductID] {
        page(Set(state.rows.values.map(\.product)).sorted(), after: product, limit)
    }

    func openSubmissions(of product: ProductID) throws -> [SubmissionName] {
        state.rows.filter { $0.value.product == product && $0.value.cases.contains { !$0.isOver } }.keys.sorted()
    }

    func lookingOutside(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        let names = state.rows.filter { $0.value.cases.contains(where: \.outlook.looksOutside) }.keys
        return page(names.sorted(), after: name, limit)
    }

    func dependents(on approval: Approval.ID, after dependent: Approval.ID?, limit: Int) throws -> [Approval.ID] {
        let found = state.rows.values.flatMap(\.reliances).filter { $0.approval == approval }.map(\.dependent)
        return page(Set(found).sorted(), after: dependent, limit)
    }

    func approvals(of product: ProductID, except own: SubmissionName?) throws -> [Approval] {
        state.rows.filter { $0.key != own }.values.flatMap(\.approvals).filter { $0.product == product }
            .sorted { $0.id < $1.id }
    }

    func caseRows(of submission: SubmissionName) throws -> [CaseRow] {
        (state.rows[submission]?.cases ?? []).sorted { $0.name < $1.name }
    }

    func caseRows(_ filter: CaseFilter, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        cases(by: .due, after: position, limit) { row in
            !row.isReplaced && filter.jurisdiction.map { $0 == row.jurisdiction } ?? true
                && filter.state.map { $0 == row.outlook.state } ?? true
                && filter.turn.map { $0 == row.outlook.turn } ?? true
                && filter.dueThrough.map { limit in row.outlook.due.map { $0 <= limit } ?? false } ?? true
        }
    }

    func turnRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        cases(by: .due, after: position, limit) { $0.outlook.movers.contains(capacity) && !$0.isReplaced }
    }

    func flaggedRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        guard case .role(_, let body) = capacity else { return [] }
        return cases(by: .due, after: position, limit) { row in
            row.outlook.flagged.contains(body) && !row.outlook.movers.contains(capacity) && !row.isReplaced
        }
    }

    func owingRows(through date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        cases(by: .applicantDue, after: position, limit) { row in
            row.outlook.applicantDue.map { $0 <= date } ?? false && !row.outlook.movers.contains(.applicant)
        }
    }

    func overdueRows(before date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        cases(by: .deadline, after: position, limit) { $0.deadline.map { $0 < date } ?? false }
    }

    private func page<Name: Comparable>(_ sorted: [Name], after last: Name?, _ limit: Int) -> [Name] {
        Array(sorted.lazy.filter { candidate in last.map { $0 < candidate } ?? true }.prefix(max(0, limit)))
    }

    private func cases(
        by order: CaseOrder,
        after position: CasePosition?,
        _ limit: Int,
        where isListed: (CaseRow) -> Bool
    ) -> [CaseRow] {
        let sorted = state.rows.values.flatMap(\.cases).filter(isListed)
            .sorted { $0.position(by: order) < $1.position(by: order) }
        return Array(
            sorted.filter { row in position.map { $0 < row.position(by: order) } ?? true }.prefix(max(0, limit))
        )
    }
}
