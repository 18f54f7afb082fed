import Foundation
import GRDB
import TransparencyLog

/// The file of tree heads outside the database: one line `SIZE ROOT` for each transaction that appended leaves.
///
/// It may lag behind the database, never lead it, so a line is written only after its commit. Several processes write
/// to it under an advisory lock; equal lines may appear twice, and lines of two processes out of order.
struct HeadsFile: Hashable, Sendable {
    let path: String

    /// Adds the lines that the end of the file lacks, and waits for the disk.
    ///
    /// A file whose end holds a line which the database does not is left exactly as it is: that is for verification to
    /// report. Only the last 16 KiB are looked at, so that a long file does not slow every opening. `latest` and
    /// `heads` (those of at least a size) are asked under the lock, so no line can be newer than what they answer.
    /// - Returns: how the file stands to the database.
    /// - Throws: what `latest` and `heads` throw; a fault of the file itself is an answer, since it may lag.
    @discardableResult
    func catchUp(
        latest: () throws -> TreeHead?,
        heads: (_ size: Int) throws -> [TreeHead]
    ) throws -> HeadsFileState {
        do {
            return try broughtUp(latest: latest, heads: heads)
        } catch let fault as DatabaseError {
            throw fault
        } catch let fault as RowDecodingError {
            // A head that the database does not hold as its table says is damage there, not a lagging file.
            throw fault
        } catch let fault as StoreError {
            guard case .cannotOpen = fault else { throw fault }
            return .lagging
        } catch {
            return .lagging
        }
    }

    private func broughtUp(
        latest: () throws -> TreeHead?,
        heads: (_ size: Int) throws -> [TreeHead]
    ) throws -> HeadsFileState {
        try locked { file in
            var text = String(decoding: try tail(of: file, atMost: Self.window), as: UTF8.self)
            let isWhole = text.utf8.count < Self.window
            if !isWhole, let newline = text.firstIndex(of: "\n") { text = String(text[newline...].dropFirst()) }
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let cut = String(lines.popLast() ?? "")
            let last = try latest()
            guard !cut.isEmpty || lines.last.map(String.init) != last?.description else { return .current }
            let recorded = lines.map { TreeHead(String($0)) }
            if let seen = recorded.compactMap({ $0?.size }).max(), seen > last?.size ?? 0 {
                return .ahead(log: last?.size ?? 0, file: seen)
            }
            let known = try heads(isWhole ? 0 : recorded.compactMap { $0?.size }.min() ?? 0)
            guard let addition = Self.addition(to: recorded, cut: cut, from: known), !addition.isEmpty else {
                return .current
            }
            try file.write(contentsOf: Data(addition.utf8))
            try file.synchronize()
            return .current
        }
    }

    /// The file as it stands.
    func recorded() throws -> RecordedHeads {
        guard FileManager.default.fileExists(atPath: path) else { return RecordedHeads(parsing: "") }
        return try locked(O_RDONLY) { file in
            RecordedHeads(parsing: String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self))
        }
    }

    private static let window = 16_384

    private static func lines(_ heads: some Sequence<TreeHead>) -> String {
        heads.map { "\($0)\n" }.joined()
    }

    /// What must follow the lines and the one that was cut off, so that they hold every head; `nil` where they hold
    /// anything else.
    ///
    /// A line that was cut off, as by a full disk, is completed where it began one of the heads.
    private static func addition(to recorded: [TreeHead?], cut: String, from heads: [TreeHead]) -> String? {
        let recorded = Set(recorded)
        guard recorded.isSubset(of: Set(heads.map(Optional.init))) else { return nil }
        var missing = heads.filter { !recorded.contains($0) }
        guard !cut.isEmpty else { return Self.lines(missing) }
        guard let index = missing.firstIndex(where: { $0.description.hasPrefix(cut) }) else { return nil }
        let completed = missing.remove(at: index)
        return "\(completed.description.dropFirst(cut.count))\n" + Self.lines(missing)
    }

    private func tail(of file: FileHandle, atMost count: Int) throws -> Data {
        let size = try file.seekToEnd()
        try file.seek(toOffset: size - min(size, UInt64(count)))
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
