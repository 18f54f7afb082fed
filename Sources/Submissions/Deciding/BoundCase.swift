public import Regulation

/// What a case is bound to: its procedure, its rules, and the working days of the calendar that they name.
///
/// A procedure and rules never change under their pins; a calendar is what is known of it today.
public struct BoundCase: Sendable {
    public let procedure: Procedure
    public let rules: Jurisdiction
    public let calendar: WorkingCalendar

    public init(procedure: Procedure, rules: Jurisdiction, calendar: WorkingCalendar) {
        self.procedure = procedure
        self.rules = rules
        self.calendar = calendar
    }
}

extension BoundCase {
    /// The pins of a procedure and of rules, by which a case names what it is bound to.
    public struct Pins: Hashable, Sendable {
        public let procedure: Pin
        public let rules: Pin

        public init(procedure: Pin, rules: Pin) {
            self.procedure = procedure
            self.rules = rules
        }
    }
}

extension Case {
    public var pins: BoundCase.Pins { BoundCase.Pins(procedure: procedure, rules: rules) }
}
