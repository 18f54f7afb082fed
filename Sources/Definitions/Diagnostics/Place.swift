/// A position in a text, both numbers from 1; columns count Unicode scalars.
struct Place: Hashable, Comparable, Sendable {
    static let start = Place(line: 1, column: 1)

    let line: Int
    let column: Int

    static func < (left: Place, right: Place) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
