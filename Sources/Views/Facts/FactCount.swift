import Engine
package import Regulation

/// How many facts are confirmed and how many are not, of one jurisdiction about one topic.
package struct FactCount: Hashable, Sendable {
    package let confirmed: Int
    package let unconfirmed: Int
    /// Rules of which no first day is known; of what is said of the country as a whole, and of calendars, none is asked.
    package let withoutFirstDay: Int

    package init(_ facts: some Sequence<Fact>) {
        let all = Array(facts)
        confirmed = all.count { $0.source.confidence == .confirmed }
        unconfirmed = all.count - confirmed
        withoutFirstDay = all.count { fact in
            fact.window.from == nil && fact.topic != .general && fact.topic != .calendar
        }
    }

    private init(confirmed: Int, unconfirmed: Int, withoutFirstDay: Int) {
        self.confirmed = confirmed
        self.unconfirmed = unconfirmed
        self.withoutFirstDay = withoutFirstDay
    }

    package static func + (left: FactCount, right: FactCount) -> FactCount {
        FactCount(
            confirmed: left.confirmed + right.confirmed,
            unconfirmed: left.unconfirmed + right.unconfirmed,
            withoutFirstDay: left.withoutFirstDay + right.withoutFirstDay
        )
    }
}

extension Sequence<Fact> {
    /// The count about each topic.
    package var countsByTopic: [Fact.Topic: FactCount] {
        Dictionary(grouping: self, by: \.topic).mapValues { FactCount($0) }
    }
}
