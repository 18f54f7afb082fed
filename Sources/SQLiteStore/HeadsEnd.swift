import Foundation
import Synchronization
import TransparencyLog

/// The end of the heads file, kept open from one commit to the next.
///
/// Several processes write to the file, each under the file's lock, so that each looks where it ends before it adds.
final class HeadsEnd: Sendable {
    private let file: HeadsFile
    private let opened = Mutex<Opened?>(nil)

    init(of file: HeadsFile) { self.file = file }

    /// Adds one line in one write, unless the file ends inside a line: that is mended by
    /// ``HeadsFile/catchUp(latest:heads:)``.
    func append(_ head: TreeHead) throws {
        try opened.withLock { opened in
            if try opened?.append("\(head)\n") == true { return }
            // Not open yet, or what was open was deleted since.
            let new = try Opened(file.path)
            _ = try new.append("\(head)\n")
            opened = new
        }
    }

    func close() { opened.withLock { $0 = nil } }
}

/// A descriptor of its own, closed when it is let go.
private final class Opened {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw StoreError.cannotOpen(reason: "the heads file cannot be opened") }
    }

    deinit { _ = Foundation.close(descriptor) }

    /// - Returns: false where the file has no name any more.
    func append(_ line: String) throws -> Bool {
        guard flock(descriptor, LOCK_EX) == 0 else {
            throw StoreError.cannotOpen(reason: "the heads file cannot be locked")
        }
        defer { flock(descriptor, LOCK_UN) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw StoreError.cannotOpen(reason: "the heads file cannot be measured")
        }
        guard status.st_nlink > 0 else { return false }
        guard endsLine(at: status.st_size) else { return true }
        let bytes = Array(line.utf8)
        // A line of which only a part was written is mended as one that another process did not finish.
        _ = write(descriptor, bytes, bytes.count)
        return true
    }

    private func endsLine(at size: off_t) -> Bool {
        var last = UInt8(ascii: "\n")
        return size == 0 || pread(descriptor, &last, 1, size - 1) == 1 && last == UInt8(ascii: "\n")
    }
}
