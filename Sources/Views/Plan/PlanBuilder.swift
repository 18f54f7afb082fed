import Engine
import Regulation
import Submissions

/// Reckons the countries of a plan, those on whose approval others rest first.
struct PlanBuilder {
    let basis: PlanBasis
    /// Whether cases that run are looked at; a comparison of strategies begins anew.
    let looksAtCases: Bool
    private var done: [JurisdictionCode: PlannedCountry] = [:]

    init(_ basis: PlanBasis, looksAtCases: Bool) {
        self.basis = basis
        self.looksAtCases = looksAtCases
    }

    mutating func plan(_ choices: [PlanChoice]) -> Plan {
        var pending = choices
        while !pending.isEmpty {
            let codes = Set(pending.map(\.jurisdiction))
            // In a circle, each waits for another: the first then goes on without.
            let index = pending.firstIndex { awaited($0).isDisjoint(with: codes.subtracting([$0.jurisdiction])) } ?? 0
            let choice = pending.remove(at: index)
            done[choice.jurisdiction] = country(choice)
        }
        return Plan(
            submission: basis.submission.name,
            product: basis.submission.opened.product,
            productVersion: basis.submission.opened.productVersion,
            on: basis.date,
            preparation: basis.preparation,
            countries: choices.compactMap { done[$0.jurisdiction] }
        )
    }

    /// The countries whose approval the choice may rest on.
    private func awaited(_ choice: PlanChoice) -> Set<JurisdictionCode> {
        let references = rule(choice, on: choice.fileOn ?? basis.start)?.references ?? []
        return Set(references + [choice.after].compactMap(\.self))
    }

    private func rule(_ choice: PlanChoice, on date: CivilDate) -> RouteRule? {
        basis.jurisdiction(choice.jurisdiction)?.route(choice.route, on: date)
    }

    // MARK: - One country

    private func country(_ choice: PlanChoice) -> PlannedCountry? {
        guard let jurisdiction = basis.jurisdiction(choice.jurisdiction) else { return nil }
        let code = jurisdiction.code
        let member = looksAtCases ? basis.submission.member(code) : nil
        let actual = member.map { course(of: $0) }
        let deviceClass = jurisdiction.advisedClass(
            declared: basis.submission.opened.classes[code],
            category: basis.category,
            on: basis.date
        )
        let filing = filing(of: choice, actual)
        let day = filing.on ?? basis.date
        let rule = self.rule(choice, on: day)
        let calendar = basis.field.calendars[jurisdiction.workingCalendar]
        let adviser = RouteAdviser(
            jurisdiction: jurisdiction,
            facts: facts(for: code, on: day, deviceClass?.deviceClass),
            procedures: basis.field.procedures,
            calendar: calendar,
            planned: nil
        )
        let procedure = rule.flatMap(basis.procedure)
        let time = filing.on.flatMap { day in
            rule.map { rule in
                TimeReckoner(jurisdiction, in: calendar, by: basis.forecast).time(
                    of: rule,
                    aside: procedure?.clocksAside ?? [],
                    for: deviceClass?.deviceClass,
                    from: day,
                    clocks: member.map { $0.clocks.mapValues(\.ledger) } ?? [:],
                    today: basis.date
                )
            }
        }
        return PlannedCountry(
            jurisdiction: code,
            names: jurisdiction.names,
            deviceClass: deviceClass,
            routeName: choice.route,
            filing: filing,
            advice: rule.map { adviser.advice(on: $0) },
            time: time,
            actual: actual,
            isFirstStage: procedure?.grant?.stage == 1
        )
    }

    private func course(of member: Case) -> ActualCourse {
        let filings = basis.submission.filings.filter { member.filings.contains($0.number) }
        let approval = basis.submission.approval(of: member.name)
        return ActualCourse(
            caseName: member.name,
            filed: filings.first?.filedOn,
            decided: member.decisions.last?.on,
            outcome: member.outcome,
            approved: approval?.standing == .inForce ? approval?.grantedOn : nil
        )
    }

