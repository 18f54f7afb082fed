import Engine
import Regulation
import Submissions

/// Chooses routes for each strategy and plans by them.
struct StrategyPlanner {
    let basis: PlanBasis
    let wishes: PlanWishes

    /// The countries of the plan, and where the leader is none of them, the leader too.
    private func countries(with leader: JurisdictionCode? = nil) -> [JurisdictionCode] {
        let own = basis.submission.opened.targets.map(\.jurisdiction).filter { basis.jurisdiction($0) != nil }
        guard let leader, !own.contains(leader), basis.jurisdiction(leader) != nil else { return own }
        return [leader] + own
    }

    func comparison() -> StrategyComparison {
        var kinds: [(ComparedStrategy.Kind, Bool)] = [(.alone, false)]
        let leaders = basis.forecast.leaders.filter { basis.jurisdiction($0) != nil }
        if countries().contains(where: { relyingOnHeld($0) != nil }) { kinds.append((.held, false)) }
        kinds += leaders.map { (.after($0), false) }
        let isBundled = countries().contains { bundled($0) != nil }
        if isBundled { kinds.append((.bundled, false)) }
        // What a first stage would cover somebody has to say: without it the two-stage lines would promise nothing.
        let staging = countries().filter { staged($0) != nil }
        let isStaged = !basis.stageClaims.isEmpty || staging.contains { planned($0) == staged($0) }
        if isStaged, !staging.isEmpty {
            kinds += [(.alone, true)] + leaders.map { (.after($0), true) }
            if isBundled { kinds.append((.bundled, true)) }
        }
        kinds.append((.chosen, false))
        if let own = wishes.strategy { kinds.append((.own(own), false)) }
        var base: Plan?
        let compared = kinds.map { kind, isTwoStage in
            // What has come about stands in the line of what was chosen; the others are as if nothing were filed yet.
            var builder = PlanBuilder(basis, looksAtCases: kind == .chosen)
            let choices = choices(kind, isTwoStage)
            let plan = builder.plan(kind == .chosen ? asFiled(choices) : choices)
            base = base ?? plan
            return ComparedStrategy(
                kind: kind,
                isTwoStage: isTwoStage,
                plan: plan,
                feeDifference: Self.difference(base ?? plan, plan)
            )
        }
        return StrategyComparison(
            on: basis.date,
            start: basis.start,
            strategies: compared,
            stageClaims: basis.stageClaims,
            withoutStage: isStaged ? [] : staging
        )
    }

    // MARK: - Choices

    /// A case that went on by another route is planned by that one.
    func asFiled(_ choices: [PlanChoice]) -> [PlanChoice] {
        choices.map { choice in
            basis.submission.member(choice.jurisdiction).map {
                PlanChoice(
                    jurisdiction: choice.jurisdiction,
                    route: $0.route,
                    fileOn: choice.fileOn,
                    after: choice.after
                )
            } ?? choice
        }
    }

    func choices(_ kind: ComparedStrategy.Kind, _ isTwoStage: Bool) -> [PlanChoice] {
        let leader: JurisdictionCode? = if case .after(let code) = kind { code } else { nil }
        return countries(with: leader).compactMap { code in
            route(of: code, kind, isTwoStage).map { route in
                let day = wishes.fileOn[code]
                let waits = day == nil && leader.map { code != $0 && relying(code, on: $0) == route } ?? false
                return PlanChoice(jurisdiction: code, route: route, fileOn: day, after: waits ? leader : nil)
            }
        }.map { choice in
            guard case .own(let strategy) = kind,
                let step = strategy.steps.first(where: {
                    $0.jurisdiction == choice.jurisdiction
                })
            else { return choice }
            return PlanChoice(step, else: choice)
        } + added(kind)
    }

    /// The countries that only the own strategy names.
    private func added(_ kind: ComparedStrategy.Kind) -> [PlanChoice] {
        guard case .own(let strategy) = kind else { return [] }
        let known = countries()
        return strategy.steps.filter { !known.contains($0.jurisdiction) }.compactMap { step in
            let route = step.route ?? alone(step.jurisdiction, isTwoStage: false)
            return route.map { PlanChoice(step, else: PlanChoice(jurisdiction: step.jurisdiction, route: $0)) }
        }
    }

    private func route(
        of code: JurisdictionCode,
        _ kind: ComparedStrategy.Kind,
        _ isTwoStage: Bool
    ) -> RouteName? {
        let alone = alone(code, isTwoStage: isTwoStage)
        switch kind {
        case .chosen, .own: return planned(code) ?? alone
        case .alone: return alone
        case .held: return relyingOnHeld(code) ?? alone
        case .after(let leader): return code == leader ? alone : relying(code, on: leader) ?? alone
        case .bundled: return bundled(code) ?? alone
        }
    }

    private func planned(_ code: JurisdictionCode) -> RouteName? {
        basis.submission.opened.targets.first { $0.jurisdiction == code }?.route
    }

    /// The routes of a country that are in force and not for other products, in the order of its file.
    private func routes(_ code: JurisdictionCode) -> [RouteAdvice] {
        guard let jurisdiction = basis.jurisdiction(code) else { return [] }
        var facts = basis.submission.routeFacts(
            for: code,
            own: .member(code),
            register: basis.register,
            on: .day(basis.start)
        )
        facts.deviceClass = deviceClass(of: jurisdiction)
        return RouteAdviser(
            jurisdiction: jurisdiction,
            facts: facts,
            procedures: basis.field.procedures,
            calendar: basis.field.calendars[jurisdiction.workingCalendar],
            planned: nil
        ).routes.filter { !$0.isBarred }
    }

