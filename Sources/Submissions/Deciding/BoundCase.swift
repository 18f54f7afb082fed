package import Regulation

/// What a case is bound to: its procedure, its rules, and the working days of the calendar that they name.
///
/// A procedure and rules never change under their pins; a calendar is what is known of it today.
package struct BoundCase: Sendable {
    package let procedure: Procedure
    package let rules: Jurisdiction
    package let calendar: WorkingCalendar
    /// Calendars of other places by which single rules count, by their id.
    package let others: [String: WorkingCalendar]

    package init(
        procedure: Procedure,
        rules: Jurisdiction,
        calendar: WorkingCalendar,
        others: [String: WorkingCalendar] = [:]
    ) {
        self.procedure = procedure
        self.rules = rules
        self.calendar = calendar
        self.others = others
    }

    /// The calendar by which a rule counts that counts so.
    package func calendar(of counting: Counting) -> WorkingCalendar {
        counting.calendar.flatMap { others[$0] } ?? calendar
    }
}

extension BoundCase {
    /// The pins of a procedure and of rules, by which a case names what it is bound to.
    package struct Pins: Hashable, Sendable {
        package let procedure: Pin
        package let rules: Pin

        package init(procedure: Pin, rules: Pin) {
            self.procedure = procedure
            self.rules = rules
        }
    }
}

extension Case {
    package var pins: BoundCase.Pins { BoundCase.Pins(procedure: procedure, rules: rules) }
}
