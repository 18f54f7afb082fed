import Engine
import Regulation
import Views

/// Figures of a jurisdiction in words.
struct JurisdictionWords {
    let labels: Labels

    /// `B 100, C 160 working days, from acceptance, the authority's time only`.
    func clock(_ clock: RouteClock) -> String {
        let unit = labels["units.\(clock.rule.unit.rawValue)"]
        var parts = [
            figure(clock.limit, unit: unit) { "\($0)" }, labels["starts.\(clock.starts.rawValue)"],
            labels["counts.\(clock.rule.counts.rawValue)"],
        ]
        if clock.rule.anchor != .start { parts.append(labels["anchors.\(clock.rule.anchor.rawValue)"]) }
        if clock.rule.counting.firstDay == .included { parts.append(labels["counting.firstDay.included"]) }
        return parts.joined(separator: comma)
    }

    func fee(_ fee: FeeRule) -> String {
        [figure(fee.amounts) { $0.description }, fee.due.map { labels["feeDue.\($0.rawValue)"] }]
            .compactMap(\.self).joined(separator: comma)
    }

    func span(_ period: Period) -> String { labels.span(period) }

    func counting(_ counting: Counting) -> String { labels.counting(counting) }

    func value(_ value: RouteValue) -> String { labels.text(ifAny: "valueChoices.\(value.text)") ?? value.text }

    private func figure<Value>(_ figure: Figure<Value>?, unit: String? = nil, _ text: (Value) -> String) -> String {
        guard let figure else { return labels["advice.gap.unstated"] }
        let values = figure.entries.map { entry in
            [entry.deviceClass?.rawValue, text(entry.value)].compactMap(\.self).joined(separator: " ")
        }
        guard let unit else { return values.joined(separator: "; ") }
        return labels.text("jurisdiction.span", values.joined(separator: ", "), unit)
    }

    /// `class B, C`, or nil for every class.
    func classes(_ classes: [DeviceClass]) -> String? {
        classes.isEmpty ? nil : labels.text("jurisdiction.class", classes.listed)
    }

    /// `from 2026-03-01`, or nil where it always holds.
    func window(_ window: Window) -> String? {
        switch (window.from, window.until) {
        case (nil, nil): nil
        case (let from?, nil): labels.text("jurisdiction.from", from.description)
        case (nil, let until?): labels.text("jurisdiction.until", until.description)
        case (let from?, let until?): labels.text("jurisdiction.fromUntil", from.description, until.description)
        }
    }

    /// The text in the language of the labels, else in English, else in any.
    func name(_ names: [String: String]) -> String {
        names[labels.language] ?? names["en"] ?? names.sorted { $0.key < $1.key }.first?.value ?? ""
    }

    func source(_ source: Source) -> String {
        [
            labels.said(source.text), source.url.map { "<\($0)>" }, source.asOf?.description,
            labels["confidence.\(source.confidence.rawValue)"],
        ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    }

    var comma: String { labels["advice.comma"] }
}

extension Sequence where Element: CustomStringConvertible {
    /// Separated by commas.
    var listed: String { map(\.description).joined(separator: ", ") }
}
