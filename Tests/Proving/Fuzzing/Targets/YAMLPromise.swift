import Definitions

/// What holds of every reader of YAML: a value, or diagnostics that point into the file.
enum YAMLPromise {
    /// What `read` makes of the bytes; nil where they are no text or were refused.
    ///
    /// Places lie in the text or in one of `others`.
    ///
    /// - Throws: ``Violation`` where a diagnostic is not as it should be.
    static func read<Value>(
        _ bytes: [UInt8],
        besides others: [SourceFile] = [],
        _ read: (SourceFile) throws(Diagnostics) -> Value
    ) throws -> Value? {
        // A file that is no UTF-8 never comes as far as a reader.
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        do throws(Diagnostics) {
            return try read(SourceFile(path: "file.yaml", text: text))
        } catch {
            try check(error, [SourceFile(path: "file.yaml", text: text)] + others)
            return nil
        }
    }

    private static func check(_ found: Diagnostics, _ files: [SourceFile]) throws {
        try Violation.unless(
            found.all.contains { $0.severity == .error },
            "a refusal holds an error",
            found.description
        )
        try Violation.unless(found.all == found.all.sorted(), "diagnostics are in order", found.description)
        try checkPlaces(of: found.all, in: files)
    }

    /// Every diagnostic lies in one of the files, or in a fragment that a place of them includes, by others or not.
    static func checkPlaces(of found: [Diagnostic], in files: [SourceFile]) throws {
        for diagnostic in found {
            guard let file = files.first(where: { $0.path == diagnostic.file }) else {
                try Violation.unless(
                    diagnostic.includedAt.contains { trail in files.contains { ", \(trail)".contains(", \($0.path):") }
                    },
                    "a diagnostic names the file",
                    "\(diagnostic)"
                )
                continue
            }
            let lengths = lengths(of: file.text)
            try Violation.unless(
                (1...lengths.count).contains(diagnostic.line),
                "a diagnostic's line is in the file",
                "\(diagnostic), \(lengths.count) lines"
            )
            try Violation.unless(
                (1...lengths[diagnostic.line - 1] + 1).contains(diagnostic.column),
                "a diagnostic's column is in its line",
                "\(diagnostic), \(lengths[diagnostic.line - 1]) long"
            )
        }
    }

    /// The lengths of the lines in scalars, one more for the end of the file; lines as editors count them.
    private static func lengths(of text: String) -> [Int] {
        var lengths = [0]
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where isAfterReturn: break
            case "\n", "\r": lengths.append(0)
            default: lengths[lengths.count - 1] += 1
            }
            isAfterReturn = scalar == "\r"
        }
        return lengths + [0]
    }
}
