package import Engine
package import Regulation
package import Submissions

/// What the day brings over the whole workspace: what the applicant has to do, what others owe, what is good to know.
package struct TodayReport: Hashable, Sendable {
    package let asOf: Instant
    /// The workspace's zone.
    package let zone: Zone
    package let isSimulated: Bool
    /// The last day that the look covers.
    package let through: CivilDate
    /// Whether nothing was ever opened here.
    package let isWorkspaceEmpty: Bool
    /// Overdue first, then by day, then what only waits.
    package let mine: [TodayItem]
    /// What authorities and the hub have to do, and the targets at which they aim.
    package let others: [TodayItem]
    /// Days that nobody fails, such as the one from which a renewal may be filed.
    package let ahead: [TodayItem]

    package var items: [TodayItem] { mine + others + ahead }

    /// The workspace's day.
    package var today: CivilDate { zone.civilDate(at: asOf) }
}

/// One line of the day.
package struct TodayItem: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case duty(Duty)
        /// A case in which it is the applicant's move, and that no duty with a day tells of.
        case move(Move)
        /// A case in which it is another's move, and that no duty of theirs with a day tells of.
        case wait(Move)
    }

    /// Whose move it is stands in the row.
    package struct Move: Hashable, Sendable {
        package let submission: SubmissionName
        package let name: CaseName
        package let jurisdiction: JurisdictionCode
        package let product: ProductID
        package let row: StatusRow
        /// Questions that name no day.
        package let questions: [QuestionID]
        /// Their wording; `nil` where there is none, or where it was erased.
        package let text: String?
    }

    package let subject: Subject
    /// The body that asked, where questions are to be answered.
    package let asker: BodyID?
    /// The day at the authority's place, from which days are counted.
    package let today: CivilDate
    /// The command that does it; `nil` where there is none for the applicant, and where a past day was asked for.
    package let suggestion: Suggestion?
    /// What would do it, where something stands in its way.
    package let blocked: AvailableAction?

    package var obstacles: [Guard] { blocked?.unmet ?? [] }

    package var duty: Duty? { if case .duty(let duty) = subject { duty } else { nil } }
    /// The move that it tells of, where it tells of no duty.
    package var move: Move? {
        switch subject {
        case .duty: nil
        case .move(let move), .wait(let move): move
        }
    }
    package var date: DateBounds? { duty?.date }
    package var isOverdue: Bool { duty?.isOverdue ?? false }

    /// `colon-cade/SG`, or the submission alone.
    package var fullName: String {
        switch subject {
        case .duty(let duty): duty.fullName
        case .move(let move), .wait(let move): "\(move.submission)/\(move.name)"
        }
    }

    /// Days from today to the last day on which it is in time: negative where that has passed.
    package var days: Int? {
        guard let date, date.latest != .latest else { return nil }
        let days = date.latest.dayNumber - today.dayNumber
        // Where its own place is a day behind, its last day is still going on there.
        return isOverdue ? days : max(days, duty?.isOwed == false ? days : 0)
    }
}

extension TodayItem {
    /// Overdue first, then by the last day, then moves, then what has no day; the rest only makes the order one.
    func precedes(_ other: TodayItem) -> Bool {
        if rank != other.rank { return rank < other.rank }
        return switch (duty, other.duty) {
        case (let mine?, let theirs?): mine.precedes(theirs)
        default: fullName < other.fullName
        }
    }

    private var rank: Int {
        switch subject {
        case .duty(let duty): duty.isOverdue ? 0 : duty.date == nil ? 3 : 1
        case .move: 2
        case .wait: 4
        }
    }
}
