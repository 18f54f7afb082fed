public import Submissions

/// In which capacities whoever has the turn in a case may do something, conditions aside.
///
/// Kept as lists store it, a line for each, since hardly any list takes it apart.
public struct CaseMovers: Hashable, Sendable, CustomStringConvertible {
    /// `officer@HSA`; a line for each, in order, and nothing where there is none.
    public let description: String

    public init(_ capacities: some Sequence<Actor.Capacity>) {
        description = capacities.map(\.description).sorted().joined(separator: "\n")
    }

    /// As a store kept it.
    public init(text: String) { description = text }

    public static let none = CaseMovers([])
    public static let applicant = CaseMovers([.applicant])

    public func contains(_ capacity: Actor.Capacity) -> Bool {
        description.split(separator: "\n").contains(Substring(capacity.description))
    }
}
