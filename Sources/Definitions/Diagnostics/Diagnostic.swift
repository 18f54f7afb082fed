/// One defect of one file, at its place.
///
/// Its text is what compilers print, so that editors and continuous integration find the place by themselves:
/// `Config/procedures/reliance.yaml:12:9: error: unknown key ‘sate’; did you mean ‘state’?`
package struct Diagnostic: Error, Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        /// The file cannot be used.
        case error
        /// The file can be used, but probably does not say what was meant.
        case warning
    }

    package let file: String
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
    package let severity: Severity
    package let message: String
    /// For a defect of a fragment the places that include it, in order.
    ///
    /// One that lies in a fragment itself is followed by the place that includes that one.
    package let includedAt: [String]

    package init(
        file: String,
        line: Int,
        column: Int,
        severity: Severity,
        message: String,
        includedAt: [String] = []
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.severity = severity
        self.message = message
        self.includedAt = includedAt
    }

    /// The diagnostics in order; those that differ only in the place that includes a fragment are one.
    package static func merged(_ all: some Sequence<Diagnostic>) -> [Diagnostic] {
        var places: [Diagnostic: Set<String>] = [:]
        for diagnostic in all {
            places[diagnostic.included(at: []), default: []].formUnion(diagnostic.includedAt)
        }
        return places.map { $0.included(at: $1.sorted()) }.sorted()
    }

    func included(at places: [String]) -> Diagnostic {
        Diagnostic(
            file: file,
            line: line,
            column: column,
            severity: severity,
            message: message,
            includedAt: places
        )
    }
}

extension Diagnostic: CustomStringConvertible {
    package var description: String {
        "\(file):\(line):\(column): \(severity.rawValue): \(message)\(inclusion)"
    }

    /// The first place that includes the fragment, and how many more do.
    private var inclusion: String {
        guard let first = includedAt.first else { return "" }
        let others = includedAt.count - 1
        return " (included at \(first)\(others == 0 ? "" : ", and at \(others) more"))"
    }
}

extension Diagnostic: Comparable {
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.file, left.line, left.column, left.message) < (right.file, right.line, right.column, right.message)
    }
}

/// Every defect that was found, in the order of files, lines and columns; at least one is an error.
package struct Diagnostics: Error, Hashable, Sendable {
    package let all: [Diagnostic]

    package init(all: [Diagnostic]) {
        self.all = all
    }
}

extension Diagnostics: CustomStringConvertible {
    /// One defect a line.
    package var description: String { all.map(\.description).joined(separator: "\n") }
}
