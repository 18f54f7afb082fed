import Definitions
package import Regulation
import Statecharts
package import Submissions
import Synchronization

/// A submission under construction in memory: give it commands, look at the events and the state they make.
///
/// It decides with the shipped configuration, so what it shows is what a workspace would do.
package struct Scenario {
    package private(set) var history: [EventRecord] = []
    package private(set) var submission: Submission?
    /// Approvals of the same product that other submissions hold.
    package var register: [Approval] = []
    package var now: Instant
    private let shelf: ScenarioShelf

    package init(today: String = "2026-04-13", configuration: String = Repository.configuration) throws {
        shelf = ScenarioShelf(configuration: configuration)
        now = try Self.morning(of: today)
    }

    package static let lead = Actor(person: "lead", capacity: .applicant)

    package static func officer(_ body: String) -> Actor {
        Actor(person: PersonID("\(body.lowercased())-officer"), capacity: .role("officer", at: BodyID(body)))
    }

    package mutating func move(to day: String) throws { now = try Self.morning(of: day) }

    /// Decides `command` and keeps its events as history.
    @discardableResult
    package mutating func send(
        _ command: Command,
        by actor: Actor = Self.lead,
        on date: String? = nil,
        expecting version: Int? = nil
    ) throws(Refusal) -> [EventRecord] {
        var rulebook = Rulebook()
        let records = try decide(command, &rulebook) { rulebook in
            DecisionContext(
                name: "sample",
                actor: actor,
                now: now,
                occurredOn: date.flatMap { PartialDate($0) },
                expected: version.map(VersionCondition.init),
                rulebook: rulebook,
                approvals: register
            )
        }
        for record in records { submission = Submission.evolve(submission, record) }
        history += records
        return records
    }

    /// Decides, and again with each thing that the decision turned out to look at.
    private func decide(
        _ command: Command,
        _ rulebook: inout Rulebook,
        in context: (Rulebook) -> DecisionContext
    ) throws(Refusal) -> [EventRecord] {
        while true {
            do throws(Refusal) {
                return try Submission.decide(command, given: submission, in: context(rulebook)).records
            } catch {
                guard case .unprepared(let lookups) = error else { throw error }
                for lookup in lookups { rulebook.provide(shelf.answer(to: lookup, history), to: lookup) }
            }
        }
    }

    /// What of the submission is not as it would be, had everything been right from the start.
    package func divergences() throws -> [String] {
        guard let submission else { return [] }
        var rulebook = Rulebook()
        while true {
            do throws(Refusal) {
                let course = try submission.course(history, rulebook, register)
                return Submission.replaying(course).map { submission.differences(from: $0) } ?? ["no submission"]
            } catch {
                guard case .unprepared(let lookups) = error else { throw error }
                for lookup in lookups { rulebook.provide(shelf.answer(to: lookup, history), to: lookup) }
            }
        }
    }

    /// Does one action, with the fields given.
    @discardableResult
    package mutating func act(
        _ name: CaseName,
        _ action: ActionName,
        by actor: Actor = Self.lead,
        on date: String? = nil,
        expecting version: Int? = nil,
        _ fields: [FieldName: FieldValue] = [:],
        documents: Int = 0
    ) throws(Refusal) -> [EventRecord] {
        let list = (0..<documents).map { number in
            DocumentReference(
                digest: DocumentDigest("digest-\(number)"),
                name: "name",
                mediaType: "text/plain",
                size: 1
            )
        }
        let revision: DocumentDigest? = documents > 0 ? "revision" : nil
        return try send(
            .act(name, action, Payload(fields: fields, documents: list), revision: revision),
            by: actor,
            on: date,
            expecting: version
        )
    }

    /// The active atomic states of a case, sorted by name.
    package func states(of name: CaseName) -> [String] {
        guard let subject = submission?[name], let procedure = shelf.procedure(subject.procedure) else {
            return []
        }
        return procedure.chart.atomicStates(of: subject.configuration).map(\.rawValue)
    }

    /// What a case runs by.
    package func bound(_ subject: Case) -> BoundCase? {
        shelf.bound(BoundCase.Pins(procedure: subject.procedure, rules: subject.rules))
    }

    /// The working calendar as shipped.
    package func calendar(_ id: String) -> WorkingCalendar? { shelf.calendar(id) }

    /// A country as it is configured.
    package func jurisdiction(_ code: JurisdictionCode) -> Jurisdiction? {
        (try? shelf.definitions.jurisdiction(code)).flatMap { $0 }
    }

    private static func morning(of day: String) throws -> Instant {
        guard let instant = Instant("\(day)T01:00:00Z") else { throw TestFault.configuration }
        return instant
    }
}

