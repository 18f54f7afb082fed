import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A folder for one input, in which paths are made byte for byte, whatever their bytes are.
struct ScratchFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("tasuki-fuzz-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// Makes what a line describes: `path`, `folder/`, or `path -> target` for a link; gives the path of a file.
    ///
    /// Nothing where the path would leave the folder, or cannot be made.
    func make(_ line: some Collection<UInt8>) -> [UInt8]? {
        let arrow = Array(" -> ".utf8)
        let line = Array(line)
        if let place = line.indices.first(where: { line[$0...].starts(with: arrow) }) {
            guard let target = parents(of: line[..<place]) else { return nil }
            _ = Self.withPath(Array(line[(place + arrow.count)...])) { goal in
                Self.withPath(target) { symlink(goal, $0) }
            }
            return nil
        }
        guard let target = parents(of: line[...]), line.last != UInt8(ascii: "/") else { return nil }
        let descriptor = Self.withPath(target) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600) }
        guard descriptor >= 0 else { return nil }
        // The content is the path, so that no two files are equal.
        let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        // Slashes that say nothing are not part of the path.
        return written == line.count ? Array(target.dropFirst(path.utf8.count + 1)) : nil
    }

    /// Makes the folders above, and gives the whole path; nil where a part of it is none.
    private func parents(of relative: ArraySlice<UInt8>) -> [UInt8]? {
        let parts = relative.split(separator: UInt8(ascii: "/"))
        let isPlain = parts.allSatisfy { part in
            part.count < 200 && !part.contains(0) && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
        }
        guard !parts.isEmpty, parts.count < 12, isPlain else { return nil }
        let isFolder = relative.last == UInt8(ascii: "/")
        var made = Array(path.utf8)
        for part in isFolder ? parts[...] : parts.dropLast() {
            made += [UInt8(ascii: "/")] + part
            var information = stat()
            _ = Self.withPath(made) { mkdir($0, 0o700) }
            // Through a link one would leave the folder.
            let isThere = Self.withPath(made) { lstat($0, &information) } == 0
            guard isThere, information.st_mode & S_IFMT == S_IFDIR else { return nil }
        }
        return isFolder ? made : made + [UInt8(ascii: "/")] + (parts.last ?? [])
    }

    private static func withPath<Result>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes.filter { $0 != 0 } + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map(body) ?? "".withCString(body)
        }
    }
}
