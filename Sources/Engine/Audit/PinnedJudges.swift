import Regulation
import Submissions

/// The procedures and rules to which the events of a log bind cases, each checked once, and judges made of them.
struct PinnedJudges {
    private enum Known {
        case sound(String)
        case defective(Finding.Defect)
    }

    private let definitions: any DefinitionSource
    private var known: [Pin: Known] = [:]
    private var judges: [Pin: CaseJudge?] = [:]
    /// For each defect of a pin, the first event in the log that speaks of it.
    private(set) var defects: [Finding.Defect: EventPlace] = [:]

    init(_ definitions: any DefinitionSource) {
        self.definitions = definitions
    }

    /// Whether what is kept is what an event binds a case to; reported at the earliest event where it is not.
    mutating func check(_ pin: Pin, at place: EventPlace, _ reader: some SideTables) throws {
        if case .defective(let defect) = try body(of: pin, reader) { report(defect, at: place) }
    }

    /// The judge of the cases bound to `pin`; `nil` where there is no such procedure, which ``check(_:at:_:)`` and
    /// this report.
    mutating func judge(_ pin: Pin, at place: EventPlace, _ reader: some SideTables) throws -> CaseJudge? {
        if let judge = judges[pin] {
            if judge == nil, case .defective(let defect)? = known[pin] { report(defect, at: place) }
            return judge
        }
        guard case .sound(let text) = try body(of: pin, reader) else {
            judges[pin] = .some(nil)
            return nil
        }
        guard let procedure = try? definitions.procedure(fromCanonical: text) else {
            known[pin] = .defective(.pinUnreadable(pin))
            judges[pin] = .some(nil)
            report(.pinUnreadable(pin), at: place)
            return nil
        }
        let judge = CaseJudge(procedure)
        judges[pin] = judge
        return judge
    }

    private mutating func body(of pin: Pin, _ reader: some SideTables) throws -> Known {
        if let found = known[pin] { return found }
        let found: Known =
            if let text = try reader.pinned(pin) {
                pin.isTrue(of: text.utf8) ? .sound(text) : .defective(.pinChanged(pin))
            } else {
                .defective(.pinMissing(pin))
            }
        known[pin] = found
        return found
    }

    private mutating func report(_ defect: Finding.Defect, at place: EventPlace) {
        defects.keepEarliest(defect, at: place)
    }
}

extension [Finding.Defect: EventPlace] {
    /// Keeps the place that comes first in the log.
    mutating func keepEarliest(_ defect: Finding.Defect, at place: EventPlace) {
        let known = self[defect]?.position ?? .max
        if place.position ?? .max < known { self[defect] = place }
    }
}
