/// One figure or statement of the configuration, with where it comes from.
package struct Fact: Hashable, Sendable {
    /// What a fact is about.
    package enum Topic: String, Hashable, Sendable, CaseIterable {
        case routes, clocks, fees, validity, changes, documents
        /// Laws, classes, languages, holder, bodies and safety reports.
        case general
        case calendar
    }

    package let jurisdiction: JurisdictionCode
    package let topic: Topic
    /// Where it stands within the jurisdiction: `routes.reliance.clocks.review.limit[C]`.
    package let place: String
    /// Nil where the source states no figure.
    package let value: String?
    package let source: Source
    /// When it is in force: its own dates, where it has none those of its route.
    package let window: Window

    /// The place with the jurisdiction before it; dated versions of one rule share it.
    package var path: String { "\(jurisdiction).\(place)" }

    package init(
        jurisdiction: JurisdictionCode,
        topic: Topic,
        path place: String,
        value: String?,
        source: Source,
        window: Window = .always
    ) {
        self.jurisdiction = jurisdiction
        self.topic = topic
        self.place = place
        self.value = value
        self.source = source
        self.window = window
    }
}

extension Sequence<Fact> {
    /// Unconfirmed first, else in their order.
    package func unconfirmedFirst() -> [Fact] {
        filter { $0.source.confidence == .unconfirmed } + filter { $0.source.confidence == .confirmed }
    }
}

extension Window {
    /// Each end that is open here, as in `other`.
    package func filled(from other: Window) -> Window {
        Window(from: from ?? other.from, until: until ?? other.until)
    }
}
