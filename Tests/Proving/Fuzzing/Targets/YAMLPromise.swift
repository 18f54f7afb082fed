import Definitions

/// What holds of every reader of YAML: a value, or diagnostics that point into the file.
enum YAMLPromise {
    /// What `read` makes of the bytes; nil where they are no text or were refused.
    ///
    /// - Throws: ``Violation`` where a diagnostic is not as it should be.
    static func read<Value>(
        _ bytes: [UInt8],
        _ read: (SourceFile) throws(Diagnostics) -> Value
    ) throws -> Value? {
        // A file that is no UTF-8 never comes as far as a reader.
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        do throws(Diagnostics) {
            return try read(SourceFile(path: "file.yaml", text: text))
        } catch {
            try check(error, text)
            return nil
        }
    }

    private static func check(_ found: Diagnostics, _ text: String) throws {
        try Violation.unless(
            found.all.contains { $0.severity == .error },
            "a refusal holds an error",
            found.description
        )
        try Violation.unless(found.all == found.all.sorted(), "diagnostics are in order", found.description)
        let lengths = lengths(of: text)
        for diagnostic in found.all {
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
            try Violation.unless(diagnostic.file == "file.yaml", "a diagnostic names the file", "\(diagnostic)")
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
