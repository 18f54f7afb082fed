package import Submissions

/// In which capacities whoever has the turn in a case may do something, conditions aside.
///
/// Kept as lists store it, a line for each, since hardly any list takes it apart.
package struct CaseMovers: Hashable, Sendable, CustomStringConvertible {
    /// `officer@HSA`; a line for each, in order, and nothing where there is none.
    package let description: String

    package init(_ capacities: some Sequence<Actor.Capacity>) {
        description = capacities.map(\.description).sorted().joined(separator: "\n")
    }

    /// As a store kept it.
    package init(text: String) { description = text }

    package static let none = CaseMovers([])
    package static let applicant = CaseMovers([.applicant])

    package func contains(_ capacity: Actor.Capacity) -> Bool {
        description.split(separator: "\n").contains(Substring(capacity.description))
    }
}
