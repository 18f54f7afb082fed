import Engine
import Regulation
import Statecharts
import Submissions

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
        var numbers = SeededNumbers(seed: 7)
        names = (0..<max(1, count)).map { _ in Generation.name(Int(numbers.next() % UInt64(max(1, last)))) }
    }

    private func name(_ round: Int) -> SubmissionName { names[round % names.count] }

    private func place(_ round: Int) -> CasePosition {
        CasePosition(date: horizon.adding(days: round % 60), submission: name(round), name: "SG")
    }

    /// Reads one page.
    func read(_ list: List, _ round: Int) async throws {
        let code = Self.countries[round % Self.countries.count]
        let body = Self.bodies[round % Self.bodies.count]
        switch list {
        case .status: _ = try await tasuki.status(of: name(round))
        case .submissions:
            _ = try await tasuki.store.read { try $0.submissions(after: name(round), limit: 50) }
        case .products:
            let product = ProductID("product-\(name(round).rawValue.dropFirst())")
            _ = try await tasuki.store.read { try $0.products(after: product, limit: 50) }
        case .cases: try await cases(CaseFilter(), after: place(round))
        case .jurisdiction: try await cases(CaseFilter(jurisdiction: code), after: place(round))
        case .place:
            let filter = CaseFilter(jurisdiction: code, state: "reading")
            try await cases(filter, after: round % 2 == 0 ? nil : place(round))
        case .holder: try await cases(CaseFilter(holder: .body(body), dueThrough: horizon), after: nil)
        case .jurisdictionAndHolder:
            try await cases(CaseFilter(jurisdiction: code, holder: .applicant), after: place(round))
        case .state: try await cases(CaseFilter(state: "reading"), after: place(round))
        case .stateAndHolder: try await cases(CaseFilter(state: "reading", holder: .body(body)), after: place(round))
        case .reviewer: _ = try await tasuki.work(for: .role("officer", at: body), limit: 20)
        case .hub: _ = try await tasuki.work(for: .role("officer", at: "PMDA"), limit: 20)
        case .applicant:
            _ = try await tasuki.work(for: .applicant, after: WorkPosition("turn:\(place(round))"), limit: 20)
        case .dependents:
            let approval = Approval.ID("\(name(round))/JP")
            _ = try await tasuki.store.read { try $0.dependents(on: approval, after: nil, limit: 50) }
        case .deadlines:
            let date = horizon.adding(days: -(round % 30))
            _ = try await tasuki.store.read { try $0.overdueRows(before: date, after: nil, limit: 50) }
        }
    }

    private func cases(_ filter: CaseFilter, after position: CasePosition?) async throws {
        _ = try await tasuki.cases(filter, after: position, limit: 50)
    }
}
