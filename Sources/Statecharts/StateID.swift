/// The name of a state, unique within its chart.
///
/// A validated chart holds only names made of ASCII letters, digits, `.`, `-` and `_`; the type itself accepts any text,
/// so that a defective name can be reported.
package struct StateID: RawRepresentable, Hashable, Codable, CodingKeyRepresentable, Sendable, Comparable,
    ExpressibleByStringLiteral
{
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { self.init(rawValue: value) }

    /// Alphabetical, for stable output; document order is a matter of the chart.
    package static func < (left: StateID, right: StateID) -> Bool { left.rawValue < right.rawValue }
}

extension StateID: CustomStringConvertible {
    package var description: String { rawValue }
}
