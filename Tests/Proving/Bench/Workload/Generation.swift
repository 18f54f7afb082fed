import CanonicalJSON
import Chance
import Engine
import Regulation
package import Submissions

/// Submissions that live through years of a simulated clock, day by day, each at its own pace.
package struct Generation: Sendable {
    private struct Visit: Sendable {
        let number: Int
        let step: Int
    }

    private let workload: Workload
    private let count: Int
    private let days: Int
    private let seed: UInt64

    /// - Parameters:
    ///   - workload: The workspace, on a simulated clock.
    ///   - count: How many submissions.
    ///   - days: Over how many days of the clock they begin and go on.
    ///   - seed: The same seed gives the same submissions.
    package init(_ workload: Workload, count: Int, days: Int = 900, seed: UInt64) {
        self.workload = workload
        self.count = count
        self.days = days
        self.seed = seed
    }

    /// `g0000042`: seven digits, so that a copy can take another number.
    package static func name(_ number: Int) -> SubmissionName { SubmissionName("g\(People.digits(number))") }

    /// Runs every procedure as far as it comes; what a rule refuses on the way ends that submission's course.
    ///
    /// - Parameter progress: Called after each day with the submissions begun.
    /// - Throws: What the engine throws, but for refusals.
    package func run(progress: (@Sendable (Int) -> Void)? = nil) async throws {
        var calendar: [[Visit]] = Array(repeating: [], count: days)
        for number in 0..<count { calendar[number * days * 9 / 10 / count].append(Visit(number: number, step: -1)) }
        let begin = try await workload.tasuki.clock().now
        for day in 0..<days {
            let instant = begin.adding(milliseconds: Int64(day) * 86_400_000)
            try await workload.tasuki.store.write { try $0.setSimulatedNow(instant) }
            let visits = calendar[day]
            calendar[day] = []
            for next in try await visit(visits, day) where next.day < days { calendar[next.day].append(next.visit) }
            progress?(min(count, (day + 1) * count * 10 / (days * 9)))
        }
        try await workload.tasuki.drainDependencies()
        _ = try await workload.tasuki.fireDeadlines()
    }

    private func visit(_ visits: [Visit], _ day: Int) async throws -> [(day: Int, visit: Visit)] {
        try await withThrowingTaskGroup(of: [(day: Int, visit: Visit)].self) { group in
            let lanes = 64
            for lane in 0..<min(lanes, visits.count) {
                group.addTask {
                    var next: [(day: Int, visit: Visit)] = []
                    for index in stride(from: lane, to: visits.count, by: lanes) {
                        guard try await self.take(visits[index]) else { continue }
                        let visit = Visit(number: visits[index].number, step: visits[index].step + 1)
                        next.append((day + 1 + self.pause(visit), visit))
                    }
                    return next
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.visit.number < $1.visit.number }
        }
    }

    /// Whether the submission goes on after this step.
    private func take(_ visit: Visit) async throws -> Bool {
        let course = Course.mixture[visit.number % Course.mixture.count]
        let name = Self.name(visit.number)
        if visit.step < 0 {
            try await workload.begin(course, as: name, number: visit.number)
            return true
        }
        // Some applicants give up on the way, and some reviews have not come further yet.
        guard visit.step < course.steps.count, draw(visit, 1) % 40 != 0 else { return false }
        do {
            _ = try await workload.tasuki.act(
                workload.request(course.steps[visit.step], in: name, number: visit.number)
            )
            return true
        } catch is Refusal {
            return false
        }
    }

    private func pause(_ visit: Visit) -> Int { Int(draw(visit, 2) % 21) }

    private func draw(_ visit: Visit, _ purpose: UInt64) -> UInt64 {
        var dice = Dice(
            seed: seed &+ UInt64(visit.number) &* 1_000_003 &+ UInt64(visit.step + 1) &* 97 &+ purpose
        )
        return dice.next()
    }
}
