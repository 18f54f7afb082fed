package import CanonicalJSON

/// What one job did and how long it took.
package struct Measurement: Sendable {
    package let job: String
    package let operations: Int
    package let elapsed: Duration
    package let samples: Samples
    package var more: [String: JSONValue] = [:]

    package init(_ job: String, operations: Int, elapsed: Duration, samples: Samples = Samples()) {
        self.job = job
        self.operations = operations
        self.elapsed = elapsed
        self.samples = samples
    }

    package var seconds: Double { elapsed / .seconds(1) }

    /// One line for programs.
    package var json: JSONValue {
        var object: [String: JSONValue] = [
            "job": .string(job), "actions": .integer(Int64(operations)), "secs": .number(rounded(seconds, 4)),
            "actions_per_s": .number(rounded(Double(operations) / max(seconds, 1e-9), 1)),
        ]
        if let median = samples.milliseconds(at: 0.5) { object["p50_ms"] = .number(rounded(median, 4)) }
        if let tail = samples.milliseconds(at: 0.99) { object["p99_ms"] = .number(rounded(tail, 4)) }
        return .object(object.merging(more) { _, own in own })
    }

    private func rounded(_ value: Double, _ digits: Int) -> Double {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        return (value * scale).rounded() / scale
    }
}
