import Engine
import Regulation

// The facts of one route or track.
extension FactList {
    mutating func add(_ route: RouteRule, under section: String) {
        let place = "\(section).\(route.name)"
        add(.routes, "\(place).procedure", route.procedure, route.source, route.window)
        if let fallback = route.fallback {
            add(.routes, "\(place).fallback", fallback.rawValue, route.source, route.window)
        }
        if let bundle = route.bundle {
            add(.routes, "\(place).bundle.hub", bundle.hub.rawValue, bundle.source, route.window)
            if let ahead = bundle.ahead { add(.routes, "\(place).bundle.joins", ahead, route.window) }
        }
        if let bodies = route.bodies {
            for function in Body.Function.allCases {
                guard let body = bodies.acting[function] else { continue }
                add(.general, "\(place).bodies.\(function.rawValue)", body.rawValue, bodies.source, route.window)
            }
        }
        for (number, condition) in route.conditions.enumerated() {
            let window = condition.window.filled(from: route.window)
            add(condition, "\(place).conditions[\(number + 1)]", window)
        }
        for clock in route.clocks {
            add(clock, "\(place).clocks.\(clock.name)", clock.window.filled(from: route.window))
        }
        for period in route.periods {
            add(.clocks, "\(place).periods.\(period.name)", period, period.window.filled(from: route.window))
        }
        for value in route.values {
            let window = value.window.filled(from: route.window)
            add(.routes, "\(place).values.\(value.name)", value.text, value.source, window)
        }
        for fee in route.fees { add(fee, "\(place).fees.\(fee.id)", fee.window.filled(from: route.window)) }
    }

    private mutating func add(_ clock: RouteClock, _ place: String, _ window: Window) {
        let unit = clock.rule.unit.rawValue
        add(.clocks, "\(place).limit", clock.limit, clock.source, window) { "\($0) \(unit)" }
        add(.clocks, "\(place).counts", clock.rule.counts.rawValue, clock.source, window)
        add(.clocks, "\(place).starts", clock.starts.rawValue, clock.source, window)
        if clock.rule.anchor != .start {
            add(.clocks, "\(place).anchor", clock.rule.anchor.rawValue, clock.source, window)
        }
        add(.clocks, place, clock.law, window)
    }

    private mutating func add(_ fee: FeeRule, _ place: String, _ window: Window) {
        add(.fees, "\(place).amount", fee.amounts, fee.source, window) { $0.description }
        if let due = fee.due { add(.fees, "\(place).due", due.rawValue, fee.source, window) }
    }

    private mutating func add(_ condition: RouteCondition, _ place: String, _ window: Window) {
        let place = "\(place).\(condition.kind.word.rawValue)"
        add(.routes, place, condition.kind.text, condition.source, window)
        if case .references(_, let atLeast) = condition.kind {
            add(.routes, "\(place).atLeast", "\(atLeast)", condition.source, window)
        }
        if case .notDerivative(let within) = condition.kind, !within.isEmpty {
            add(.routes, "\(place).within", within.listed, condition.source, window)
        }
    }
}

extension TraitTerm {
    /// The question, and where it is not asked for a plain yes or no, the answers and the classes.
    fileprivate var text: String {
        let isPlain = answers == [.yes] || answers == [.no]
        let asked = isPlain ? trait.rawValue : "\(trait): \(answers.listed)"
        return classes.isEmpty ? asked : "\(asked) (\(classes.listed))"
    }
}

extension RouteCondition.Kind {
    /// What the condition says beside its name, in the words of the file.
    var text: String {
        switch self {
        case .references(let codes, _), .confidentiality(let codes): codes.listed
        case .heldMonths(let months): "\(months)"
        case .notBy(let bases): bases.map(\.rawValue).listed
        case .notDerivative, .independent: "true"
        case .stageOne(let rule): rule.rawValue
        case .same(let aspects): aspects.map(\.rawValue).listed
        case .noSeriousNotice(let months): months.map { "\($0)" } ?? "ever"
        case .consent: "report"
        case .holder: "appointed"
        case .classes(let classes): classes.listed
        case .trait(let term): term.text
        }
    }
}
