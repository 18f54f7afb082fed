package import Dossiers
package import Engine
import Regulation
package import Submissions
package import TransparencyLog

/// One thing that is wrong with a package.
package enum PackageFinding: Hashable, Sendable {
    /// The bag itself is not whole.
    case bag(BagDefect)
    /// The log in it is not; named by the event.
    case log(Finding)
    /// The line, counted from 1, is not what such a file holds; `after` is the last event that could be read before it.
    case malformedLine(path: String, line: Int, after: EventPlace?)
    case malformedFile(path: String)
    /// The file holds other bytes than its name says.
    case documentChanged(path: String)
    /// The event speaks of a document that is not in the package.
    case documentMissing(DocumentDigest, EventPlace)
    /// No event speaks of the file.
    case unreferenced(path: String)
    /// No event commits to the text.
    case foreignText(TextCommitment)
    /// The package leads to another tree head than the one that is trusted.
    case headDiffers(found: TreeHead, trusted: TreeHead)
    /// The package holds no event.
    case empty

    /// The stable name of what is wrong.
    package var code: String {
        switch self {
        case .bag(let defect): defect.code
        case .log(let finding): finding.code
        case .malformedLine: "package.line-malformed"
        case .malformedFile: "package.file-malformed"
        case .documentChanged: "package.document-changed"
        case .documentMissing: "package.document-missing"
        case .unreferenced: "package.unreferenced"
        case .foreignText: "package.foreign-text"
        case .headDiffers: "package.head-differs"
        case .empty: "package.empty"
        }
    }
}
