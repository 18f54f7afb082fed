/// A text identifier that cannot be mistaken for the identifier of another kind of thing.
package struct Identifier<Subject>: RawRepresentable, Hashable, Codable, CodingKeyRepresentable, Sendable, Comparable,
    CustomStringConvertible
{
    package let rawValue: String
    @inlinable package init(rawValue: String) { self.rawValue = rawValue }
    @inlinable package init(_ rawValue: String) { self.rawValue = rawValue }
    @inlinable package var description: String { rawValue }
    @inlinable package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    // Written out and inlinable: what would be derived goes through the witnesses of every generic caller, in every step.
    @inlinable package static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
    @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension Identifier: ExpressibleByStringLiteral {
    @inlinable package init(stringLiteral value: String) { self.init(rawValue: value) }
}

/// An ISO 3166-1 alpha-2 code.
package typealias JurisdictionCode = Identifier<Jurisdiction>
package typealias BodyID = Identifier<Body>
package typealias RouteName = Identifier<RouteRule>
package typealias ClockName = Identifier<RouteClock>
package typealias FeeID = Identifier<FeeRule>
package typealias ClaimID = Identifier<ClaimSubject>
package typealias ProductID = Identifier<ProductSubject>
package typealias OrganizationID = Identifier<OrganizationSubject>
package typealias PersonID = Identifier<PersonSubject>
/// The digest of a procedure or of a rule set as it was when a case was opened: `sha256:` and 64 hex digits.
package typealias Pin = Identifier<PinSubject>

package enum ClaimSubject {}
package enum ProductSubject {}
package enum OrganizationSubject {}
package enum PersonSubject {}
package enum PinSubject {}
