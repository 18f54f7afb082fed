import Foundation

/// Where the tests' own sources lie, and what ships beside them.
package enum Repository {
    /// The folder of the whole, found upward from this file.
    package static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The shipped `Config`.
    package static let configuration = folder + "/Config"
}

/// What a test cannot go on without.
package enum TestFault: Error {
    case configuration
}
