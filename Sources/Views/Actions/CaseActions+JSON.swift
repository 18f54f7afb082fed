package import CanonicalJSON
import Regulation
import Submissions

extension CaseActions {
    /// What may be done for programs, at both doors.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "case": .string(row.fullName), "version": .integer(Int64(row.version)),
            "actions": .array(actions.map { $0.json(labels: labels) }),
        ])
    }
}
