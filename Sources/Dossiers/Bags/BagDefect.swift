/// What is wrong with a bag.
///
/// Paths are relative to the bag.
package enum BagDefect: Error, Hashable, Sendable {
    /// A manifest lists the file, or every bag has it, and it is not there.
    case missing(path: String)
    /// The file is there and no manifest lists it.
    case extra(path: String)
    /// The bytes of the file are not those that the manifest lists.
    case changed(path: String)
    /// The line, counted from 1, does not say what such a file says, or says it twice.
    case malformed(path: String, line: Int)
    /// `Payload-Oxum` does not count what is there; both as `bytes.files`.
    case oxumWrong(stated: String, found: String)
    /// The path leaves the bag or the place its manifest is for, or stands for something other than a plain file.
    case unsafePath(String)
    /// The system refused, with its error number.
    case unreadable(path: String, number: Int32)
}

extension BagDefect {
    /// The stable name of the defect.
    package var code: String {
        switch self {
        case .missing: "bag.missing"
        case .extra: "bag.extra"
        case .changed: "bag.changed"
        case .malformed: "bag.malformed"
        case .oxumWrong: "bag.oxum-wrong"
        case .unsafePath: "bag.path-unsafe"
        case .unreadable: "bag.unreadable"
        }
    }
}

extension BagDefect: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path): "\(path) is missing"
        case .extra(let path): "\(path) is in no manifest"
        case .changed(let path): "\(path) is not what was packed"
        case .malformed(let path, let line): "\(path), line \(line), cannot be read"
        case .oxumWrong(let stated, let found): "Payload-Oxum says \(stated), the payload is \(found)"
        case .unsafePath(let path): "\(path) is no safe path in a bag"
        case .unreadable(let path, let number): "\(path): \(SystemText.of(number))"
        }
    }
}
