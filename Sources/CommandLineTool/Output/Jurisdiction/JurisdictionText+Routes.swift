import Engine
import Regulation
import Views

// Routes and tracks: conditions in words, and the figures.
extension JurisdictionText {
    mutating func addRoutes(_ routes: [RouteRule], _ title: String) {
        guard !routes.isEmpty else { return }
        section(title)
        for (number, route) in routes.enumerated() {
            if number > 0 { add([""]) }
            add(route, fallback: route.fallback.flatMap { name in routes.last { $0.name == name } })
        }
    }

    private mutating func add(_ route: RouteRule, fallback: RouteRule?) {
        let name = "\(labels.words(for: route)) (\(route.name))"
        add(limited(name, route.window), route.source, under: "■")
        var steps = labels["columns.procedure"] + labels["advice.colon"] + labels["procedures.\(route.procedure)"]
        if let fallback {
            steps += words.comma + labels.text("jurisdiction.fallback", labels.words(for: fallback))
        }
        add(TextWidth.hanging(" ", steps, to: width))
        for condition in route.conditions {
            add(limited(labels.words(for: condition), condition.window), condition.source, under: "  –")
        }
        add(figures(of: route))
    }

    private mutating func figures(of route: RouteRule) -> Table {
        var table = table("rule", "figure", "source")
        if let bodies = route.bodies {
            for function in Body.Function.allCases {
                guard let body = bodies.acting[function] else { continue }
                let rule = labels.text("jurisdiction.acting", labels["functions.\(function.rawValue)"])
                add(rule, body.rawValue, .always, bodies.source, to: &table)
            }
        }
        if let bundle = route.bundle {
            // What is only proposed says so.
            let hub = "\(bundle.hub) (案)"
            let told = bundle.ahead.map { labels.text("jurisdiction.joinsBundle", hub, words.span($0)) } ?? hub
            add(labels["jurisdiction.bundle"], told, .always, bundle.source, to: &table)
        }
        for clock in route.clocks {
            add(labels["clocks.\(clock.name)"], words.clock(clock), clock.window, clock.source, to: &table)
        }
        for period in route.periods {
            add(labels["periods.\(period.name)"], words.span(period), period.window, period.source, to: &table)
        }
        for value in route.values {
            add(labels["values.\(value.name)"], words.value(value), value.window, value.source, to: &table)
        }
        for fee in route.fees { add(labels.words(for: fee), words.fee(fee), fee.window, fee.source, to: &table) }
        return table
    }

    private mutating func add(
        _ rule: String,
        _ figure: String,
        _ window: Window,
        _ source: Source,
        to table: inout Table
    ) {
        table.add([limited(rule, window), starred(figure, source), sources.number(source)])
    }
}
