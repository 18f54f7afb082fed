/// One figure or statement of the configuration, with where it comes from.
public struct Fact: Hashable, Sendable {
    /// What a fact is about.
    public enum Topic: String, Hashable, Sendable, CaseIterable {
        case routes, clocks, fees, validity, changes, documents
        /// Laws, classes, languages, holder, bodies and safety reports.
        case general
        case calendar
    }

    public let jurisdiction: JurisdictionCode
    public let topic: Topic
    /// Where it stands within the jurisdiction: `routes.reliance.clocks.review.limit[C]`.
    public let place: String
    /// Nil where the source states no figure.
    public let value: String?
    public let source: Source
    /// When it is in force: its own dates, where it has none those of its route.
    public let window: Window

    /// The place with the jurisdiction before it; dated versions of one rule share it.
    public var path: String { "\(jurisdiction).\(place)" }

    public init(
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
    public func unconfirmedFirst() -> [Fact] {
        filter { $0.source.confidence == .unconfirmed } + filter { $0.source.confidence == .confirmed }
    }
}

extension Window {
    /// Each end that is open here, as in `other`.
    package func filled(from other: Window) -> Window {
        Window(from: from ?? other.from, until: until ?? other.until)
    }
}
