import CommandLineTool
import Definitions
public import Regulation
import Statecharts
public import Submissions
import Synchronization

/// A submission under construction in memory: give it commands, look at the events and the state they make.
///
/// It decides with the shipped configuration, so what it shows is what a workspace would do.
public struct Scenario {
    public private(set) var history: [EventRecord] = []
    public private(set) var submission: Submission?
    /// Approvals of the same product that other submissions hold.
    public var register: [Approval] = []
    public var now: Instant
    private let shelf: ScenarioShelf

    public init(today: String = "2026-04-13", configuration: String = TestWorkspace.configuration) throws {
        shelf = ScenarioShelf(configuration: configuration)
        now = try Self.morning(of: today)
    }

    public static let lead = Actor(person: "lead", capacity: .applicant)

    public static func officer(_ body: String) -> Actor {
        Actor(person: PersonID("\(body.lowercased())-officer"), capacity: .role("officer", at: BodyID(body)))
    }

    public mutating func move(to day: String) throws { now = try Self.morning(of: day) }

    /// Decides `command` and keeps its events as history.
    @discardableResult
    public mutating func send(
        _ command: Command,
        by actor: Actor = Self.lead,
        on date: String? = nil,
        expecting version: Int? = nil
    ) throws(Refusal) -> [EventRecord] {
        let context = DecisionContext(
            name: "sample",
            actor: actor,
            now: now,
            occurredOn: date.flatMap { PartialDate($0) },
            expectedVersion: version,
            rulebook: shelf.rulebook,
            approvals: register,
            recording: { [history] number in history.first { $0.number == number } }
        )
        let records = try Submission.decide(command, given: submission, in: context).records
        for record in records { submission = Submission.evolve(submission, record) }
        history += records
        return records
    }

    /// Does one action, with the fields given.
    @discardableResult
    public mutating func act(
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
    public func states(of name: CaseName) -> [String] {
        guard let subject = submission?[name], let procedure = shelf.rulebook.procedure(subject.procedure) else {
            return []
        }
        return procedure.chart.atomicStates(of: subject.configuration).map(\.rawValue)
    }

    /// The working calendar as shipped.
    public func calendar(_ id: String) -> WorkingCalendar? { shelf.rulebook.calendar(id) }

    func jurisdiction(_ code: JurisdictionCode) -> Jurisdiction? {
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

    var rulebook: Rulebook {
        Rulebook(
            procedure: { pin in
                Self.pins.procedures(prefix + pin.rawValue) {
                    (try? definitions.canonicalProcedure(ProcedureID(pin.rawValue))).flatMap { $0 }
                        .flatMap { try? definitions.procedure(fromCanonical: $0) }
                }
            },
            rules: { pin in Self.pins.rules(prefix + pin.rawValue) { self.rules(pin) } },
            calendar: { id in Self.pins.calendars(prefix + id) { (try? definitions.calendar(id)).flatMap { $0 } } },
            binding: { code, route, date, deviceClass in
                let pin = Pin("\(code) \(route) \(date) \(deviceClass?.rawValue ?? "-")")
                let bound = Self.pins.rules(prefix + pin.rawValue) { self.rules(pin) }
                guard let rule = bound?.boundRoute else { return nil }
                return .init(procedure: Pin(rule.procedure), rules: pin)
            },
            tracks: { code in (try? definitions.jurisdiction(code)).flatMap { $0 }?.tracks.map(\.name) ?? [] },
            hub: { Self.pins.hubs(prefix) { (try? definitions.jurisdictions())?.first { $0.hub != nil }?.code } }
        )
    }

    private func rules(_ pin: Pin) -> Jurisdiction? {
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
