import Regulation

extension Jurisdiction {
    /// Bound rules as they are pinned: without names, without what sources say, without dates that decided already.
    var pinned: Jurisdiction {
        Jurisdiction(
            code: code,
            names: [:],
            zone: zone,
            calendar: calendar,
            languages: .init(
                dossier: languages.dossier,
                label: languages.label,
                source: languages.source.map(\.bare)
            ),
            bodies: bodies.map {
                Body(id: $0.id, functions: $0.functions, names: [:], calendar: $0.calendar, source: $0.source.bare)
            },
            routes: routes.map(\.pinned),
            requirements: requirements.map(\.pinned),
            hub: hub,
            validity: validity.map(\.pinned),
            changes: changes.map(\.pinned),
            safety: safety.map {
                SafetyRule(
                    id: $0.id,
                    names: [:],
                    kinds: $0.kinds,
                    place: $0.place,
                    period: $0.period?.pinned,
                    window: $0.window,
                    source: $0.source.bare
                )
            },
            advertising: advertising.map {
                AdvertisingRule(
                    id: $0.id,
                    names: [:],
                    audience: $0.audience,
                    stages: $0.stages,
                    extent: $0.extent,
                    term: $0.term,
                    window: $0.window,
                    source: $0.source.bare
                )
            },
            counting: CountingLaws(
                periods: counting.periods.pinned,
                clocks: counting.clocks.pinned,
                reports: counting.reports.pinned,
                terms: counting.terms.pinned
            )
        )
    }
}

extension RouteRule {
    fileprivate var pinned: RouteRule {
        RouteRule(
            name: name,
            procedure: procedure,
            fallback: fallback,
            conditions: conditions.map { .init(kind: $0.kind, window: $0.window, source: $0.source.bare) },
            clocks: clocks.map {
                RouteClock(
                    name: $0.name,
                    rule: $0.rule,
                    limit: $0.limit,
                    starts: $0.starts,
                    countingSource: $0.countingSource.bare,
                    source: $0.source.bare
                )
            },
            periods: periods.map(\.pinned),
            values: values.map { RouteValue(name: $0.name, text: $0.text, source: $0.source.bare) },
            fees: fees.map {
                FeeRule(
                    id: $0.id,
                    amounts: $0.amounts,
                    due: $0.due,
                    insteadOf: $0.insteadOf,
                    source: $0.source.bare
                )
            },
            isOfProduct: isOfProduct,
            bundle: bundle.map { BundleRule(hub: $0.hub, ahead: $0.ahead?.pinned, source: $0.source.bare) },
            bindsAdvertising: bindsAdvertising,
            window: window,
            source: source.bare
        )
    }
}

extension Requirement {
    fileprivate var pinned: Requirement {
        Requirement(
            heading: heading,
            need: need,
            languages: languages,
            types: types,
            window: window,
            source: source.bare
        )
    }
}

extension ValidityRule {
    fileprivate var pinned: ValidityRule {
        ValidityRule(
            model: model,
            years: years,
            classes: classes,
            routes: routes,
            ending: ending.map { .init(on: $0.day, source: $0.source.bare) },
            renewal: renewal.map {
                Renewal(opens: $0.opens?.pinned, closes: $0.closes?.pinned, source: $0.source.bare)
            },
            yearly: yearly.map { .init(by: $0.by, window: $0.window, source: $0.source.bare) },
            law: law.pinned,
            window: window,
            source: source.bare
        )
    }
}

extension ChangeCategory {
    fileprivate var pinned: ChangeCategory {
        ChangeCategory(
            id: id,
            names: [:],
            step: step,
            classes: classes,
            footing: footing,
            period: period?.pinned,
            window: window,
            source: source.bare
        )
    }
}

extension Period {
    fileprivate var pinned: Period {
        Period(name: name, count: count, unit: unit, anchor: anchor, law: law.pinned, source: source.bare)
    }
}

extension CountingLaw {
    fileprivate var pinned: CountingLaw { CountingLaw(counting, source: source.bare) }
}

extension Source {
    fileprivate var bare: Source { Source(text: "", url: nil, asOf: nil, confidence: confidence) }
}
