import Engine
import Regulation
import Submissions
import Testing

extension StoreContract {
    /// Rows say of each case what its submission says, in order.
    package func rows() async throws {
        try await withWorkspace { _, store in
            try await StoreStory.populate(store)
            try await store.read { reader throws in
                let rows = try reader.everyRow()
                #expect(rows.map { "\($0.submission)/\($0.name)" } == ["a/SG", "b/SG", "c/SG", "d/MY", "d/TH"])
                let (first, last) = (rows[0], rows[4])
                #expect(first.version == 4 && first.isOver && first.isReplaced && first.product == "colon-cade")
                #expect(last.version == 1 && !last.isOver && !last.isReplaced && last.jurisdiction == "TH")
                #expect(try reader.caseRows(of: "d") == Array(rows[3...]))
                #expect(try reader.submissions(after: nil, limit: 2) == ["a", "b"])
                #expect(try reader.submissions(after: "b", limit: 9) == ["c", "d"])
            }
        }
    }

    /// Every approval of a product is there in its latest revision, and what rests on it.
    package func approvals() async throws {
        try await withWorkspace { _, store in
            try await StoreStory.populate(store)
            try await store.read { reader throws in
                let approvals = try reader.approvals(of: "colon-cade")
                #expect(approvals.map(\.id) == ["a/SG", "c/SG"])
                #expect(approvals.first == (try reader.submission("a")?.approvals.first))
                #expect(approvals.first?.revision == 2)
                #expect(try reader.approvals(of: "colon-cade", except: "a").map(\.id) == ["c/SG"])
                #expect(try reader.approval("b/SG")?.product == "other")
                #expect(try reader.approval("d/TH") == nil)
                let cited = Approval.ID("colon-cade/JP")
                #expect(try reader.dependents(on: cited, after: nil, limit: 2) == ["a/SG", "b/SG"])
                #expect(try reader.dependents(on: cited, after: "b/SG", limit: 2) == ["c/SG"])
            }
            try await store.write { transaction throws in
                let granted = Change.approvalGranted(StoreStory.approval("d/TH"))
                try transaction.append([StoreStory.advanced(4, "TH", [granted], at: 1)], to: "d")
                // A transaction reads its own writes.
                #expect(try transaction.approvals(of: "colon-cade").map(\.id) == ["a/SG", "c/SG", "d/TH"])
                #expect(try transaction.caseRows(of: "d").map(\.version) == [1, 2])
            }
        }
    }

    /// Names are listed by what they belong to, in order and in pages.
    package func names() async throws {
        try await withWorkspace { _, store in
            try await VariedRows.append(to: store)
            try await store.read { reader throws in
                #expect(try reader.products(after: nil, limit: 1) == ["p-0"])
                #expect(try reader.products(after: "p-0", limit: 9) == ["p-1"])
                for product in ["p-0", "p-1"] as [ProductID] {
                    let own = VariedRows.submissions { $0.product == product }
                    let found = try pages(of: 3) { last in
                        try reader.submissions(of: product, after: last, limit: 3)
                    }
                    #expect(found == own)
                    let open = VariedRows.submissions { $0.product == product && !$0.isOver }
                    #expect(try reader.openSubmissions(of: product) == open)
                    #expect(product == "p-0" || open.count < own.count)
                }
                let looking = VariedRows.submissions(where: \.outlook.looksOutside)
                #expect(!looking.isEmpty && looking.count < VariedRows.submissions { _ in true }.count)
                #expect(try pages(of: 2) { try reader.lookingOutside(after: $0, limit: 2) } == looking)
                #expect(try reader.submissions(after: nil, limit: 0).isEmpty)
            }
        }
    }

    /// Each list of cases has those that belong to it, in its order and in pages.
    package func lists() async throws {
        try await withWorkspace { _, store in
            try await VariedRows.append(to: store)
            try await store.read { reader throws in
                for filter in VariedRows.filters {
                    let expected = VariedRows.list(by: .due) { !$0.isReplaced && filter.admits($0) }
                    for limit in [1, 7, 100] {
                        let found = try pages(of: limit, by: .due) {
                            try reader.caseRows(filter, after: $0, limit: limit)
                        }
                        #expect(found == expected, "\(filter), \(limit)")
                    }
                }
                for capacity in [.applicant, VariedRows.officer] as [Actor.Capacity] {
                    let turn = VariedRows.list(by: .due) { !$0.isReplaced && $0.outlook.movers.contains(capacity) }
                    #expect(!turn.isEmpty)
                    #expect(
                        try pages(of: 3, by: .due) { try reader.turnRows(of: capacity, after: $0, limit: 3) } == turn
                    )
                }
                let officer = VariedRows.officer
                let flagged = VariedRows.list(by: .due) { row in
                    !row.isReplaced && row.outlook.flagged.contains("HSA") && !row.outlook.movers.contains(officer)
                }
                #expect(!flagged.isEmpty)
                #expect(
                    try pages(of: 3, by: .due) { try reader.flaggedRows(of: officer, after: $0, limit: 3) } == flagged
                )
                let date = VariedRows.day(5)
                let owing = VariedRows.list(by: .applicantDue) { row in
                    row.outlook.applicantDue.map { $0 <= date } ?? false && !row.outlook.movers.contains(.applicant)
                }
                #expect(!owing.isEmpty)
                #expect(
                    try pages(of: 3, by: .applicantDue) { try reader.owingRows(through: date, after: $0, limit: 3) }
                        == owing
                )
                let overdue = VariedRows.list(by: .deadline) { $0.deadline.map { $0 < date } ?? false }
                #expect(!overdue.isEmpty)
                #expect(
                    try pages(of: 3, by: .deadline) { try reader.overdueRows(before: date, after: $0, limit: 3) }
                        == overdue
                )
            }
        }
    }

    /// All pages of a list one after the other, each asked for from the end of the one before.
    private func pages(
        of limit: Int,
        by order: CaseOrder,
        _ page: (CasePosition?) throws -> [CaseRow]
    ) throws -> [CaseRow] {
        var found: [CaseRow] = []
        while true {
            let next = try page(found.last?.position(by: order))
            found += next
            guard next.count == limit, found.count < 1_000 else { return found }
        }
    }

    private func pages<Name>(of limit: Int, _ page: (Name?) throws -> [Name]) throws -> [Name] {
        var found: [Name] = []
        while true {
            let next = try page(found.last)
            found += next
            guard next.count == limit, found.count < 1_000 else { return found }
        }
    }
}
