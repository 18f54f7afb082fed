package import Regulation

/// One thing outside a submission at which a decision looks.
package enum Lookup: Hashable, Sendable {
    /// What the pins of a case stand for.
    case bound(BoundCase.Pins)
    /// What a case of that class opened on that day on that route or track is bound to.
    case opening(JurisdictionCode, RouteName, on: CivilDate, DeviceClass?)
    /// The rules behind a pin to which no case is bound yet.
    case rules(Pin)
    /// The tracks that the jurisdiction has.
    case tracks(JurisdictionCode)
    /// The track of the jurisdiction that takes part in bundles with that hub.
    case bundled(JurisdictionCode, RouteName, on: CivilDate)
    /// The jurisdiction whose body is the window of bundled filings.
    case hub
    /// The calendar of that id, as it is known now.
    case calendar(String)
    /// An event of the submission by its number, as it was recorded.
    case event(Int)
    /// Every event of the submission, as it was recorded.
    case history
}

/// What is known outside a submission, as values.
///
/// It need not hold everything: a decision that looks at something it lacks is refused with ``Refusal/unprepared(_:)``,
/// and decided again once that is provided. So deciding reads nothing, and nothing is read that no decision needs.
package struct Rulebook: Sendable {
    /// What a case is bound to when it is opened; the pins name it in the event.
    package struct Opening: Sendable {
        package let pins: BoundCase.Pins
        package let bound: BoundCase

        package init(pins: BoundCase.Pins, bound: BoundCase) {
            self.pins = pins
            self.bound = bound
        }

        /// Whether what is opened is a track of the product.
        var isOfProduct: Bool { bound.rules.boundRoute?.isOfProduct ?? false }

        /// Whether what is opened is the hub of a bundle.
        var awaitsMembers: Bool { bound.procedure.awaitsMembers }
    }

    /// The answer to a ``Lookup`` of the same name.
    package enum Answer: Sendable {
        case bound(BoundCase?)
        case opening(Opening?)
        case rules(Jurisdiction?)
        case tracks([RouteName])
        case bundled(RouteName?)
        case hub(JurisdictionCode?)
        case calendar(WorkingCalendar?)
        case event(EventRecord?)
        case history([EventRecord])
    }

    /// A submission has few cases, so that comparing beats hashing.
    private var cases: [(pins: BoundCase.Pins, bound: BoundCase)] = []
    private var answers: [Lookup: Answer] = [:]

    package init() {}

    package mutating func provide(_ answer: Answer, to lookup: Lookup) {
        if case .bound(let pins) = lookup, case .bound(let bound?) = answer {
            cases.append((pins, bound))
        } else {
            answers[lookup] = answer
        }
    }

    func bound(_ pins: BoundCase.Pins) throws(Refusal) -> BoundCase {
        // By index: what is compared need not be copied.
        if let index = cases.firstIndex(where: { $0.pins == pins }) { return cases[index].bound }
        guard case .bound = try answer(to: .bound(pins)) else { throw .unprepared([.bound(pins)]) }
        throw .noRules(pins.rules)
    }

    func opening(
        _ code: JurisdictionCode,
        _ route: RouteName,
        on date: CivilDate,
        _ deviceClass: DeviceClass?
    ) throws(Refusal) -> Opening? {
        let lookup = Lookup.opening(code, route, on: date, deviceClass)
        guard case .opening(let opening) = try answer(to: lookup) else { throw .unprepared([lookup]) }
        return opening
    }

    func rules(_ pin: Pin) throws(Refusal) -> Jurisdiction? {
        guard case .rules(let rules) = try answer(to: .rules(pin)) else { throw .unprepared([.rules(pin)]) }
        return rules
    }

    func tracks(_ code: JurisdictionCode) throws(Refusal) -> [RouteName] {
        guard case .tracks(let tracks) = try answer(to: .tracks(code)) else { throw .unprepared([.tracks(code)]) }
        return tracks
    }

    func bundled(_ code: JurisdictionCode, _ hub: RouteName, on date: CivilDate) throws(Refusal) -> RouteName? {
        let lookup = Lookup.bundled(code, hub, on: date)
        guard case .bundled(let track) = try answer(to: lookup) else { throw .unprepared([lookup]) }
        return track
    }

    func hub() throws(Refusal) -> JurisdictionCode? {
        guard case .hub(let code) = try answer(to: .hub) else { throw .unprepared([.hub]) }
        return code
    }

    func calendar(_ id: String) throws(Refusal) -> WorkingCalendar? {
        guard case .calendar(let calendar) = try answer(to: .calendar(id)) else { throw .unprepared([.calendar(id)]) }
        return calendar
    }

    func event(_ number: Int) throws(Refusal) -> EventRecord? {
        guard case .event(let record) = try answer(to: .event(number)) else { throw .unprepared([.event(number)]) }
        return record
    }

    func history() throws(Refusal) -> [EventRecord] {
        guard case .history(let records) = try answer(to: .history) else { throw .unprepared([.history]) }
        return records
    }

    /// Asks at once for what will be looked at one by one, so that the decision is made again once and not each time.
    func require(_ lookups: [Lookup]) throws(Refusal) {
        let missing = lookups.filter { answers[$0] == nil }
        if !missing.isEmpty { throw .unprepared(missing) }
    }

    private func answer(to lookup: Lookup) throws(Refusal) -> Answer {
        guard let answer = answers[lookup] else { throw .unprepared([lookup]) }
        return answer
    }
}