/// Shipped definitions under pins that spell what they stand for, read once for all tests.
private struct ScenarioShelf {
    let definitions: ConfiguredDefinitions
    private static let pins = PinnedValues()

    init(configuration: String) {
        definitions = ConfiguredDefinitions(folder: ConfigFolder(path: configuration))
    }

    private var prefix: String { definitions.folder.path }

    func answer(to lookup: Lookup, _ history: [EventRecord]) -> Rulebook.Answer {
        switch lookup {
        case .bound(let pins): .bound(bound(pins))
        case .opening(let code, let route, let date, let deviceClass):
            .opening(opening(Pin("\(code) \(route) \(date) \(deviceClass?.rawValue ?? "-")")))
        case .rules(let pin): .rules(rules(pin))
        case .tracks(let code):
            .tracks((try? definitions.jurisdiction(code)).flatMap { $0 }?.tracks.map(\.name) ?? [])
        case .bundled(let code, let hub, let date):
            .bundled(
                (try? definitions.jurisdiction(code)).flatMap { $0 }?.track(bundledBy: hub, on: date)?.name
            )
        case .hub:
            .hub(Self.pins.hubs(prefix) { (try? definitions.jurisdictions())?.first { $0.hub != nil }?.code })
        case .calendar(let id): .calendar(calendar(id))
        case .event(let number): .event(history.first { $0.number == number })
        case .history: .history(history)
        }
    }

    func procedure(_ pin: Pin) -> Procedure? {
        Self.pins.procedures(prefix + pin.rawValue) {
            (try? definitions.canonicalProcedure(ProcedureID(pin.rawValue))).flatMap { $0 }
                .flatMap { try? definitions.procedure(fromCanonical: $0) }
        }
    }

    func calendar(_ id: String) -> WorkingCalendar? {
        Self.pins.calendars(prefix + id) { (try? definitions.calendar(id)).flatMap { $0 } }
    }

    fileprivate func bound(_ pins: BoundCase.Pins) -> BoundCase? {
        guard let procedure = procedure(pins.procedure), let rules = rules(pins.rules),
            let calendar = calendar(rules.workingCalendar)
        else { return nil }
        return BoundCase(procedure: procedure, rules: rules, calendar: calendar)
    }

    private func opening(_ pin: Pin) -> Rulebook.Opening? {
        guard let route = rules(pin)?.boundRoute else { return nil }
        let pins = BoundCase.Pins(procedure: Pin(route.procedure), rules: pin)
        return bound(pins).map { Rulebook.Opening(pins: pins, bound: $0) }
    }

    private func rules(_ pin: Pin) -> Jurisdiction? {
        Self.pins.rules(prefix + pin.rawValue) { read(pin) }
    }

    private func read(_ pin: Pin) -> Jurisdiction? {
        let parts = pin.rawValue.split(separator: " ").map(String.init)
        guard parts.count == 4, let date = CivilDate(parts[2]) else { return nil }
        return (try? definitions.jurisdiction(JurisdictionCode(parts[0]))).flatMap { $0 }?
            .bound(to: RouteName(parts[1]), on: date, for: parts[3] == "-" ? nil : DeviceClass(parts[3]))
    }
}

/// Values by their pins, kept for the life of the test process.
private struct PinnedValues: Sendable {
    let procedures = Kept<Procedure>()
    let rules = Kept<Jurisdiction>()
    let calendars = Kept<WorkingCalendar>()
    let hubs = Kept<JurisdictionCode>()
}

private final class Kept<Value: Sendable>: Sendable {
    private let known = Mutex<[String: Value?]>([:])

    func callAsFunction(_ key: String, _ read: () -> Value?) -> Value? {
        if let kept = known.withLock({ $0[key] }) { return kept }
        let fresh = read()
        known.withLock { $0[key] = .some(fresh) }
        return fresh
    }
}