    private func filing(of choice: PlanChoice, _ actual: ActualCourse?) -> PlannedFiling {
        if let filed = actual?.filed { return PlannedFiling(on: filed.latest, cause: .actual) }
        if let day = choice.fileOn { return PlannedFiling(on: day, cause: .given) }
        if let other = choice.after {
            guard let market = day(of: other) else { return PlannedFiling(on: nil, cause: .waits(for: [other])) }
            let rule = self.rule(choice, on: market)
            let months = rule?.references.contains(other) == true ? rule?.heldMonths : nil
            let mature = months.map { market.adding(months: $0) } ?? market
            return PlannedFiling(
                on: max(prepared(after: market), mature),
                cause: .after([other], heldMonths: months)
            )
        }
        let rule = self.rule(choice, on: basis.start)
        guard let rule, rule.relies else { return PlannedFiling(on: basis.start, cause: .start) }
        let months = rule.heldMonths
        let held = (basis.submission.approvals + basis.register)
            .filter { rule.references.contains($0.jurisdiction) && $0.standing == .inForce }
            .map { (jurisdiction: $0.jurisdiction, day: $0.grantedOn.latest, isHeld: true) }
        let own = Set(held.map(\.jurisdiction))
        let planned = rule.references.filter { !own.contains($0) && $0 != choice.jurisdiction }.compactMap { code in
            day(of: code).map { (jurisdiction: code, day: $0, isHeld: false) }
        }
        let known = (held + planned).sorted { ($0.day, $0.jurisdiction) < ($1.day, $1.jurisdiction) }
        let needed = max(1, rule.neededReferences)
        guard known.count >= needed else {
            return PlannedFiling(on: nil, cause: .waits(for: rule.references))
        }
        let chosen = known.prefix(needed)
        let codes = chosen.map(\.jurisdiction)
        let last = chosen.map(\.day).max() ?? basis.start
        let mature = months.map { last.adding(months: $0) } ?? last
        if chosen.allSatisfy(\.isHeld), mature <= basis.start {
            return PlannedFiling(on: basis.start, cause: .held(codes))
        }
        return PlannedFiling(
            on: max(prepared(after: last), mature, basis.start),
            cause: .after(codes, heldMonths: months)
        )
    }

    /// The market day in another country of the plan; today at the earliest where it has not come about yet.
    private func day(of code: JurisdictionCode) -> CivilDate? {
        guard let country = done[code], let market = country.market else { return nil }
        return country.isOnMarket ? market : max(market, basis.date)
    }

    private func prepared(after day: CivilDate) -> CivilDate { day.adding(days: basis.preparation.days) }

    // MARK: - Facts

    /// The facts on a day to come: with the approvals that the plan expects until then, as if they had been granted.
    private func facts(for code: JurisdictionCode, on day: CivilDate, _ deviceClass: DeviceClass?) -> RouteFacts {
        let submission = basis.submission
        let real = Set((submission.approvals + basis.register).map(\.jurisdiction))
        let expected = done.values.filter { !real.contains($0.jurisdiction) && $0.jurisdiction != code }
            .compactMap { country in country.market.map { approval(of: country, on: $0) } }
            .filter { $0.grantedOn.latest <= day }
            .sorted { $0.id < $1.id }
        var facts = submission.routeFacts(
            for: code,
            own: submission.member(code)?.name ?? .member(code),
            register: basis.register + expected,
            on: .day(day)
        )
        facts.deviceClass = deviceClass
        return facts
    }

    private func approval(of country: PlannedCountry, on day: CivilDate) -> Approval {
        let submission = basis.submission
        let grant = (country.advice?.route).flatMap(basis.procedure)?.grant
        var references: [JurisdictionCode] = []
        if case .after(let codes, _) = country.filing.cause { references = codes }
        return Approval(
            id: submission.approvalID(of: .member(country.jurisdiction)),
            product: submission.opened.product,
            productVersion: submission.opened.productVersion,
            jurisdiction: country.jurisdiction,
            basis: grant?.basis ?? .full,
            stage: grant?.stage,
            claims: submission.claims(in: country.jurisdiction),
            number: nil,
            grantedOn: .day(day),
            validUntil: nil,
            conditions: [],
            dependsOn: references.map { .init(approval: submission.approvalID(of: .member($0)), revision: 1) }
        )
    }
}

extension RouteRule {
    /// The countries whose approval the route may rest on.
    var references: [JurisdictionCode] {
        conditions.flatMap { condition -> [JurisdictionCode] in
            if case .references(let codes, _) = condition.kind { codes } else { [] }
        }.uniqued()
    }

    /// For how many months such an approval must have been held.
    var heldMonths: Int? {
        conditions.compactMap { if case .heldMonths(let months) = $0.kind { months } else { nil } }.max()
    }
}

extension Procedure {
    /// The first approval that the procedure grants.
    var grant: (basis: Approval.Basis, stage: Int?)? {
        effects.compactMap { effect -> (basis: Approval.Basis, stage: Int?)? in
            if case .grantApproval(let basis, let stage) = effect { (basis, stage) } else { nil }
        }.first
    }
}
