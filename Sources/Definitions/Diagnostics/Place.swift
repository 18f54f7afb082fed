/// A position in a text, both numbers from 1; columns count Unicode scalars.
struct Place: Hashable, Comparable, Sendable {
    static let start = Place(line: 1, column: 1)

    let line: Int
    let column: Int
    /// The fragment from which the text was taken; nil for what stands in the file that is read.
    let origin: Origin?

    init(line: Int, column: Int, origin: Origin? = nil) {
        self.line = line
        self.column = column
        self.origin = origin
    }

    static func < (left: Place, right: Place) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }

    /// `FILE:LINE:COLUMN`, where `file` is the one that is read.
    func text(in file: String) -> String { "\(origin?.file ?? file):\(line):\(column)" }
}

/// The file of a fragment and the place that includes it, shared by everything that was taken from there.
final class Origin: Hashable, Sendable {
    let file: String
    /// May itself stand in a fragment.
    let includedAt: Place

    init(file: String, includedAt: Place) {
        self.file = file
        self.includedAt = includedAt
    }

    static func == (left: Origin, right: Origin) -> Bool {
        left === right || (left.file == right.file && left.includedAt == right.includedAt)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(file)
        hasher.combine(includedAt.line)
        hasher.combine(includedAt.column)
    }
}

extension Place {
    /// The place and those that include its text, from the inside to the file that is read.
    func trail(in file: String) -> String {
        let own = text(in: file)
        guard let outer = origin?.includedAt else { return own }
        return "\(own), \(outer.trail(in: file))"
    }
}
