/// The name of something that happened: tokens separated by dots, such as `done.state.review`.
package struct EventName: RawRepresentable, Hashable, Codable, Sendable, Comparable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The event a chart raises for itself when a child of `state`, or every region of it, has reached a final state.
    package static func done(_ state: StateID) -> EventName { EventName(rawValue: "done.state.\(state.rawValue)") }

    package static func < (left: EventName, right: EventName) -> Bool { left.rawValue < right.rawValue }
}

extension EventName: CustomStringConvertible {
    package var description: String { rawValue }
}
