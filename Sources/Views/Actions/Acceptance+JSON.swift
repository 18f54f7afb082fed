package import CanonicalJSON
package import Engine
import Regulation
import Statecharts
import Submissions

extension Acceptance {
    /// The answer for programs, at both doors.
    package var json: JSONValue {
        .object([
            "submission": .string(submission.rawValue),
            "case": name.map { .string("\(submission)/\($0)") } ?? .null,
            "version": .integer(Int64(version)),
            "events": .object([
                "first": .integer(Int64(events.lowerBound)), "last": .integer(Int64(events.upperBound)),
            ]),
            "state": reached.map { .array($0.states.map { .string($0.rawValue) }) } ?? .null,
        ])
    }
}

extension Labels {
    /// The labels of the states that a command brought its case to.
    package func state(of reached: CaseState) -> String {
        reached.states.map { self["states.\(reached.procedure).\($0)"] }.joined(separator: " + ")
    }
}
