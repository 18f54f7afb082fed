import Engine
import Regulation
package import Submissions

extension Workload {
    /// Begins `count` submissions of one course, many at a time.
    package func begin(_ course: Course, count: Int, prefix: String) async throws -> [SubmissionName] {
        let names = (0..<count).map { SubmissionName("\(prefix)\(People.digits($0))") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<64 {
                group.addTask {
                    for number in stride(from: lane, to: count, by: 64) {
                        try await self.begin(course, as: names[number], number: number)
                    }
                }
            }
            try await group.waitForAll()
        }
        return names
    }

    /// Every step of the course on each submission, one after the other, each awaited to its durable end.
    package func oneAtATime(_ course: Course, on names: [SubmissionName]) async throws -> Measurement {
        let clock = ContinuousClock()
        let began = clock.now
        var samples = Samples()
        for (number, name) in names.enumerated() { samples.add(contentsOf: try await walk(course, name, number)) }
        return Measurement("one", operations: samples.count, elapsed: clock.now - began, samples: samples)
    }

    /// The same by `actors` at once, each with submissions of its own.
    package func concurrently(_ course: Course, on names: [SubmissionName], actors: Int) async throws -> Measurement {
        let clock = ContinuousClock()
        let began = clock.now
        let samples = try await withThrowingTaskGroup(of: Samples.self) { group in
            for lane in 0..<actors {
                group.addTask {
                    var samples = Samples()
                    for number in stride(from: lane, to: names.count, by: actors) {
                        samples.add(contentsOf: try await self.walk(course, names[number], number))
                    }
                    return samples
                }
            }
            return try await group.reduce(into: Samples()) { $0.add(contentsOf: $1) }
        }
        return Measurement("concurrent", operations: samples.count, elapsed: clock.now - began, samples: samples)
    }

    private func walk(_ course: Course, _ name: SubmissionName, _ number: Int) async throws -> Samples {
        let clock = ContinuousClock()
        var samples = Samples()
        for (index, step) in course.steps.enumerated() {
            let request = request(step, in: name, number: number, key: "\(name)-\(index)")
            let began = clock.now
            _ = try await tasuki.act(request)
            samples.add(clock.now - began)
        }
        return samples
    }
}
