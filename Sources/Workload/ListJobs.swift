public import Engine
import Regulation
import Statecharts
import Submissions

/// Pages of every list, and single submissions, drawn from all over a large workspace.
public struct ListJobs: Sendable {
    private let tasuki: Tasuki

    public init(tasuki: Tasuki) { self.tasuki = tasuki }

    /// - Parameter rounds: Pages of each list.
    /// - Returns: A measurement of each list; none where the workspace is empty.
    /// - Throws: What the engine throws.
    public func run(rounds: Int) async throws -> [Measurement] {
        let names = try await sample(of: rounds)
        guard !names.isEmpty else { return [] }
        let countries: [JurisdictionCode] = ["SG", "TW", "KR", "AU", "TH", "JP"]
        let bodies: [BodyID] = ["HSA", "TFDA", "MFDS", "TGA", "ThaiFDA", "PMDA"]
        let horizon = Zone.utc.civilDate(at: try await tasuki.clock().now).adding(days: 30)
        @Sendable func name(_ round: Int) -> SubmissionName { names[round % names.count] }
        @Sendable func place(_ round: Int) -> CasePosition {
            CasePosition(date: horizon.adding(days: round % 60), submission: name(round), name: "SG")
        }
        return [
            try await measure("status", rounds) { _ = try await tasuki.status(of: name($0)) },
            try await measure("submissions", rounds) { round in
                _ = try await tasuki.store.read { try $0.submissions(after: name(round), limit: 50) }
            },
            try await measure("products", rounds) { round in
                let product = ProductID("product-\(name(round).rawValue.dropFirst())")
                _ = try await tasuki.store.read { try $0.products(after: product, limit: 50) }
            },
            try await measure("cases by due date", rounds) { _ = try await tasuki.cases(after: place($0), limit: 50) },
            try await measure("cases by jurisdiction", rounds) { round in
                let filter = CaseFilter(jurisdiction: countries[round % countries.count])
                _ = try await tasuki.cases(filter, after: place(round), limit: 50)
            },
            try await measure("cases by state", rounds) { round in
                let filter = CaseFilter(jurisdiction: countries[round % countries.count], state: "reading")
                _ = try await tasuki.cases(filter, after: round % 2 == 0 ? nil : place(round), limit: 50)
            },
            try await measure("cases by holder", rounds) { round in
                let filter = CaseFilter(holder: .body(bodies[round % bodies.count]), dueThrough: horizon)
                _ = try await tasuki.cases(filter, limit: 50)
            },
            try await measure("work of a reviewer", rounds) { round in
                let capacity = Actor.Capacity.role("officer", at: bodies[round % bodies.count])
                _ = try await tasuki.work(for: capacity, limit: 20)
            },
            try await measure("dependents", rounds) { round in
                let approval = Approval.ID("\(name(round))/JP")
                _ = try await tasuki.store.read { try $0.dependents(on: approval, after: nil, limit: 50) }
            },
            try await measure("clocks due", rounds) { round in
                _ = try await tasuki.store.read { reader in
                    try reader.overdueRows(before: horizon.adding(days: -(round % 30)), after: nil, limit: 50)
                }
            },
        ]
    }

    /// Names spread over the whole workspace.
    private func sample(of count: Int) async throws -> [SubmissionName] {
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
        return (0..<count).map { _ in Generation.name(Int(numbers.next() % UInt64(max(1, last)))) }
    }

    private func measure(
        _ list: String,
        _ rounds: Int,
        _ page: (Int) async throws -> Void
    ) async throws -> Measurement {
        let clock = ContinuousClock()
        var samples = Samples()
        let began = clock.now
        for round in 0..<rounds {
            let sent = clock.now
            try await page(round)
            samples.add(clock.now - sent)
        }
        return Measurement(list, operations: rounds, elapsed: clock.now - began, samples: samples)
    }
}
