import Engine
import Regulation
package import Submissions

extension Labels {
    /// What happened to the approval on which another rests, and by which way it is reached.
    package func words(for flag: Approval.Flag) -> String {
        let path = flag.path.map(\.rawValue).joined(separator: " → ")
        // Where no approval elsewhere is at issue, the doubt is about the way by which it was filed.
        if flag.change == .unsure, flag.path.count < 2 { return text("flags.unsureRoute", path) }
        return text("flags.\(flag.change.rawValue)", flag.cause.approval.rawValue, path)
    }
}
