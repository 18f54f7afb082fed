/// What a review clock shows on one day.
///
/// Every number is exact when every date of the ledger is; otherwise its bounds hold for every day those dates can
/// mean.
package struct ClockReading: Hashable, Sendable {
    package let rule: ClockRule
    /// When the clock started; nil when it has not, and then nothing else is known.
    package let startedOn: DateBounds?
    /// When it stopped; nil while it runs.
    package let stoppedOn: DateBounds?
    /// Who has the case; nil when the clock does not run.
    package let side: ClockSide?

    package let agencyHeld: AmountBounds
    package let applicantHeld: AmountBounds
    /// All the time from the start, narrower than the sum of both bounds where dates are known only in part.
    package let elapsed: AmountBounds

    /// The day by which the limit asks for the end, if nothing else happens.
    ///
    /// Nil without a limit, and while the clock waits for the applicant with time left: then no day can be named.
    package let due: DateBounds?
    /// What is left of the limit; negative when it is exceeded, nil without a limit.
    ///
    /// In days, the limit less what counts. In months, from the day of reading to the due date in calendar months
    /// and the rest in fractions of one, so that it is the limit on the first day and zero on the last.
    package let remaining: AmountBounds?
    /// Whether the limit was kept; nil without a limit, and while the clock runs and can still be in time.
    package let verdict: Verdict?

    /// The years whose public holidays bear on a number above and are not confirmed; only for working days.
    package let unconfirmedYears: [Int]

    package var unit: ClockUnit { rule.unit }
    package var limit: Int? { rule.limit }
    package var isRunning: Bool { side != nil }

    /// Whether the clock stands still because the applicant has the case.
    package var isSuspended: Bool { side == .applicant && rule.counts == .agency }

    /// What counts towards the limit.
    package var counted: AmountBounds { rule.counts == .agency ? agencyHeld : elapsed }
}
