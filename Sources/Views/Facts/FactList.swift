import Engine
import Regulation

/// Facts of one jurisdiction, collected under a place that grows from the outside in.
struct FactList {
    let jurisdiction: JurisdictionCode
    /// How spans count where a rule does not say otherwise.
    let counting: CountingLaws
    private(set) var facts: [Fact] = []

    init(_ jurisdiction: JurisdictionCode, _ counting: CountingLaws) {
        self.jurisdiction = jurisdiction
        self.counting = counting
    }

    mutating func add(
        _ topic: Fact.Topic,
        _ place: String,
        _ value: String?,
        _ source: Source,
        _ window: Window = .always
    ) {
        facts.append(
            Fact(jurisdiction: jurisdiction, topic: topic, path: place, value: value, source: source, window: window)
        )
    }

    /// A figure for every class, or one fact for each; where none is stated, that.
    mutating func add<Value>(
        _ topic: Fact.Topic,
        _ place: String,
        _ figure: Figure<Value>?,
        _ source: Source,
        _ window: Window,
        _ text: (Value) -> String
    ) {
        guard let figure else { return add(topic, place, nil, source, window) }
        for (deviceClass, value) in figure.entries {
            add(topic, place.of([deviceClass].compactMap { $0 }), text(value), source, window)
        }
    }

    /// A span of time in its unit.
    mutating func add(_ topic: Fact.Topic, _ place: String, _ period: Period, _ window: Window) {
        add(topic, place, "\(period.count) \(period.unit.rawValue)", period.source, window)
        if period.anchor != .start { add(topic, "\(place).anchor", period.anchor.rawValue, period.source, window) }
        add(topic, place, period.law, window)
    }

    /// How a rule counts, where that is not what the country's law says of all such rules.
    mutating func add(_ topic: Fact.Topic, _ place: String, _ law: CountingLaw, _ window: Window) {
        let general = CountingLaws.Part.allCases.map { counting[$0] }
        if !general.contains(law) { add(topic, "\(place).counting", law.text, law.source, window) }
    }
}

extension String {
    /// The place for some classes only: `limit[C]`.
    func of(_ names: [some CustomStringConvertible]) -> String {
        names.isEmpty ? self : "\(self)[\(names.map(\.description).joined(separator: ","))]"
    }
}

extension Sequence where Element: CustomStringConvertible {
    /// Separated by commas.
    var listed: String { map(\.description).joined(separator: ", ") }
}
