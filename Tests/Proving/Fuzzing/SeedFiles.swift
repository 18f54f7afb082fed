import Foundation

/// The files of the repository from which inputs are grown.
package struct SeedFiles: Sendable {
    /// The folder with `Config` and `Tests`.
    package let repository: String

    package init(repository: String) {
        self.repository = repository
    }

    /// The bytes of a file.
    ///
    /// - Throws: ``SeedsMissing``, for a target without seeds would attack nothing.
    package func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: "\(repository)/\(path)") else {
            throw SeedsMissing(path: path)
        }
        return [UInt8](data)
    }

    package func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// The paths of the files in a folder and in those below it that end so, in order.
    package func paths(in folder: String, ending suffix: String) throws -> [String] {
        let all = FileManager.default.enumerator(atPath: "\(repository)/\(folder)")?.compactMap { $0 as? String } ?? []
        let paths = all.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
        guard !paths.isEmpty else { throw SeedsMissing(path: "\(folder)/*\(suffix)") }
        return paths
    }

    package func files(in folder: String, ending suffix: String) throws -> [[UInt8]] {
        try paths(in: folder, ending: suffix).map { try bytes($0) }
    }

    /// The keys and short values of YAML texts, which are most of what their readers know.
    package static func words(of texts: [[UInt8]]) -> [String] {
        var words: Set<String> = []
        for text in texts {
            for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
                let parts = line.split { ":,[]{}\"' ".contains($0) }
                words.formUnion(parts.filter { (2...24).contains($0.utf8.count) }.map(String.init))
            }
        }
        return words.sorted()
    }
}

/// A file or folder of the repository is not where the fuzzer looks for it.
package struct SeedsMissing: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String

    package var description: String { "there is no \(path) in the repository" }
}
