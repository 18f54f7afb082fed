import Engine
package import Regulation
package import Submissions

extension CountryAdvice {
    /// The advice for one country: pure, so that the same facts always give the same answer.
    ///
    /// - Parameters:
    ///   - jurisdiction: The country as configured, with every version of its rules.
    ///   - facts: The product and its approvals on the day for which advice is asked.
    ///   - deviceClass: The class in this country; it stands for the one of the facts.
    ///   - procedures: The procedures by which its routes run: whether they are law, and their straight way.
    ///   - calendar: The country's working days; without them no dates are given.
    ///   - completeness: The dossier held against the country's headings, where there is one.
    ///   - planned: The route that the applicant has chosen.
    ///   - presentCase: The case by which the country decides at present.
    package init(
        on jurisdiction: Jurisdiction,
        facts: RouteFacts,
        deviceClass: AdvisedClass?,
        procedures: [ProcedureID: Procedure],
        calendar: WorkingCalendar?,
        completeness: Completeness?,
        planned: RouteName? = nil,
        presentCase: CaseName? = nil
    ) {
        let adviser = RouteAdviser(
            jurisdiction: jurisdiction,
            facts: facts.with(deviceClass: deviceClass?.deviceClass, on: facts.date.latest),
            procedures: procedures,
            calendar: calendar,
            planned: planned
        )
        let routes = adviser.routes
        self.jurisdiction = jurisdiction.code
        names = jurisdiction.names
        self.deviceClass = deviceClass
        self.presentCase = presentCase
        approvals = facts.approvals.filter { $0.jurisdiction == jurisdiction.code }
        self.routes = routes
        next = adviser.next(among: routes)
        documents = completeness.map { MissingDocuments($0, on: facts.date.latest) }
    }
}

/// Holds the routes of one country against the facts.
struct RouteAdviser {
    let jurisdiction: Jurisdiction
    let facts: RouteFacts
    let procedures: [ProcedureID: Procedure]
    let calendar: WorkingCalendar?
    let planned: RouteName?

    var date: CivilDate { facts.date.latest }

    /// The names of the routes, whether in force or not; the hub of a bundle is no way to a decision.
    var names: [RouteName] { jurisdiction.routes.map(\.name).filter { $0 != "hub" }.uniqued() }

    var routes: [RouteAdvice] { names.compactMap { jurisdiction.route($0, on: date) }.map(advice) }

    func procedure(of route: RouteRule) -> Procedure? { procedures[ProcedureID(route.procedure)] }

    /// A scheme that nobody runs yet is kept apart from what is law.
    func standing(of route: RouteRule) -> Procedure.Status { procedure(of: route)?.standing ?? .law }

    func advice(on route: RouteRule) -> RouteAdvice {
        let assessment = route.bound(on: date, for: facts.deviceClass).assessed(for: facts)
        let procedure = procedure(of: route)
        let standing = standing(of: route)
        let isProposal = standing == .proposal
        let answer = isProposal ? .unknown : assessment.answer
        let unproven = RouteAdvice.Reason(
            condition: nil,
            answer: .unknown,
            obstacles: [],
            source: route.source,
            isExplainedElsewhere: false
        )
        return RouteAdvice(
            assessment: assessment,
            standing: standing,
            isPlanned: route.name == planned,
            answer: answer,
            reasons: isProposal ? [unproven] : assessment.reasons,
            toDo: assessment.toDo.map(\.condition),
            comparisons: assessment.counted.prefix(assessment.needed)
                .map { ReferenceComparison(of: $0, with: facts) }.filter(\.differs),
            time: ReviewTime(
                of: route,
                aside: procedure?.clocksAside ?? [],
                for: facts.deviceClass,
                on: date,
                in: calendar
            ),
            fees: route.fees.filter { $0.window.contains(date) }.map {
                AdvisedFee($0, for: facts.deviceClass, on: date, within: route.window)
            },
            isFirstDayUnknown: route.isFirstDayUnknown(on: date),
            opening: isProposal ? nil : opening(of: route.name, from: answer)
        )
    }
}

extension RouteFacts {
    /// The same facts for another class or day.
    func with(deviceClass: DeviceClass?, on date: CivilDate) -> RouteFacts {
        var facts = self
        facts.deviceClass = deviceClass
        facts.date = .day(date)
        return facts
    }
}
