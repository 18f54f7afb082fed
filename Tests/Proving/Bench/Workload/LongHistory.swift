import CanonicalJSON
import Engine
import Regulation
package import Submissions

extension Workload {
    /// Suspends and reinstates an approval again and again: a history that grows while the submission stays as it is.
    ///
    /// - Parameters:
    ///   - name: A submission that went through ``Course/singapore``, and so ends suspended.
    ///   - number: Its number, which names its people.
    ///   - count: How many actions, an even number.
    ///   - prefix: Begins the keys of the actions.
    /// - Returns: How long each action took.
    /// - Throws: What the engine throws.
    package func prolong(
        _ name: SubmissionName,
        number: Int,
        by count: Int,
        prefix: String
    ) async throws -> Measurement {
        let officer = Actor.Capacity.role("officer", at: "HSA")
        let reason = "A complaint from the market is under study."
        let steps = [
            Course.Step("SG", "reinstate", by: officer, ["reason": .string(reason)]),
            Course.Step("SG", "suspend", by: officer, ["reason": .string(reason)]),
        ]
        let clock = ContinuousClock()
        let began = clock.now
        var samples = Samples()
        for index in 0..<count {
            let request = request(steps[index % 2], in: name, number: number, key: "\(prefix)\(name)-\(index)")
            let sent = clock.now
            _ = try await tasuki.act(request)
            samples.add(clock.now - sent)
        }
        return Measurement("long", operations: count, elapsed: clock.now - began, samples: samples)
    }

    /// Goes through the whole course of a submission.
    package func finish(_ course: Course, on name: SubmissionName, number: Int) async throws {
        for (index, step) in course.steps.enumerated() {
            _ = try await tasuki.act(request(step, in: name, number: number, key: "\(name)-\(index)"))
        }
    }
}
