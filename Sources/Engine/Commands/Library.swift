package import Regulation
package import Submissions
import TransparencyLog

/// What a command or a query looks up in one transaction: pinned rules from the store, current ones as configured.
package final class Library {
    private let reader: (any StoreReader)?
    private let definitions: any DefinitionSource
    private let pins: PinCache
    /// The day on which calendars are taken as they were known; nil for today's.
    private let knownOn: CivilDate?
    /// The canonical forms to which a decision newly bound a case, to be kept in the workspace.
    private(set) var fresh: [Pin: String]
    /// What was looked up already: one command asks for the same few, several times over.
    private var bound: [(pins: BoundCase.Pins, value: BoundCase)] = []

    /// Without a reader only what is at hand may be looked up; anything else is then a fault.
    package init(
        _ reader: (any StoreReader)?,
        _ world: World,
        _ pins: PinCache,
        knowing fresh: [Pin: String] = [:],
        knownOn: CivilDate? = nil
    ) {
        self.reader = reader
        self.fresh = fresh
        self.knownOn = knownOn
        definitions = world.definitions
        self.pins = pins
    }

    /// The procedure behind the pin; `nil` where the workspace has none.
    package func procedure(_ pin: Pin) throws -> Procedure? {
        try pins.procedure(pin) { try body(pin).map { try definitions.procedure(fromCanonical: $0) } }
    }

    /// The rules behind the pin; `nil` where the workspace has none.
    package func rules(_ pin: Pin) throws -> Jurisdiction? {
        try pins.rules(pin) { try body(pin).map { try definitions.jurisdiction(fromCanonical: $0) } }
    }

    package func calendar(of rules: Jurisdiction) throws -> WorkingCalendar? {
        try calendar(rules.workingCalendar)
    }

    package func calendar(_ id: String) throws -> WorkingCalendar? {
        let calendar = try definitions.calendar(id)
        return knownOn.flatMap { calendar?.known(on: $0) } ?? calendar
    }

    /// What the case is bound to.
    ///
    /// - Throws: `Refusal.noRules` where the workspace lacks something of it.
    package func bound(_ subject: Case) throws -> BoundCase {
        guard let bound = try bound(ifKept: subject.pins) else { throw Refusal.noRules(subject.rules) }
        return bound
    }

    /// What the action of the case declares.
    func rule(_ action: ActionName, of name: CaseName, in submission: Submission) throws -> ActionRule {
        guard let subject = submission[name] else {
            throw Refusal.noSuchCase(name, known: submission.cases.map(\.name))
        }
        guard let procedure = try procedure(subject.procedure) else { throw Refusal.noRules(subject.procedure) }
        guard let rule = procedure.action(action) else {
            throw Refusal.noSuchAction(action, known: procedure.actions.map(\.name))
        }
        return rule
    }

    /// Where a track of the product can be kept, and what its first act declares: the first target whose rules have the track,
    /// else the first country of an approval.
    ///
    /// - Throws: `Refusal` where no country has the track, or the track no such act.
    func opening(
        of track: RouteName,
        with action: ActionName,
        in submission: Submission
    ) throws -> (JurisdictionCode, ActionRule) {
        let codes = (submission.opened.targets.map(\.jurisdiction) + submission.approvals.map(\.jurisdiction)).uniqued()
        for code in codes {
            let rule = try definitions.jurisdiction(code)?.tracks.last { $0.name == track }
            guard let rule, let text = try definitions.canonicalProcedure(ProcedureID(rule.procedure)) else { continue }
            let procedure = try definitions.procedure(fromCanonical: text)
            guard let first = procedure.action(action) else {
                throw Refusal.noSuchAction(action, known: procedure.actions.map(\.name))
            }
            return (code, first)
        }
        throw Refusal.noTrack(track, codes.first ?? "", known: [])
    }

    func event(_ number: Int, of name: SubmissionName) throws -> EventRecord? {
        try store().event(number, of: name)
    }

    /// The classes that the rules of the jurisdiction have or had.
    func deviceClasses(of code: JurisdictionCode) throws -> [DeviceClass] {
        try definitions.jurisdiction(code)?.classification.flatMap(\.classes).uniqued() ?? []
    }

    /// The pin of the rules that are configured now for the day on which the case was opened.
    func currentRules(of subject: Case, in submission: Submission) throws -> Pin {
        let date = subject.openedOn.latest
        let text = try definitions.canonicalRules(
            of: subject.jurisdiction,
            route: subject.route,
            on: date,
            for: submission.opened.classes[subject.jurisdiction]
        )
        guard let text else { throw Refusal.noRoute(subject.jurisdiction, subject.route, on: date) }
        return pin(text)
    }

    // MARK: - Preparing a decision

    /// Decides on what is prepared, and again with each thing that turned out to be looked at as well.
    ///
    /// - Throws: What `decide` throws, and the fault of a look-up.
    func preparing<Output>(
        _ submission: Submission?,
        _ name: SubmissionName,
        _ decide: (Rulebook) throws(Refusal) -> Output
    ) throws -> Output {
        var rulebook = try rulebook(for: submission)
        while true {
            do throws(Refusal) {
                return try decide(rulebook)
            } catch {
                guard case .unprepared(let lookups) = error else { throw error }
                for lookup in lookups { rulebook.provide(try answer(to: lookup, for: name), to: lookup) }
            }
        }
    }

    /// What every decision on the submission is prepared with: what its open cases are bound to.
    private func rulebook(for submission: Submission?) throws -> Rulebook {
        var rulebook = Rulebook()
        var seen: [BoundCase.Pins] = []
        let cases = submission?.cases ?? []
        // By index: what is looked at need not be copied.
        for index in cases.indices where !cases[index].isOver {
            let pins = cases[index].pins
            guard !seen.contains(pins) else { continue }
            seen.append(pins)
            rulebook.provide(.bound(try bound(ifKept: pins)), to: .bound(pins))
        }
        return rulebook
    }

    /// The answer to what a decision on the submission looks at.
    private func answer(to lookup: Lookup, for submission: SubmissionName) throws -> Rulebook.Answer {
        switch lookup {
        case .bound(let pins): .bound(try bound(ifKept: pins))
        case .opening(let code, let route, let date, let deviceClass):
            .opening(try opening(code, route, date, deviceClass))
        case .rules(let pin): .rules(try rules(pin))
        case .tracks(let code): .tracks((try definitions.jurisdiction(code)?.tracks.map(\.name) ?? []).uniqued())
        case .bundled(let code, let hub, let date):
            .bundled(try definitions.jurisdiction(code)?.track(bundledBy: hub, on: date)?.name)
        case .hub: .hub(try definitions.jurisdictions().first { $0.hub != nil }?.code)
        case .calendar(let id): .calendar(try calendar(id))
        case .event(let number): .event(try event(number, of: submission))
        case .history: .history(try store().history(of: submission, through: nil).map(\.record))
        }
    }

    /// What the pins stand for; `nil` where the workspace lacks something of it.
    package func bound(ifKept pins: BoundCase.Pins) throws -> BoundCase? {
        if let bound = bound.first(where: { $0.pins == pins }) { return bound.value }
        guard let procedure = try procedure(pins.procedure), let rules = try rules(pins.rules),
            let calendar = try calendar(of: rules)
        else { return nil }
        var others: [String: WorkingCalendar] = [:]
        for id in rules.otherCalendars { others[id] = try self.calendar(id) }
        let value = BoundCase(procedure: procedure, rules: rules, calendar: calendar, others: others)
        bound.append((pins, value))
        return value
    }

    private func opening(
        _ code: JurisdictionCode,
        _ route: RouteName,
        _ date: CivilDate,
        _ deviceClass: DeviceClass?
    ) throws -> Rulebook.Opening? {
        guard let text = try definitions.canonicalRules(of: code, route: route, on: date, for: deviceClass) else {
            return nil
        }
        let rules = pin(text)
        guard let id = try self.rules(rules)?.boundRoute?.procedure,
            let procedure = try definitions.canonicalProcedure(ProcedureID(id))
        else { return nil }
        let pins = BoundCase.Pins(procedure: pin(procedure), rules: rules)
        return try bound(ifKept: pins).map { Rulebook.Opening(pins: pins, bound: $0) }
    }

    // MARK: - Pins

    private func body(_ pin: Pin) throws -> String? {
        if let body = fresh[pin] { return body }
        return try store().pinned(pin)
    }

    private func pin(_ body: String) -> Pin {
        let pin = Self.pin(of: body)
        fresh[pin] = body
        return pin
    }

    /// What a canonical form is pinned to.
    package static func pin(of body: String) -> Pin { Pin("sha256:\(Digest.sha256(of: Array(body.utf8)))") }

    private func store() throws -> any StoreReader {
        guard let reader else { throw NotAtHand() }
        return reader
    }

    /// What is looked up would have to be read from the store, and there is none to read from.
    private struct NotAtHand: Error {}
}

extension Sequence where Element: Hashable {
    /// The elements in order, each once.
    package func uniqued() -> [Element] {
        var found: [Element] = []
        var seen: Set<Element> = []
        for element in self {
            // Most are few, and comparing few beats hashing them.
            guard found.count >= 8 else {
                if !found.contains(element) { found.append(element) }
                continue
            }
            if seen.isEmpty { seen = Set(found) }
            if seen.insert(element).inserted { found.append(element) }
        }
        return found
    }
}
