import Definitions
import Foundation
import Synchronization

/// What was read from files of the configuration, kept as long as those files stay as they are.
///
/// Opening a case asks for rules, and reading a country's file takes milliseconds. A file that was edited is read anew
/// at once: its time and size are looked at each time.
final class RememberedReading<Value: Sendable>: Sendable {
    private struct Stamp: Hashable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int64

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
            size = Int64(status.st_size)
        }
    }

    private struct Kept {
        /// The paths of the files, and how they were.
        let files: [(path: String, stamp: Stamp?)]
        let value: Value?

        var isCurrent: Bool { files.allSatisfy { Stamp($0.path) == $0.stamp } }
    }

    /// Rules are asked for by date; a workspace that lives for years asks for many.
    private let limit = 1_024
    private let folder: ConfigFolder
    private let kept = Mutex<[String: Kept]>([:])

    init(folder: ConfigFolder) { self.folder = folder }

    /// What is kept under `key`, or what `read` gives, which depends on the named files of the folder alone.
    func value(
        _ key: String,
        of files: @autoclosure () -> [String],
        orRead read: () throws -> Value?
    ) rethrows -> Value? {
        try value(key, of: files()) { _ in try read() }
    }

    /// What is kept under `key`, or what `read` gives, which depends on the named files alone and on those that it tells
    /// before it reads them.
    func value(
        _ key: String,
        of files: @autoclosure () -> [String],
        orRead read: (_ reading: @escaping (String) -> Void) throws -> Value?
    ) rethrows -> Value? {
        if let kept = kept.withLock({ $0[key] }), kept.isCurrent { return kept.value }
        var looked = files().map(look)
        let value = try read { looked.append(self.look(at: $0)) }
        let new = Kept(files: looked, value: value)
        kept.withLock { kept in
            if kept.count >= limit { kept = [:] }
            kept[key] = new
        }
        return value
    }

    private func look(at file: String) -> (path: String, stamp: Stamp?) {
        let path = "\(folder.path)/\(file)"
        return (path, Stamp(path))
    }
}
