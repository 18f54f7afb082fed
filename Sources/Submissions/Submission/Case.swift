package import Regulation
package import Statecharts

/// One procedure running for one jurisdiction of a submission.
package struct Case: Hashable, Codable, Sendable {
    package let name: CaseName
    package let jurisdiction: JurisdictionCode
    package let route: RouteName
    private let openedParticipation: Participation?
    package internal(set) var procedure: Pin
    package var rules: Pin
    package internal(set) var openedOn: PartialDate
    /// Whether the case is a track beside the decision of its jurisdiction, such as a change or reimbursement.
    package let isTrack: Bool
    /// The case of the hub in whose bundle it was opened.
    private let openedBundle: CaseName?
    /// The bundles that it joined while it ran, one after the other.
    package internal(set) var joined: [Membership] = []

    package internal(set) var configuration = Configuration()
    /// When the active atomic states were entered.
    package internal(set) var since: PartialDate
    /// Whether a person's act entered them, so that the act by which they are left came on that day or later.
    package internal(set) var isSinceOfAct = false
    /// Counts the events that changed this case.
    package internal(set) var version = 0
    /// Whether a final state at the top has been reached.
    package internal(set) var isOver = false
    package internal(set) var variables: [VariableName: String] = [:]
    package internal(set) var facts: Set<FactName> = []
    package internal(set) var clocks: [ClockName: CaseClock] = [:]
    /// The clock that was marked last: the one that a status shows.
    package internal(set) var currentClock: ClockName?
    package internal(set) var deadlines: [StateID: ArmedDeadline] = [:]
    /// Deadlines that passed before what was to be done by them was done.
    package internal(set) var missed: [StateID: MissedDeadline] = [:]
    /// Every deadline that passed, in order: who tells later of an act in time is taken as of its day.
    package internal(set) var passed: [PassedDeadline] = []
    /// Due dates of deadlines by their state, kept after they passed.
    package internal(set) var lastDue: [StateID: CivilDate] = [:]
    package internal(set) var fees: [Fee] = []
    package internal(set) var ledger: [FeeEntry] = []
    package internal(set) var filings: [Int] = []
    /// Approvals elsewhere on which its filing rests.
    package internal(set) var references: [Approval.Reference] = []
    /// Changes of approvals on which the case rests while it holds none of its own.
    package internal(set) var flags: [Approval.Flag] = []
    package internal(set) var decisions: [Decision] = []
    /// The case that took this one's place.
    package internal(set) var replacedBy: CaseName?
    /// Whether a correction or a reversal took back what opened the case.
    var isUndone = false
    /// Numbers of the events of this case that the applicant transcribed from a letter.
    package internal(set) var transcribed: [Int] = []

    init(_ opened: CaseOpened, on date: PartialDate) {
        name = opened.name
        jurisdiction = opened.jurisdiction
        route = opened.route
        openedParticipation = opened.participation
        procedure = opened.procedure
        rules = opened.rules
        isTrack = opened.isTrack
        openedBundle = opened.bundle ?? opened.impliedBundle
        openedOn = date
        since = date
        filings = opened.filing.map { [$0] } ?? []
    }

    package var outcome: Decision.Outcome? { decisions.last?.outcome }

    /// The case of the hub in whose bundle it takes part, or took part last.
    package var bundle: CaseName? { joined.last?.hub ?? openedBundle }

    /// Every hub in whose bundle it takes or took part.
    package var bundles: [CaseName] { (openedBundle.map { [$0] } ?? []) + joined.map(\.hub) }

    package var participation: Participation? {
        // Each decides for itself: a bundle of tracks has no window.
        joined.isEmpty ? openedParticipation : .concurrentReview
    }

    /// Whether the case still takes part in the bundle, decided or not, as far as it knows by itself.
    var isBundleMember: Bool {
        guard bundle != nil else { return false }
        // What was decided before it joined was decided outside.
        let own = decisions.dropFirst(joined.last?.decisionsBefore ?? 0)
        // A track goes on alone after it left, and what is decided then is decided outside.
        guard !own.contains(where: { $0.outcome == .left }) else { return false }
        return switch own.last?.outcome {
        case .left, .withdrawn, .notFiled, .deemedWithdrawn: false
        case .approved, .refused, nil: true
        }
    }
}

