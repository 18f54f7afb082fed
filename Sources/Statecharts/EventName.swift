/// The name of something that happened: tokens separated by dots, such as `done.state.review`.
public struct EventName: RawRepresentable, Hashable, Codable, Sendable, Comparable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The event a chart raises for itself when a child of `state`, or every region of it, has reached a final state.
    public static func done(_ state: StateID) -> EventName { EventName(rawValue: "done.state.\(state.rawValue)") }

    public static func < (left: EventName, right: EventName) -> Bool { left.rawValue < right.rawValue }
}

extension EventName: CustomStringConvertible {
    public var description: String { rawValue }
}
