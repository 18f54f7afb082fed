/// When to kill what is at work: after a share of the time that it usually takes, and sooner after each miss.
///
/// So a kill comes late where it shows most, and comes on every machine: in the end at once, before anything can be done.
struct KillMoment {
    private(set) var delay: Duration

    init(at share: Double, of usual: Duration) { delay = usual * share }

    /// The work was done before the kill came.
    mutating func comeSooner() { delay = delay < .milliseconds(10) ? .zero : delay / 2 }
}
