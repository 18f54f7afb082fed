import Engine
public import Regulation

/// How many facts are confirmed and how many are not, of one jurisdiction about one topic.
public struct FactCount: Hashable, Sendable {
    public let confirmed: Int
    public let unconfirmed: Int

    public init(_ facts: some Sequence<Fact>) {
        let all = Array(facts)
        confirmed = all.count { $0.source.confidence == .confirmed }
        unconfirmed = all.count - confirmed
    }

    private init(confirmed: Int, unconfirmed: Int) {
        self.confirmed = confirmed
        self.unconfirmed = unconfirmed
    }

    public static func + (left: FactCount, right: FactCount) -> FactCount {
        FactCount(
            confirmed: left.confirmed + right.confirmed,
            unconfirmed: left.unconfirmed + right.unconfirmed
        )
    }
}

extension Sequence<Fact> {
    /// The count about each topic.
    public var countsByTopic: [Fact.Topic: FactCount] {
        Dictionary(grouping: self, by: \.topic).mapValues { FactCount($0) }
    }
}
