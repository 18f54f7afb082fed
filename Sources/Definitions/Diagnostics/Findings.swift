/// What is wrong with one file, collected while it is read.
///
/// A class because every reader of a file adds to the same list; it never leaves the call that made it.
final class Findings {
    let file: String
    private var found: Set<Diagnostic> = []

    init(file: String) {
        self.file = file
    }

    /// In the order of the file, none twice.
    var all: [Diagnostic] { Diagnostic.merged(found) }

    var hasErrors: Bool { found.contains { $0.severity == .error } }

    func error(_ message: String, at place: Place) { add(.error, message, at: place) }

    func warning(_ message: String, at place: Place) { add(.warning, message, at: place) }

    /// Adds what was found in a fragment of which `place` is the first mention.
    func add(_ diagnostics: [Diagnostic], includedAt place: Place) {
        found.formUnion(diagnostics.map { $0.included(at: [place.trail(in: file)]) })
    }

    func throwIfInvalid() throws(Diagnostics) {
        if hasErrors { throw Diagnostics(all: all) }
    }

    private func add(_ severity: Diagnostic.Severity, _ message: String, at place: Place) {
        found.insert(
            Diagnostic(
                file: place.origin?.file ?? file,
                line: place.line,
                column: place.column,
                severity: severity,
                message: message,
                includedAt: place.origin.map { [$0.includedAt.trail(in: file)] } ?? []
            )
        )
    }
}
