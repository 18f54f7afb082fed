/// How one jurisdiction may decide, and the figures that hold on that way; or a track beside the decision.
///
/// As configured it may hold several dated versions of a figure and figures by class; as ``bound(on:for:)`` to a case,
/// one of each.
package final class RouteRule: Sendable {
    package let name: RouteName
    /// Names by BCP 47 language, where the route has one of its own.
    package let names: [String: String]
    /// The procedure that a case on this route runs.
    package let procedure: String
    /// Where a case goes when it leaves this route; `nil` when there is no other way.
    package let fallback: RouteName?
    package let conditions: [RouteCondition]
    package let clocks: [RouteClock]
    package let periods: [Period]
    /// Answers of the rule to the questions that procedures ask, such as `lateAnswer`.
    package let values: [RouteValue]
    package let fees: [FeeRule]
    /// Who acts here, where the functions of the bodies do not say it; `nil` in a bound rule, whose bodies are those.
    package let bodies: RouteBodies?
    /// Whether a track belongs to the product and not to the jurisdiction in which it is kept.
    package let isOfProduct: Bool
    /// The bundle in which a case on the track may take part, as a proposal has it.
    package let bundle: BundleRule?
    /// Whether a case on the track is bound to the rules of advertising, of every day that they know.
    package let bindsAdvertising: Bool
    package let window: Window
    package let source: Source

    package init(
        name: RouteName,
        names: [String: String] = [:],
        procedure: String,
        fallback: RouteName? = nil,
        conditions: [RouteCondition] = [],
        clocks: [RouteClock] = [],
        periods: [Period] = [],
        values: [RouteValue] = [],
        fees: [FeeRule] = [],
        bodies: RouteBodies? = nil,
        isOfProduct: Bool = false,
        bundle: BundleRule? = nil,
        bindsAdvertising: Bool = false,
        window: Window = .always,
        source: Source
    ) {
        self.name = name
        self.names = names
        self.procedure = procedure
        self.fallback = fallback
        self.conditions = conditions
        self.clocks = clocks
        self.periods = periods
        self.values = values
        self.fees = fees
        self.bodies = bodies
        self.isOfProduct = isOfProduct
        self.bundle = bundle
        self.bindsAdvertising = bindsAdvertising
        self.window = window
        self.source = source
    }

    package func isInForce(on date: CivilDate) -> Bool { window.contains(date) }

    /// Whether the route rests on another authority's approval, so that its case files for itself once there is one.
    package var relies: Bool {
        conditions.contains { if case .references = $0.kind { true } else { false } }
    }

    /// How many approvals of other authorities the route asks for; 0 for one that relies on none.
    package var neededReferences: Int {
        conditions.reduce(0) { most, condition in
            if case .references(_, let atLeast) = condition.kind { max(most, atLeast) } else { most }
        }
    }

    package func clock(_ name: ClockName) -> RouteClock? { clocks.last { $0.name == name } }
    package func period(_ name: String) -> Period? { periods.last { $0.name == name } }
    package func value(_ name: String) -> RouteValue? { values.last { $0.name == name } }
    package func fee(_ id: FeeID) -> FeeRule? { fees.last { $0.id == id } }

    /// The rule as it binds a case of `deviceClass` filed on `date`: versions in force, figures of that class.
    package func bound(on date: CivilDate, for deviceClass: DeviceClass?) -> RouteRule {
        RouteRule(
            name: name,
            names: names,
            procedure: procedure,
            fallback: fallback,
            conditions: conditions.filter { $0.kind.word == .confidentiality || $0.window.contains(date) },
            clocks: clocks.filter { $0.window.contains(date) }.map { $0.bound(for: deviceClass) },
            periods: periods.filter { $0.window.contains(date) },
            values: values.filter { $0.window.contains(date) },
            fees: fees.filter { $0.window.contains(date) }.map { $0.bound(for: deviceClass) },
            isOfProduct: isOfProduct,
            bundle: bundle,
            bindsAdvertising: bindsAdvertising,
            window: window,
            source: source
        )
    }
}

