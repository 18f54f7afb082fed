/// A figure or statement of a jurisdiction that is in force between two days, as far as they are known.
package protocol DatedRule: Sendable {
    var window: Window { get }
    var source: Source { get }
}

extension DatedRule {
    /// Whether nobody knows that the rule was in force on `date`.
    ///
    /// So it is where no first day of it is known and its source speaks of a later time, or does not say of which: a rule that
    /// was read today is not known to have held before.
    ///
    /// - Parameters:
    ///   - date: The day for which the rule is looked up.
    ///   - route: When the route to which it belongs is in force.
    /// - Returns: Whether the first day is unknown, and so whether the rule held on that day.
    package func isFirstDayUnknown(on date: CivilDate, within route: Window = .always) -> Bool {
        guard window.filled(from: route).from == nil else { return false }
        return source.asOf.map { date < $0.earliest } ?? true
    }
}

extension RouteRule: DatedRule {}
extension RouteClock: DatedRule {}
extension RouteValue: DatedRule {}
extension FeeRule: DatedRule {}
extension Period: DatedRule {}
extension ValidityRule: DatedRule {}
extension ChangeCategory: DatedRule {}
extension SafetyRule: DatedRule {}
extension ValidityRule.Yearly: DatedRule {}
