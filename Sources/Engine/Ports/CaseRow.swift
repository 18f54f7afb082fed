package import Regulation
package import Statecharts
package import Submissions

/// One case as lists need it, without loading its submission.
package struct CaseRow: Hashable, Sendable {
    package let submission: SubmissionName
    package let product: ProductID
    package let name: CaseName
    package let jurisdiction: JurisdictionCode
    package let route: RouteName
    package let isTrack: Bool
    package let version: Int
    /// The earliest date of a deadline that fires, its last day.
    package let deadline: CivilDate?
    package let isOver: Bool
    package let isReplaced: Bool
    package let outlook: Outlook

    /// What it takes the case's procedure, rules and calendar to know.
    package struct Outlook: Hashable, Sendable {
        /// The days that can be that of what falls due next.
        package var dueBounds: DateBounds? {
            due.map { DateBounds(earliest: dueEarliest ?? $0, latest: $0) }
        }

        package let procedure: ProcedureID
        /// The first active atomic state in document order.
        package let state: StateID?
        package let turn: CaseTurn
        package let movers: CaseMovers
        /// The last day of what falls due next while the case stays as it is.
        package let due: CivilDate?
        /// From which day on the applicant may have something to do in this case.
        package let applicantDue: CivilDate?
        /// The first day that can be that one.
        package let dueEarliest: CivilDate?
        /// Whether a figure or a holiday that no source confirms led to it.
        package let isDueUnconfirmed: Bool
        /// Whether the date is not sure, for whichever reason.
        package var isDueDoubtful: Bool { isDueUnconfirmed || isFirstDayUnknown }
        /// Whether nobody knows that the rule behind it held on the day for which it is taken.
        package let isFirstDayUnknown: Bool
        /// Whether time or another submission's approval alone may move the case.
        package let looksOutside: Bool
        /// Bodies with something to do beside the turn, in order: to look into a changed approval on which the case rests, or
        /// to say whether they did what was typed in from their letters.
        package let flagged: [BodyID]

        package init(
            procedure: ProcedureID,
            state: StateID?,
            turn: CaseTurn,
            movers: CaseMovers,
            due: CivilDate?,
            applicantDue: CivilDate?,
            dueEarliest: CivilDate? = nil,
            isDueUnconfirmed: Bool = false,
            isFirstDayUnknown: Bool = false,
            looksOutside: Bool,
            flagged: [BodyID]
        ) {
            self.procedure = procedure
            self.state = state
            self.turn = turn
            self.movers = movers
            self.due = due
            self.applicantDue = applicantDue
            self.dueEarliest = due.map { min(dueEarliest ?? $0, $0) }
            self.isDueUnconfirmed = isDueUnconfirmed
            self.isFirstDayUnknown = isFirstDayUnknown
            self.looksOutside = looksOutside
            self.flagged = flagged
        }
    }

    package init(_ subject: Case, of submission: Submission, outlook: Outlook) {
        self.init(
            submission: submission.name,
            product: submission.opened.product,
            name: subject.name,
            jurisdiction: subject.jurisdiction,
            route: subject.route,
            isTrack: subject.isTrack,
            version: subject.version,
            deadline: subject.firingDeadline,
            isOver: subject.isOver,
            isReplaced: subject.replacedBy != nil,
            outlook: outlook
        )
    }

    package init(
        submission: SubmissionName,
        product: ProductID,
        name: CaseName,
        jurisdiction: JurisdictionCode,
        route: RouteName,
        isTrack: Bool,
        version: Int,
        deadline: CivilDate?,
        isOver: Bool,
        isReplaced: Bool,
        outlook: Outlook
    ) {
        self.submission = submission
        self.product = product
        self.name = name
        self.jurisdiction = jurisdiction
        self.route = route
        self.isTrack = isTrack
        self.version = version
        self.deadline = deadline
        self.isOver = isOver
        self.isReplaced = isReplaced
        self.outlook = outlook
    }
}

/// Who has the next move in a case.
package enum CaseTurn: Hashable, Sendable, CustomStringConvertible {
    case applicant
    case body(BodyID)
    /// Nobody, or other cases.
    case nobody

    package init(_ text: String) {
        switch text {
        case "applicant": self = .applicant
        case "": self = .nobody
        default: self = .body(BodyID(text))
        }
    }

    /// Whose move it is where it is that of the capacity; `nil` for Tasuki itself.
    package init?(_ capacity: Actor.Capacity) {
        switch capacity {
        case .applicant: self = .applicant
        case .role(_, let body): self = .body(body)
        case .dependency, .deadline: return nil
        }
    }

    package var description: String {
        switch self {
        case .applicant: "applicant"
        case .body(let body): body.rawValue
        case .nobody: ""
        }
    }
}

extension Case {
    /// The earliest deadline that may fire: one that an unconfirmed figure led to is shown, and never fires.
    package var firingDeadline: CivilDate? {
        isOver ? nil : deadlines.values.lazy.filter { $0.confidence == .confirmed }.map(\.due).min()
    }
}
