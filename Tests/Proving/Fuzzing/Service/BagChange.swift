import CanonicalJSON
import Foundation

/// What an input does to one file of a package.
struct BagChange: CustomStringConvertible {
    private enum Deed: Hashable {
        case replace(with: [UInt8])
        case remove
        case move(to: String)
    }

    private let bag: BagFolder
    private let path: String
    private let deed: Deed

    /// Nil for what is no change of a file in the folder.
    init?(_ bytes: [UInt8], in bag: BagFolder) {
        let newline = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        guard let line = String(validating: bytes[..<newline], as: UTF8.self), line.count > 2 else { return nil }
        let rest = String(line.dropFirst(2))
        switch line.prefix(2) {
        case "= ":
            guard Self.isPlain(rest) else { return nil }
            (path, deed) = (rest, .replace(with: Array(bytes.dropFirst(newline + 1))))
        case "- ":
            guard bag.files[rest] != nil else { return nil }
            (path, deed) = (rest, .remove)
        case "> ":
            let parts = rest.components(separatedBy: " -> ")
            guard parts.count == 2, bag.files[parts[0]] != nil, Self.isPlain(parts[1]), bag.files[parts[1]] == nil
            else { return nil }
            (path, deed) = (parts[0], .move(to: parts[1]))
        default: return nil
        }
        self.bag = bag
    }

    private static func isPlain(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count < 8 && path.utf8.count < 200 && !path.utf8.contains(0)
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    var description: String {
        switch deed {
        case .replace(let bytes): "= \(path), \(bytes.count) bytes"
        case .remove: "- \(path)"
        case .move(let other): "> \(path) -> \(other)"
        }
    }

    /// The files that it concerns.
    var paths: Set<String> {
        if case .move(let other) = deed { [path, other] } else { [path] }
    }

    func apply() throws {
        let files = FileManager.default
        switch deed {
        case .replace(let bytes): _ = make(path, bytes)
        case .remove: try files.removeItem(atPath: "\(bag.path)/\(path)")
        case .move(let other):
            if make(other, bag.files[path] ?? []) { try files.removeItem(atPath: "\(bag.path)/\(path)") }
        }
    }

    /// Whether the file could be made; a folder of its name may stand there, or a file where a folder is needed.
    private func make(_ path: String, _ bytes: [UInt8]) -> Bool {
        let file = URL(filePath: "\(bag.path)/\(path)")
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        return (try? Data(bytes).write(to: file)) != nil
    }

    /// Makes the folder what it was.
    func undo() {
        let files = FileManager.default
        bag.restoreManifests()
        let names = files.enumerator(atPath: bag.path)?.compactMap { $0 as? String } ?? []
        for name in names where bag.files[name] == nil && !bag.files.keys.contains(where: { $0.hasPrefix(name + "/") })
        {
            try? files.removeItem(atPath: "\(bag.path)/\(name)")
        }
        if let bytes = bag.files[path] { _ = make(path, bytes) }
    }

    private var isUntouched: Bool {
        let now = BagFolder.bytes("\(bag.path)/\(path)")
        return bag.files[path] == now
    }

    /// Whether the package as it lies there says what it said.
    var saysTheSame: Bool {
        if case .replace(let bytes) = deed {
            // No file vouches for the tag manifest: its lines may stand in another order, and its digits be capital.
            if path == "tagmanifest-sha256.txt" { return Self.entries(bytes) == Self.entries(bag.files[path] ?? []) }
            return bag.files[path] == bytes || !FileManager.default.fileExists(atPath: "\(bag.path)/\(path)")
        }
        return isUntouched
    }

    private static func entries(_ manifest: [UInt8]) -> Set<[String]> {
        let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return Set(
            manifest.split(whereSeparator: isEnd).map { line in
                let text = String(decoding: line, as: UTF8.self)
                return [text.prefix(64).lowercased(), String(text.dropFirst(64).drop { $0 == " " || $0 == "\t" })]
            }
        )
    }

    /// Whether what proves itself in the package still says nothing but what happened.
    ///
    /// Lines may be missing where no proof can tell: refusals, what came last, and texts that were erased.
    var tellsNothingFalse: Bool {
        guard case .replace(let bytes) = deed, path.hasPrefix("data/") else {
            return isUntouched || !isProof || deed == .remove && path == "data/log/texts.jsonl"
        }
        let original = bag.files[path] ?? []
        switch path {
        case "data/log/events.jsonl", "data/log/texts.jsonl":
            return Set(Self.lines(bytes)).isSubset(of: Set(Self.lines(original)))
        case "data/log/head.json":
            let (left, right) = (try? JSONValue(parsing: bytes), try? JSONValue(parsing: original))
            return left?["size"] == right?["size"] && left?["root"] == right?["root"]
        default: return bytes == original || !isProof
        }
    }

    private var isProof: Bool {
        ["data/log/", "data/rules/", "data/documents/", "data/dossiers/"].contains { path.hasPrefix($0) }
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: "\n")) }
}
