package import CanonicalJSON
import Regulation

extension Amendment {
    /// The differences for programs.
    package var json: JSONValue {
        .object([
            "submission": .string(submission.rawValue),
            "differences": .array(
                differences.map { difference in
                    var members: [String: JSONValue] = ["subject": .string(difference.subject.rawValue)]
                    members["of"] = difference.of.map { .string($0) }
                    members["old"] = difference.old.map { .string($0) }
                    members["new"] = difference.new.map { .string($0) }
                    return .object(members)
                }
            ),
        ])
    }
}
