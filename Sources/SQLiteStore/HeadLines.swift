import Foundation
import Synchronization
package import TransparencyLog

/// The heads file as it stood when this was made, line by line and never held whole.
///
/// Lines that are no heads are passed over and remembered by their numbers. What is appended later is not read, so
/// that a snapshot of the database taken afterwards holds every head in it.
package final class HeadLines: Sequence, Sendable {
    private let path: String
    private let length: Int
    private let notes = Mutex(Notes())

    private struct Notes {
        var unreadable: [Int] = []
        var failure: StoreError?
    }

    init(_ file: HeadsFile) throws {
        path = file.path
        length = try file.length()
    }

    /// Numbers, from 1, of the lines that are no head, once they have been read.
    ///
    /// - Throws: where the file could not be read to its end.
    package func unreadableLines() throws -> [Int] {
        let notes = notes.withLock(\.self)
        if let failure = notes.failure { throw failure }
        return notes.unreadable
    }

    package func makeIterator() -> Iterator {
        notes.withLock { $0 = Notes() }
        return Iterator(self)
    }

    package struct Iterator: IteratorProtocol {
        private static let chunk = 1 << 16

        private let lines: HeadLines
        private let file: FileHandle?
        private var buffer: [UInt8] = []
        private var position = 0
        private var unread: Int
        private var line = 0

        fileprivate init(_ lines: HeadLines) {
            self.lines = lines
            unread = lines.length
            file = unread > 0 ? FileHandle(forReadingAtPath: lines.path) : nil
            if unread > 0, file == nil { fail() }
        }

        package mutating func next() -> TreeHead? {
            while true {
                if let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
                    let range = position..<end
                    position = end + 1
                    if let head = head(in: range) { return head }
                } else if unread > 0 {
                    guard refill() else { return nil }
                } else if position < buffer.count {
                    let range = position..<buffer.count
                    position = buffer.count
                    return head(in: range)
                } else {
                    return nil
                }
            }
        }

        private mutating func head(in range: Range<Int>) -> TreeHead? {
            line += 1
            let head = buffer.withUnsafeBytes { TreeHead(line: UnsafeRawBufferPointer(rebasing: $0[range])) }
            if head == nil { lines.notes.withLock { [line] in $0.unreadable.append(line) } }
            return head
        }

        private mutating func refill() -> Bool {
            buffer.removeSubrange(..<position)
            position = 0
            guard let data = try? file?.read(upToCount: Swift.min(Self.chunk, unread)), !data.isEmpty else {
                fail()
                return false
            }
            buffer.append(contentsOf: data)
            unread -= data.count
            return true
        }

        private func fail() {
            lines.notes.withLock { $0.failure = .cannotOpen(reason: "the heads file cannot be read to its end") }
        }
    }
}

extension HeadsFile {
    /// How long the file is between two writes; 0 where there is none.
    fileprivate func length() throws -> Int {
        guard FileManager.default.fileExists(atPath: path) else { return 0 }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError.cannotOpen(reason: "the heads file cannot be opened") }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else {
            throw StoreError.cannotOpen(reason: "the heads file cannot be locked")
        }
        let length = lseek(descriptor, 0, SEEK_END)
        guard length >= 0 else { throw StoreError.cannotOpen(reason: "the heads file cannot be measured") }
        return Int(length)
    }
}

extension SQLiteSubmissionStore {
    /// The heads file as it stands, to be held against the log however long it is.
    package func headLines() throws -> HeadLines {
        try HeadLines(folder.heads)
    }
}
