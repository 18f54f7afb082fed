package import Engine
package import Regulation
import Statecharts
import Submissions

extension Tasuki {
    /// The safety events of a product, or of every product, the last recorded first.
    package func safetyEvents(
        of product: ProductID? = nil,
        asOf instant: Instant? = nil
    ) async throws -> [SafetyOverview] {
        try await store.read { reader in
            let settings = try reader.settings()
            let moment = try instant ?? self.now(reader)
            let library = try self.library(asOf: instant, reader)
            var found: [(recorded: Instant, event: SafetyOverview)] = []
            for submission in try self.submissions(about: product, at: instant, reader) {
                guard submission.cases.contains(where: { SafetyEvent($0.variables) != nil }) else { continue }
                let history = try reader.history(of: submission.name, through: instant).map(\.record)
                let rules = try self.dutyRules(library, [submission], zone: settings.zone)
                let builder = try SafetyBuilder(submission, at: moment, rules, configured: self.world.definitions)
                for subject in submission.cases {
                    guard let bound = try library.bound(ifKept: subject.pins) else { continue }
                    let reports = history.reports(openedBy: subject.name)
                    guard let event = builder.overview(subject, bound, reports) else { continue }
                    let first = history.first { $0.event.subject == subject.name }
                    found.append((first?.recordedAt ?? moment, event))
                }
            }
            return found.enumerated().sorted { left, right in
                left.element.recorded == right.element.recorded
                    ? left.offset < right.offset : left.element.recorded > right.element.recorded
            }.map(\.element.event)
        }
    }

    /// What a safety event asks for that was rehearsed, and recorded nowhere.
    package func safetyEvent(of rehearsal: Rehearsal) async throws -> SafetyOverview? {
        guard let submission = rehearsal.after, let name = rehearsal.acceptance.name, let subject = submission[name]
        else {
            return nil
        }
        return try await store.read { reader in
            let library = Library(reader, self.world, self.pins, knowing: rehearsal.pinned)
            let rules = try self.dutyRules(library, [submission], zone: try reader.settings().zone)
            let builder = try SafetyBuilder(submission, at: rehearsal.moment, rules, configured: self.world.definitions)
            let reports = submission.cases.map(\.name).filter { $0 != name && rehearsal.before?[$0] == nil }
            return builder.overview(subject, try library.bound(subject), reports)
        }
    }

    private func submissions(
        about product: ProductID?,
        at instant: Instant?,
        _ reader: any StoreReader
    ) throws -> [Submission] {
        if let product { return try submissions(of: product, through: instant, reader) }
        var (found, last): ([Submission], SubmissionName?) = ([], nil)
        while true {
            let names = try reader.submissions(after: last, limit: 200)
            found += try names.compactMap { try known($0, at: instant, reader) }
            guard names.count == 200 else { return found }
            last = names.last
        }
    }
}

/// Finds what a notice asks for, from values alone.
private struct SafetyBuilder {
    let submission: Submission
    let duties: [Duty]
    let rules: DutyReckoner.Rules
    let configured: [Jurisdiction]

    init(
        _ submission: Submission,
        at moment: Instant,
        _ rules: DutyReckoner.Rules,
        configured: any DefinitionSource
    ) throws {
        self.submission = submission
        self.rules = rules
        duties = DutyReckoner(submission, at: moment, rules).duties
        self.configured = try configured.jurisdictions()
    }

    /// Nothing where the case is no notice of an event.
    func overview(_ notice: Case, _ bound: BoundCase, _ reports: [CaseName]) -> SafetyOverview? {
        guard bound.rules.boundRoute?.isOfProduct == true, let event = SafetyEvent(notice.variables),
            let aware = date(notice, "awareOn")
        else { return nil }
        let cases = reports.compactMap { submission[$0] }.map(market)
        let others = submission.obligations.filter { $0.name == notice.name && $0.kind == .report }.map(market)
        return SafetyOverview(
            submission: submission.name,
            name: notice.name,
            product: submission.opened.product,
            event: event,
            awareOn: aware,
            occurredOn: date(notice, "occurredOn"),
            state: CaseState(
                procedure: bound.procedure.id,
                states: bound.procedure.chart.atomicStates(of: notice.configuration)
            ),
            markets: (cases + others).sorted { $0.precedes($1) }
        )
    }

    private func date(_ subject: Case, _ variable: VariableName) -> PartialDate? {
        subject.variables[variable].flatMap { PartialDate($0) }
    }

    private func market(_ report: Case) -> SafetyOverview.Market {
        let duty = duties.first { $0.name == report.name && $0.kind == .deadline && $0.turn == .applicant }
        // What binds a case has lost its sources; the rule is told as it is configured for the day of the case.
        let told = configured.first { $0.code == report.jurisdiction }?
            .bound(to: report.route, on: report.openedOn.latest, for: submission.opened.classes[report.jurisdiction])
        let event = SafetyEvent(report.variables)
        let rule = told.flatMap { event?.rule(in: $0) }
        return SafetyOverview.Market(
            jurisdiction: report.jurisdiction,
            name: report.name,
            obligation: nil,
            standing: duty != nil ? .due : report.isOver ? .notOwed : .reported,
            duty: duty,
            rule: rule,
            report: rules.of(report).flatMap { ReportTiming(of: report, in: submission, $0) },
            ruleElsewhere: rule != nil ? nil : event.flatMap { told?.safetyRule(for: $0.kind, in: nil) }
        )
    }

    private func market(_ obligation: Obligation) -> SafetyOverview.Market {
        let duty = duties.first { duty in
            if case .obligation(obligation.id, _) = duty.subject { true } else { false }
        }
        return SafetyOverview.Market(
            jurisdiction: obligation.jurisdiction ?? "",
            name: nil,
            obligation: obligation.id,
            standing: duty != nil ? .due : obligation.standing == .met ? .reported : .notOwed,
            duty: duty,
            rule: nil
        )
    }
}

extension [EventRecord] {
    /// The cases that the case opened, in order.
    fileprivate func reports(openedBy name: CaseName) -> [CaseName] {
        filter { $0.event.subject == name }.flatMap(\.event.changes).compactMap { change in
            if case .sent("track.opened", let report) = change { report } else { nil }
        }.uniqued()
    }
}
