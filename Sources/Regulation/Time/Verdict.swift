/// Whether a target date was kept.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// It was kept, however the dates known only in part are read.
    case met
    /// It was not kept, however the dates known only in part are read.
    case missed
    /// Some reading of the dates keeps it and some other does not.
    case undetermined
}
