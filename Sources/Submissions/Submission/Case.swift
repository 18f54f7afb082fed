public import Regulation
public import Statecharts

/// One procedure running for one jurisdiction of a submission.
public struct Case: Hashable, Codable, Sendable {
    public let name: CaseName
    public let jurisdiction: JurisdictionCode
    public let route: RouteName
    public let participation: Participation?
    public let procedure: Pin
    public var rules: Pin
    public let openedOn: PartialDate
    /// Whether the case is a track beside the decision of its jurisdiction, such as a change or reimbursement.
    public let isTrack: Bool

    public internal(set) var configuration = Configuration()
    /// When the active atomic states were entered.
    public internal(set) var since: PartialDate
    /// Counts the events that changed this case.
    public internal(set) var version = 0
    /// Whether a final state at the top has been reached.
    public internal(set) var isOver = false
    public internal(set) var variables: [VariableName: String] = [:]
    public internal(set) var facts: Set<FactName> = []
    public internal(set) var clocks: [ClockName: CaseClock] = [:]
    /// The clock that was marked last: the one that a status shows.
    public internal(set) var currentClock: ClockName?
    public internal(set) var deadlines: [StateID: ArmedDeadline] = [:]
    /// Due dates of deadlines by their state, kept after they passed.
    public internal(set) var lastDue: [StateID: CivilDate] = [:]
    public internal(set) var fees: [Fee] = []
    public internal(set) var ledger: [FeeEntry] = []
    public internal(set) var filings: [Int] = []
    /// Approvals elsewhere on which its filing rests.
    public internal(set) var references: [Approval.Reference] = []
    /// Changes of approvals on which the case rests while it holds none of its own.
    public internal(set) var flags: [Approval.Flag] = []
    public internal(set) var decisions: [Decision] = []
    /// The event that recorded each decision.
    public internal(set) var decisionEvents: [Int] = []
    /// The case that took this one's place.
    public internal(set) var replacedBy: CaseName?
    /// The number of the last event that changed this case.
    public internal(set) var lastEvent = 0
    /// The case before its last event, at most one step back: what a reversal restores.
    var previous: [Case] = []
    /// Numbers of the events of this case that the applicant transcribed from a letter.
    public internal(set) var transcribed: [Int] = []

    init(_ opened: CaseOpened, on date: PartialDate) {
        name = opened.name
        jurisdiction = opened.jurisdiction
        route = opened.route
        participation = opened.participation
        procedure = opened.procedure
        rules = opened.rules
        isTrack = opened.isTrack
        openedOn = date
        since = date
        filings = opened.filing.map { [$0] } ?? []
    }

    public var outcome: Decision.Outcome? { decisions.last?.outcome }

    /// Whether the case still takes part in the bundle, decided or not.
    public var isBundleMember: Bool {
        guard name != .hub, !isTrack, participation == .concurrentAction || participation == .concurrentReview else {
            return false
        }
        return switch outcome {
        case .left, .withdrawn, .notFiled, .deemedWithdrawn: false
        case .approved, .refused, nil: true
        }
    }
}

/// One clock of a case: the rule as it was when the clock started, and who held the case from when.
public struct CaseClock: Hashable, Codable, Sendable {
    public let rule: ClockRule
    public internal(set) var marks: [ClockLedger.Mark]
    /// The event that made each mark.
    public internal(set) var events: [Int]

    public var ledger: ClockLedger { ClockLedger(rule: rule, marks: marks) }
}

/// A deadline that runs until its state is left.
public struct ArmedDeadline: Hashable, Codable, Sendable {
    /// The last day on which it is kept.
    public let due: CivilDate
    public let raises: EventName
    /// Whether a figure that no official source confirms led to the date; such a deadline is shown, never fired.
    public let confidence: Confidence

    public init(due: CivilDate, raises: EventName, confidence: Confidence) {
        self.due = due
        self.raises = raises
        self.confidence = confidence
    }
}

/// A fee that a case requires.
public struct Fee: Hashable, Codable, Sendable {
    public let id: FeeID
    public let amount: Money?
    public internal(set) var settledBy: String?

    public init(id: FeeID, amount: Money?, settledBy: String? = nil) {
        self.id = id
        self.amount = amount
        self.settledBy = settledBy
    }
}
