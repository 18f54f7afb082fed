import Chance
import Engine
import Regulation
import Statecharts
import Submissions
import Views

/// The pages of one workspace that are measured, drawn from all over it.
struct ListPages: Sendable {
    enum List: String, CaseIterable {
        case status
        case submissions
        case products
        case cases = "cases by due date"
        case jurisdiction = "cases by jurisdiction"
        case place = "cases by jurisdiction and state"
        case holder = "cases by holder"
        case jurisdictionAndHolder = "cases by jurisdiction and holder"
        case state = "cases by state"
        case stateAndHolder = "cases by state and holder"
        case reviewer = "work of a reviewer"
        case hub = "work of the hub"
        case applicant = "work of the applicant"
        case dependents
        case deadlines = "clocks due"
    }

    private static let countries: [JurisdictionCode] = ["SG", "TW", "KR", "AU", "TH", "JP"]
    private static let bodies: [BodyID] = ["HSA", "TFDA", "MFDS", "TGA", "ThaiFDA", "PMDA"]

    private let tasuki: Tasuki
    private let names: [SubmissionName]
    private let horizon: CivilDate

    /// Draws as many places as are counted.
    init(_ tasuki: Tasuki, count: Int) async throws {
        self.tasuki = tasuki
        horizon = Zone.utc.civilDate(at: try await tasuki.clock().now).adding(days: 30)
        let last = try await tasuki.store.read { reader -> Int in
            var (low, high) = (0, 10_000_000)
            while high - low > 1 {
                let middle = (low + high) / 2
                let hasMore = try !reader.submissions(after: Generation.name(middle - 1), limit: 1).isEmpty
                (low, high) = hasMore ? (middle, high) : (low, middle)
            }
            return high
        }
        var dice = Dice(seed: 7)
        names = (0..<max(1, count)).map { _ in Generation.name(Int(dice.next() % UInt64(max(1, last)))) }
    }

    private func name(_ round: Int) -> SubmissionName { names[round % names.count] }

    private func place(_ round: Int) -> CasePosition {
        CasePosition(date: horizon.adding(days: round % 60), submission: name(round), name: "SG")
    }

    /// Reads one page.
    ///
    /// - Returns: How many rows it had; a short page costs less than a full one.
    /// - Throws: What the engine throws.
    func read(_ list: List, _ round: Int) async throws -> Int {
        let code = Self.countries[round % Self.countries.count]
        let body = Self.bodies[round % Self.bodies.count]
        switch list {
        case .status: return try await tasuki.status(of: name(round)).rows.count
        case .submissions:
            return try await tasuki.store.read { try $0.submissions(after: name(round), limit: 50).count }
        case .products:
            let product = ProductID("product-\(name(round).rawValue.dropFirst())")
            return try await tasuki.store.read { try $0.products(after: product, limit: 50).count }
        case .cases: return try await cases(CaseFilter(), after: place(round))
        case .jurisdiction: return try await cases(CaseFilter(jurisdiction: code), after: place(round))
        case .place:
            let filter = CaseFilter(jurisdiction: code, state: "reading")
            return try await cases(filter, after: round % 2 == 0 ? nil : place(round))
        case .holder: return try await cases(CaseFilter(turn: .body(body), dueThrough: horizon), after: nil)
        case .jurisdictionAndHolder:
            return try await cases(CaseFilter(jurisdiction: code, turn: .applicant), after: place(round))
        case .state: return try await cases(CaseFilter(state: "reading"), after: place(round))
        case .stateAndHolder:
            return try await cases(CaseFilter(state: "reading", turn: .body(body)), after: place(round))
        case .reviewer: return try await tasuki.work(for: .role("officer", at: body), limit: 20).items.count
        case .hub: return try await tasuki.work(for: .role("officer", at: "PMDA"), limit: 20).items.count
        case .applicant:
            let position = WorkPosition("turn:\(place(round))")
            return try await tasuki.work(for: .applicant, after: position, limit: 20).items.count
        case .dependents:
            let approval = Approval.ID("\(name(round))/JP")
            return try await tasuki.store.read { try $0.dependents(on: approval, after: nil, limit: 50).count }
        case .deadlines:
            let date = horizon.adding(days: -(round % 30))
            return try await tasuki.store.read { try $0.overdueRows(before: date, after: nil, limit: 50).count }
        }
    }

    private func cases(_ filter: CaseFilter, after position: CasePosition?) async throws -> Int {
        try await tasuki.cases(filter, after: position, limit: 50).rows.count
    }
}
