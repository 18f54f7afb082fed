package import CanonicalJSON
import Engine
import Regulation
package import Submissions

extension HistoryEntry {
    /// The leaf as it is hashed, with its place in the log and the texts that it commits to, where they were not erased.
    package func json(of submission: SubmissionName) -> JSONValue {
        var leaf = EventCodec.encode(record, of: submission).objectValue ?? [:]
        leaf["position"] = .integer(Int64(position))
        leaf["texts"] = .object(
            Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, JSONValue.string($0.value)) })
        )
        return .object(leaf)
    }
}
