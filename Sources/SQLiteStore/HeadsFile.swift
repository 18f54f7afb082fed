import Foundation
import TransparencyLog

/// The file of tree heads outside the database: one line `SIZE ROOT` for each transaction that appended leaves.
///
/// It may lag behind the database, never lead it, so a line is written only after its commit. Several processes write
/// to it under an advisory lock; equal lines may appear twice, and lines of two processes out of order.
struct HeadsFile: Hashable, Sendable {
    let path: String

    /// Adds lines in one write, unless the file ends inside a line: that is mended by ``catchUp(latest:all:)``.
    func append(_ heads: [TreeHead]) throws {
        guard !heads.isEmpty else { return }
        try locked { file in
            guard try tail(of: file, atMost: 1).allSatisfy({ $0 == Self.newline }) else { return }
            try file.write(contentsOf: Data(Self.lines(heads).utf8))
        }
    }

    /// Adds the lines that the file lacks, and waits for the disk.
    ///
    /// A file that holds a line which the database does not is left exactly as it is: that is for verification to
    /// report. `latest` and `all` are asked under the lock, so no line can be newer than what they answer.
    func catchUp(latest: () throws -> TreeHead?, all: () throws -> [TreeHead]) throws {
        try locked { file in
            let end = String(decoding: try tail(of: file, atMost: 128), as: UTF8.self)
            let latest = try latest()
            if let latest {
                if end.hasSuffix("\n"), end.split(separator: "\n").last.map(String.init) == latest.description {
                    return
                }
            } else if end.isEmpty {
                return
            }
            try file.seek(toOffset: 0)
            let text = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
            guard let addition = Self.addition(to: text, from: try all()) else { return }
            try file.write(contentsOf: Data(addition.utf8))
            try file.synchronize()
        }
    }

    /// The file as it stands.
    func recorded() throws -> RecordedHeads {
        guard FileManager.default.fileExists(atPath: path) else { return RecordedHeads(parsing: "") }
        return try locked(O_RDONLY) { file in
            RecordedHeads(parsing: String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self))
        }
    }

    private static let newline = UInt8(ascii: "\n")

    private static func lines(_ heads: some Sequence<TreeHead>) -> String {
        heads.map { "\($0)\n" }.joined()
    }

    /// What must follow `text` so that it holds every head; `nil` where `text` holds anything else.
    ///
    /// A line that was cut off, as by a full disk, is completed where it began one of the heads.
    private static func addition(to text: String, from heads: [TreeHead]) -> String? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let cut = lines.popLast() ?? ""
        let recorded = Set(lines.map { TreeHead(String($0)) })
        guard recorded.isSubset(of: Set(heads.map(Optional.init))) else { return nil }
        var missing = heads.filter { !recorded.contains($0) }
        guard !cut.isEmpty else { return Self.lines(missing) }
        guard let index = missing.firstIndex(where: { $0.description.hasPrefix(cut) }) else { return nil }
        let completed = missing.remove(at: index)
        return "\(completed.description.dropFirst(cut.count))\n" + Self.lines(missing)
    }

    private func tail(of file: FileHandle, atMost count: UInt64) throws -> Data {
        let size = try file.seekToEnd()
        try file.seek(toOffset: size - min(size, count))
        return try file.readToEnd() ?? Data()
    }

    private func locked<Result>(
        _ mode: Int32 = O_RDWR | O_APPEND | O_CREAT,
        _ body: (FileHandle) throws -> Result
    ) throws -> Result {
        let descriptor = open(path, mode | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw StoreError.cannotOpen(reason: "the heads file cannot be opened") }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        // Closing the only descriptor also gives the lock back.
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else {
            throw StoreError.cannotOpen(reason: "the heads file cannot be locked")
        }
        return try body(file)
    }
}