/// That a running case joined a bundle.
package struct Membership: Hashable, Codable, Sendable {
    package let hub: CaseName
    /// How many decisions the case had by then, which were made outside.
    package let decisionsBefore: Int

    package init(hub: CaseName, decisionsBefore: Int) {
        self.hub = hub
        self.decisionsBefore = decisionsBefore
    }
}

extension CaseOpened {
    /// The bundle of first approvals, which a case that decides takes part in without naming it.
    fileprivate var impliedBundle: CaseName? {
        guard name != .hub, !isTrack, participation == .concurrentAction || participation == .concurrentReview else {
            return nil
        }
        return .hub
    }
}

/// One clock of a case: the rule as it was when the clock started, and who held the case from when.
package struct CaseClock: Hashable, Codable, Sendable {
    package let rule: ClockRule
    package internal(set) var marks: [ClockLedger.Mark]
    /// The event that made each mark.
    package internal(set) var events: [Int]

    package init(rule: ClockRule, marks: [ClockLedger.Mark], events: [Int]) {
        self.rule = rule
        self.marks = marks
        self.events = events
    }

    package var ledger: ClockLedger { ClockLedger(rule: rule, marks: marks) }
}

/// A deadline that runs until its state is left.
package struct ArmedDeadline: Hashable, Codable, Sendable {
    /// The last day on which it is kept; the latest that it can be, where it follows from a date known only in part.
    package let due: CivilDate
    /// The first day that can be its last.
    package let earliest: CivilDate
    package let raises: EventName
    /// From what it was counted, where a period gave it: by other days off it ends on another day.
    package let counted: Counted?
    /// Whether a figure that no official source confirms led to the date; such a deadline is shown, never fired.
    package let confidence: Confidence

    package struct Counted: Hashable, Codable, Sendable {
        /// A period of the route.
        package let period: String
        package let from: PartialDate

        package init(period: String, from date: PartialDate) {
            self.period = period
            from = date
        }
    }

    package init(
        due: CivilDate,
        from earliest: CivilDate? = nil,
        raises: EventName,
        counted: Counted? = nil,
        confidence: Confidence
    ) {
        self.due = due
        self.earliest = min(earliest ?? due, due)
        self.raises = raises
        self.counted = counted
        self.confidence = confidence
    }

    /// The days that can be its last.
    package var bounds: DateBounds { DateBounds(earliest: earliest, latest: due) }
}

/// A deadline that passed: what was to be done by it is still owed.
package struct MissedDeadline: Hashable, Codable, Sendable {
    /// The last day on which it would have been kept.
    package let due: CivilDate
    /// The first day that could have been that one.
    package let earliest: CivilDate
    /// Leaving any of these ends the duty: the deadline's own state, or those to which its passing led.
    package let within: [StateID]

    package init(due: CivilDate, from earliest: CivilDate? = nil, within: [StateID]) {
        self.due = due
        self.earliest = min(earliest ?? due, due)
        self.within = within
    }

    init(_ deadline: ArmedDeadline, within: [StateID]) {
        self.init(due: deadline.due, from: deadline.earliest, within: within)
    }

    package var bounds: DateBounds { DateBounds(earliest: earliest, latest: due) }
}

/// A fee that a case requires.
package struct Fee: Hashable, Codable, Sendable {
    package let id: FeeID
    package let amount: Money?
    package internal(set) var settledBy: String?

    package init(id: FeeID, amount: Money?, settledBy: String? = nil) {
        self.id = id
        self.amount = amount
        self.settledBy = settledBy
    }
}
