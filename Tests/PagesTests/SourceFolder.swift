import Foundation

/// Where the files lie that this target's tests read.
enum SourceFolder {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let pages = root.appending(path: "Sources/Pages")
}
