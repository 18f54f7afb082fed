import Engine
import Regulation

/// A country or region with the source of each figure.
struct JurisdictionText {
    let labels: Labels

    func text(_ jurisdiction: Jurisdiction, on date: CivilDate?, width: Int) -> String {
        var lines = ["\(jurisdiction.code) \(jurisdiction.names[labels.language] ?? "") · \(jurisdiction.zone.id)", ""]
        var bodies = Table(["authority", "function", "source"].map { labels["columns.\($0)"] })
        for body in jurisdiction.bodies {
            bodies.add([
                "\(body.id) – \(body.names.sorted { $0.key < $1.key }.map(\.value).joined(separator: " / "))",
                body.functions.map { labels["functions.\($0.rawValue)"] }.joined(separator: ", "), source(body.source),
            ])
        }
        lines += [bodies.text(width: width), ""]
        var figures = Table(["route", "rule", "figure", "source"].map { labels["columns.\($0)"] })
        for route in jurisdiction.routes where date.map(route.isInForce(on:)) ?? true { add(route, to: &figures) }
        lines.append(figures.text(width: width))
        return lines.joined(separator: "\n")
    }

    private func add(_ route: RouteRule, to table: inout Table) {
        let span =
            [route.from?.description, route.until?.description].contains { $0 != nil }
            ? " (\(route.from?.description ?? "") – \(route.until?.description ?? ""))" : ""
        table.add([
            labels["routes.\(route.name)"] + span, labels["columns.procedure"], route.procedure, source(route.source),
        ])
        for (name, clock) in route.clocks.sorted(by: { $0.key < $1.key }) {
            let limit = clock.rule.limit.map { "\($0)" } ?? "?"
            let figure =
                "\(limit) \(labels["units.\(clock.rule.unit.rawValue)"]), \(labels["starts.\(clock.starts.rawValue)"]), "
                + labels["counts.\(clock.rule.counts.rawValue)"]
            table.add(["", labels["clocks.\(name)"], figure, source(clock.source)])
        }
        for (name, period) in route.periods.sorted(by: { $0.key < $1.key }) {
            table.add([
                "", labels["periods.\(name)"], "\(period.count) \(labels["units.\(period.unit.rawValue)"])",
                labels["confidence.\(period.confidence.rawValue)"],
            ])
        }
        for (name, value) in route.values.sorted(by: { $0.key < $1.key }) {
            table.add([
                "", labels["values.\(name)"], labels["valueChoices.\(value.text)"],
                labels["confidence.\(value.confidence.rawValue)"],
            ])
        }
        for fee in route.fees {
            let amount = fee.amount?.description ?? labels["feeStanding.amountUnknown"]
            table.add(["", labels["fees.\(fee.id)"], amount, source(fee.source)])
        }
        if let reliance = route.reliance {
            table.add([
                "", labels["values.references"], reliance.references.map(\.rawValue).joined(separator: ", "),
                labels["values.minimumMonthsHeld"] + ": \(reliance.minimumMonthsHeld); "
                    + labels["values.acceptsStageOne"] + ": " + labels["valueChoices.\(reliance.acceptsStageOne.text)"],
            ])
        }
    }

    private func source(_ source: Source) -> String {
        [
            source.text, source.url.map { "<\($0)>" }, source.asOf?.description,
            labels["confidence.\(source.confidence.rawValue)"],
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
