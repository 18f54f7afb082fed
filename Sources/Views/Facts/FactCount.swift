import Engine
package import Regulation

/// How many facts are confirmed and how many are not, of one jurisdiction about one topic.
package struct FactCount: Hashable, Sendable {
    package let confirmed: Int
    package let unconfirmed: Int

    package init(_ facts: some Sequence<Fact>) {
        let all = Array(facts)
        confirmed = all.count { $0.source.confidence == .confirmed }
        unconfirmed = all.count - confirmed
    }

    private init(confirmed: Int, unconfirmed: Int) {
        self.confirmed = confirmed
        self.unconfirmed = unconfirmed
    }

    package static func + (left: FactCount, right: FactCount) -> FactCount {
        FactCount(
            confirmed: left.confirmed + right.confirmed,
            unconfirmed: left.unconfirmed + right.unconfirmed
        )
    }
}

extension Sequence<Fact> {
    /// The count about each topic.
    package var countsByTopic: [Fact.Topic: FactCount] {
        Dictionary(grouping: self, by: \.topic).mapValues { FactCount($0) }
    }
}
