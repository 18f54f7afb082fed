import Engine
import Regulation

/// Facts of one jurisdiction, collected under a place that grows from the outside in.
struct FactList {
    let jurisdiction: JurisdictionCode
    private(set) var facts: [Fact] = []

    init(_ jurisdiction: JurisdictionCode) {
        self.jurisdiction = jurisdiction
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
        guard period.anchor != .start else { return }
        add(topic, "\(place).anchor", period.anchor.rawValue, period.source, window)
    }
}

extension String {
    /// The place for some classes only: `limit[C]`.
    func of(_ classes: [DeviceClass]) -> String {
        classes.isEmpty ? self : "\(self)[\(classes.map(\.rawValue).joined(separator: ","))]"
    }
}

extension Sequence where Element: CustomStringConvertible {
    /// Separated by commas.
    var listed: String { map(\.description).joined(separator: ", ") }
}
