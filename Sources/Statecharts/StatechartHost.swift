/// What a chart asks of the world it runs in.
///
/// The chart calls it synchronously and in the order the specification prescribes, so a host that is a value makes the
/// whole step a pure function of that value.
package protocol StatechartHost {
    associatedtype Failure: Error

    /// Whether the guard of `transition` holds.
    ///
    /// `configuration` is the one before any of the step's transitions is taken. A transition shared by several active
    /// atomic states is asked once for each of them.
    mutating func allows(
        _ transition: Statechart.Transition,
        in configuration: Configuration
    ) throws(Failure) -> Bool

    /// Carries out the effect numbered `effect`.
    mutating func perform(_ effect: Int) throws(Failure)

    /// The failure to throw when a macrostep is not over after `microsteps` microsteps.
    static func unsettled(after microsteps: Int) -> Failure
}
