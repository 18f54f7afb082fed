/// Why a page cannot be followed; each names the line of the page.
enum WalkthroughFault: Error, Equatable, CustomStringConvertible {
    /// Something that looks like a block and is none of those that a page may have.
    case unread(line: Int, String)
    /// A block that shows output with no command above it.
    case nothingRun(line: Int)
    /// An edit, or a new file, that does not say of which path, or changes nothing.
    case malformed(line: Int)
    /// What an edit names is nowhere in the file, or more than once.
    case notFound(line: Int, path: String, String, times: Int)
    /// A new file is there already.
    case exists(line: Int, path: String)
    /// A command ended with another code than 0; `nil` where it was killed.
    case failed(line: Int, code: Int32?, printed: String)

    var description: String {
        switch self {
        case .unread(let line, let text): "line \(line): no block that is understood: \(text)"
        case .nothingRun(let line): "line \(line): shows an output, and no command stands right above it"
        case .malformed(let line):
            "line \(line): an edit names its file and has a line with - or +; a new file, its path"
        case .notFound(let line, let path, let text, let times):
            "line \(line): \(path) has \(times) times and not once:\n\(text)"
        case .exists(let line, let path): "line \(line): \(path) is there already"
        case .failed(let line, let code, let printed):
            "line \(line): \(code.map { "ended with code \($0)" } ?? "was killed"):\n\(printed)"
        }
    }
}
