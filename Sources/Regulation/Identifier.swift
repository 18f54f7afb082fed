/// A text identifier that cannot be mistaken for the identifier of another kind of thing.
public struct Identifier<Subject>: RawRepresentable, Hashable, Codable, CodingKeyRepresentable, Sendable, Comparable,
    CustomStringConvertible
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

/// An ISO 3166-1 alpha-2 code.
public typealias JurisdictionCode = Identifier<Jurisdiction>
public typealias BodyID = Identifier<Body>
public typealias RouteName = Identifier<RouteRule>
public typealias ClockName = Identifier<RouteClock>
public typealias FeeID = Identifier<FeeRule>
public typealias ClaimID = Identifier<ClaimSubject>
public typealias ProductID = Identifier<ProductSubject>
public typealias OrganizationID = Identifier<OrganizationSubject>
public typealias PersonID = Identifier<PersonSubject>
/// The digest of a procedure or of a rule set as it was when a case was opened: `sha256:` and 64 hex digits.
public typealias Pin = Identifier<PinSubject>

public enum ClaimSubject {}
public enum ProductSubject {}
public enum OrganizationSubject {}
public enum PersonSubject {}
public enum PinSubject {}
