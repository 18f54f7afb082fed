/// A defect put into the store double on purpose, to show that the simulation would find it.
package enum Plant: String, CaseIterable, Sendable {
    /// Answers go out when the bodies have run, before the disk has confirmed the commit.
    case replyBeforeSync = "reply-before-sync"
    /// A body decides on the state from before its predecessors in the batch, and no constraint stops it.
    case lostUpdateInBatch = "lost-update-in-batch"
    /// What a body staged is published although its savepoint was rolled back.
    case staleCacheAfterRefusal = "stale-cache-after-refusal"
    /// Answers are not kept, so that a request sent again is carried out again.
    case duplicateOnRetry = "duplicate-on-retry"
    /// What an approval's change means for others is queued in memory only.
    case dependencyLostOnCrash = "dependency-lost-on-crash"
    /// The row of a case is written with its own events only, though what others did changed what is due in it.
    case rowOfItsCaseAlone = "row-of-its-case-alone"
    /// What a process remembers is used again although another process has written.
    case foreignWriteUnseen = "foreign-write-unseen"

    // MARK: - What a broken core would decide

    /// What was to be done by a day is forgotten when that day has passed.
    case dutyGoneWithItsDeadline = "duty-gone-with-its-deadline"
    /// Lists show what is due a day later than the status does.
    case listOfAnotherDay = "list-of-another-day"
    /// A correction leaves the deadline that followed from what was mistyped.
    case oldDeadlineAfterCorrection = "old-deadline-after-correction"
    /// An act in time that is typed in late leaves what its deadline did.
    case lateAnswerNotTakenBack = "late-answer-not-taken-back"
    /// A reversal leaves what followed by itself from what it takes back.
    case consequenceOutlivesReversal = "consequence-outlives-reversal"
    /// What was typed in from letters is forgotten as its case goes on, and nobody is asked of it any more.
    case letterForgotten = "letter-forgotten"
    /// What a hub files for its bundle is not the filing of the countries that it reaches.
    case filingKeptFromMembers = "filing-kept-from-members"
    /// A country's decision on a change that was filed together is not noticed by the hub, which waits for it for ever.
    case hubWaitsForever = "hub-waits-for-ever"
    /// A case that joins a bundle is moved and takes no part in it.
    case joiningForgotten = "joining-forgotten"
}