    private func deviceClass(of jurisdiction: Jurisdiction) -> DeviceClass? {
        jurisdiction.advisedClass(
            declared: basis.submission.opened.classes[jurisdiction.code],
            category: basis.category,
            on: basis.date
        )?.deviceClass
    }

    /// The route that rests on no other approval: the chosen one where it is such, else the one to which most others fall back.
    func alone(_ code: JurisdictionCode, isTwoStage: Bool) -> RouteName? {
        if isTwoStage, let staged = staged(code) { return staged }
        let routes = routes(code).map(\.route).filter { rule in
            !rule.relies && standing(of: rule) != .proposal && basis.procedure(of: rule)?.grant?.stage == nil
        }
        if let planned = planned(code), routes.contains(where: { $0.name == planned }) { return planned }
        let all = (basis.jurisdiction(code)?.routes ?? []).compactMap(\.fallback)
        func fallbacks(_ rule: RouteRule) -> Int { all.count { $0 == rule.name } }
        let most = routes.map(fallbacks).max() ?? 0
        return routes.first { fallbacks($0) == most }?.name
    }

    /// The route by which a first stage is approved before the rest.
    private func staged(_ code: JurisdictionCode) -> RouteName? {
        routes(code).map(\.route).first { rule in
            standing(of: rule) != .proposal && basis.procedure(of: rule)?.grant?.stage == 1
        }?.name
    }

    private func bundled(_ code: JurisdictionCode) -> RouteName? {
        routes(code).map(\.route).first { !$0.relies && standing(of: $0) == .proposal }?.name
    }

    /// The route that rests on the leader's approval and is expected to be quickest; of those without a time, the first.
    func relying(_ code: JurisdictionCode, on leader: JurisdictionCode) -> RouteName? {
        let rules = routes(code).map(\.route).filter { rule in
            standing(of: rule) != .proposal && rule.references.contains(leader) && rule.neededReferences == 1
        }
        return quickest(rules, in: code) { ($0.heldMonths ?? 0) * 30 }
    }

    private func quickest(
        _ rules: [RouteRule],
        in code: JurisdictionCode,
        waiting: (RouteRule) -> Int
    ) -> RouteName? {
        guard let jurisdiction = basis.jurisdiction(code) else { return nil }
        let reckoner = TimeReckoner(
            jurisdiction,
            in: basis.field.calendars[jurisdiction.workingCalendar],
            by: basis.forecast
        )
        let own = deviceClass(of: jurisdiction)
        let timed = rules.compactMap { rule -> (RouteName, Int)? in
            reckoner.time(
                of: rule,
                aside: basis.procedure(of: rule)?.clocksAside ?? [],
                for: own,
                from: basis.start
            )
            .days.map { (rule.name, $0 + waiting(rule)) }
        }
        return timed.min { $0.1 < $1.1 }?.0 ?? rules.first?.name
    }

    /// The route that rests on approvals that the product holds already and is expected to be quickest; nil where none is
    /// open, or may be.
    private func relyingOnHeld(_ code: JurisdictionCode) -> RouteName? {
        let routes = routes(code).filter { advice in
            standing(of: advice.route) != .proposal && advice.assessment.hasReference && advice.answer != .closed
        }.map(\.route)
        return quickest(routes, in: code, waiting: { _ in 0 })
    }

    private func standing(of rule: RouteRule) -> Procedure.Status { basis.procedure(of: rule)?.standing ?? .law }

    // MARK: - Savings

    /// What the leader's approval saves in every country that is configured: both filed on the day from which it is reckoned.
    func savings(of leader: JurisdictionCode) -> [Saving] {
        basis.field.jurisdictions.map(\.code).filter { $0 != leader }.compactMap { code in
            guard let route = relying(code, on: leader), let alone = alone(code, isTwoStage: false) else { return nil }
            func planned(_ route: RouteName) -> PlannedCountry? {
                var builder = PlanBuilder(basis, looksAtCases: false)
                return builder.plan([PlanChoice(jurisdiction: code, route: route, fileOn: basis.start)]).countries.first
            }
            guard let with = planned(route), let without = planned(alone) else { return nil }
            return Saving(
                jurisdiction: code,
                names: with.names,
                with: with,
                without: without,
                feeDifference: FeeDifference(from: [with], to: [without])
            )
        }
    }

    // MARK: - Fees

    private static func difference(_ base: Plan, _ plan: Plan) -> FeeDifference {
        let shared = Set(base.countries.map(\.jurisdiction)).union(plan.countries.map(\.jurisdiction))
        let pairs = shared.sorted().map { code in
            (base.countries.first { $0.jurisdiction == code }, plan.countries.first { $0.jurisdiction == code })
        }.filter { $0.0?.routeName != $0.1?.routeName }
        return FeeDifference(from: pairs.compactMap(\.0), to: pairs.compactMap(\.1))
    }
}

extension PlanChoice {
    /// As a person's own strategy has it, the rest as `other`.
    init(_ step: FilingStrategy.Step, else other: PlanChoice) {
        self.init(jurisdiction: step.jurisdiction, route: step.route ?? other.route, fileOn: nil, after: nil)
        switch step.filing {
        case .on(let day)?: fileOn = day
        case .after(let code)?: after = code
        case nil: fileOn = other.fileOn
        }
    }
}