/// A class, because it is large, never changes, and is handed on at every step: copies cost more than deciding.
extension RouteRule: Hashable {
    package static func == (left: RouteRule, right: RouteRule) -> Bool {
        left === right
            || left.name == right.name
                && left.names == right.names
                && left.procedure == right.procedure
                && left.fallback == right.fallback
                && left.conditions == right.conditions
                && left.clocks == right.clocks
                && left.periods == right.periods
                && left.values == right.values
                && left.fees == right.fees
                && left.bodies == right.bodies
                && left.isOfProduct == right.isOfProduct
                && left.bundle == right.bundle
                && left.bindsAdvertising == right.bindsAdvertising
                && left.window == right.window
                && left.source == right.source
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(procedure)
        hasher.combine(window)
        hasher.combine(source)
    }
}

/// That a track may be filed together with those of other countries: where the joint work is done, and who says so.
package struct BundleRule: Hashable, Sendable {
    /// The track of the product that is the hub.
    package let hub: RouteName
    /// How long ahead of the day on which it can be filed a case that runs may join; without one a case is opened for the bundle.
    package let ahead: Period?
    package let source: Source

    package init(hub: RouteName, ahead: Period? = nil, source: Source) {
        self.hub = hub
        self.ahead = ahead
        self.source = source
    }
}

/// One review clock of a route: the rule, and what sets it off.
package struct RouteClock: Hashable, Sendable {
    /// The step of a procedure that starts the clock in this jurisdiction.
    package enum Start: String, Hashable, Sendable, CaseIterable {
        case filed, accepted, feePaid = "fee-paid", reviewBegun = "review-begun"
    }

    package let name: ClockName
    /// The rule without a limit where that depends on the class.
    package let rule: ClockRule
    package let limit: Figure<Int>?
    package let starts: Start
    /// Where the way of counting in ``rule`` comes from.
    package let countingSource: Source
    package let window: Window
    package let source: Source

    package init(
        name: ClockName,
        rule: ClockRule,
        limit: Figure<Int>?,
        starts: Start,
        countingSource: Source = .unstated,
        window: Window = .always,
        source: Source
    ) {
        self.name = name
        self.rule = rule
        self.limit = limit
        self.starts = starts
        self.countingSource = countingSource
        self.window = window
        self.source = source
    }

    /// How it counts, with the source.
    package var law: CountingLaw { CountingLaw(rule.counting, source: countingSource) }

    func bound(for deviceClass: DeviceClass?) -> RouteClock {
        let limit = limit?.value(for: deviceClass)
        return RouteClock(
            name: name,
            rule: rule.limited(to: limit),
            limit: limit.map(Figure.all),
            starts: starts,
            countingSource: countingSource,
            window: window,
            source: source
        )
    }
}

/// One answer of a rule.
package struct RouteValue: Hashable, Sendable {
    package let name: String
    package let text: String
    package let window: Window
    package let source: Source

    package var confidence: Confidence { source.confidence }

    package init(name: String, text: String, window: Window = .always, source: Source) {
        self.name = name
        self.text = text
        self.window = window
        self.source = source
    }
}

/// A fee that a body or a proposed scheme asks for; the amount is absent where no source states one.
package struct FeeRule: Hashable, Sendable {
    package enum Due: String, Hashable, Sendable, CaseIterable {
        case filed, accepted, approved, stage2, yearly, other
    }

    package let id: FeeID
    /// Names by BCP 47 language, where the fee has one of its own.
    package let names: [String: String]
    package let amounts: Figure<Money>?
    package let due: Due?
    /// The fee of the same route in whose place it is asked for: of the two one is owed, never both.
    package let insteadOf: FeeID?
    package let window: Window
    package let source: Source

    /// The amount where one holds for every class, as it does in a bound rule.
    package var amount: Money? { amounts?.value(for: nil) }

    package init(
        id: FeeID,
        names: [String: String] = [:],
        amounts: Figure<Money>?,
        due: Due? = nil,
        insteadOf: FeeID? = nil,
        window: Window = .always,
        source: Source
    ) {
        self.id = id
        self.names = names
        self.amounts = amounts
        self.due = due
        self.insteadOf = insteadOf
        self.window = window
        self.source = source
    }

    func bound(for deviceClass: DeviceClass?) -> FeeRule {
        FeeRule(
            id: id,
            names: names,
            amounts: amounts?.value(for: deviceClass).map(Figure.all),
            due: due,
            insteadOf: insteadOf,
            window: window,
            source: source
        )
    }
}
