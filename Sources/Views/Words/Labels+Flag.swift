import Engine
import Regulation
package import Submissions

extension Labels {
    /// What happened to the approval on which another rests, and by which way it is reached.
    package func words(for flag: Approval.Flag) -> String {
        let path = flag.path.map(\.rawValue).joined(separator: " → ")
        return text("flags.\(flag.change.rawValue)", flag.cause.approval.rawValue, path)
    }
}
