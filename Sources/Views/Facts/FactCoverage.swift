package import CanonicalJSON
import Engine
package import Regulation

/// How far what is known of a country goes: how much is confirmed, contested or unknown, and how old the sources are.
package struct FactCoverage: Hashable, Sendable {
    /// What a source states, also that there is no figure.
    package let confirmed: Int
    /// What is stated, but contested, inferred or assumed.
    package let unconfirmed: Int
    /// What was looked for and not found: no figure is stated, or the answer is `unknown`.
    package let unknown: Int
    /// Rules of which no first day is stated; they are taken to hold for every earlier day.
    package let undated: Int
    /// The date of the oldest source that bears one.
    package let oldest: PartialDate?

    package init(_ facts: some Sequence<Fact>) {
        let all = Array(facts)
        let unsure = all.filter { $0.source.confidence == .unconfirmed }
        confirmed = all.count - unsure.count
        unknown = unsure.count { $0.value == nil || $0.value == "unknown" }
        unconfirmed = unsure.count - unknown
        undated = all.count { $0.isDated && $0.window.from == nil }
        oldest = all.compactMap(\.source.asOf).min { ($0.earliest, $0.latest) < ($1.earliest, $1.latest) }
    }

    package var json: JSONValue {
        .object([
            "confirmed": .integer(Int64(confirmed)), "unconfirmed": .integer(Int64(unconfirmed)),
            "unknown": .integer(Int64(unknown)), "undated": .integer(Int64(undated)),
            "oldestSource": oldest.map { .string($0.description) } ?? .null,
        ])
    }
}

extension Fact {
    /// Whether it is a rule that begins on some day: laws, bodies and what the dossier holds are told without one.
    fileprivate var isDated: Bool {
        switch topic {
        case .routes, .clocks, .fees, .validity, .changes: true
        case .documents, .general, .calendar: false
        }
    }
}
