/// An exact quantity in the unit of a clock.
///
/// Kept in parts of 1/377,580, the least common multiple of the lengths of months, so that one day of any month is a
/// whole number of parts and sums of fractions of months are exact. May be negative: what remains of an overdue clock.
package struct Amount: Hashable, Comparable, Sendable {
    /// The parts in one working day, calendar day or month.
    package static let partsPerUnit = 377_580

    package static let zero = Amount(parts: 0)

    package let parts: Int

    package init(parts: Int) {
        self.parts = parts
    }

    package init(whole: Int) {
        self.init(parts: whole * Self.partsPerUnit)
    }

    package var isWhole: Bool { parts % Self.partsPerUnit == 0 }

    /// The quantity in tenths, rounded half up.
    package var tenths: Int {
        (parts * 20 + Self.partsPerUnit).flooredQuotient(by: 2 * Self.partsPerUnit)
    }

    package static func + (left: Amount, right: Amount) -> Amount { Amount(parts: left.parts + right.parts) }
    package static func - (left: Amount, right: Amount) -> Amount { Amount(parts: left.parts - right.parts) }
    package static func < (left: Amount, right: Amount) -> Bool { left.parts < right.parts }
}

extension Amount: CustomStringConvertible {
    /// A whole number, or one decimal where it is not whole: `160`, `4.3`.
    package var description: String {
        if isWhole { return String(parts / Self.partsPerUnit) }
        let (whole, tenth) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return "\(tenths < 0 ? "-" : "")\(whole).\(tenth)"
    }
}
