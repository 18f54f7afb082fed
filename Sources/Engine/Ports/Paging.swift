package import Regulation
package import Statecharts
package import Submissions

/// Which cases a list is about; what is absent restricts nothing.
package struct CaseFilter: Hashable, Sendable {
    package var jurisdiction: JurisdictionCode?
    package var state: StateID?
    package var turn: CaseTurn?
    package var dueThrough: CivilDate?

    package init(
        jurisdiction: JurisdictionCode? = nil,
        state: StateID? = nil,
        turn: CaseTurn? = nil,
        dueThrough: CivilDate? = nil
    ) {
        self.jurisdiction = jurisdiction
        self.state = state
        self.turn = turn
        self.dueThrough = dueThrough
    }
}

/// The place of a case in a list that is ordered by a date, then by submission and case; cases without a date come last.
package struct CasePosition: Hashable, Sendable, CustomStringConvertible {
    package let date: CivilDate?
    package let submission: SubmissionName
    package let name: CaseName

    package init(date: CivilDate?, submission: SubmissionName, name: CaseName) {
        self.date = date
        self.submission = submission
        self.name = name
    }

    /// `2026-09-30/colon-cade/SG`, or `-/colon-cade/SG` where there is no date.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, !parts[1].isEmpty, !parts[2].isEmpty else { return nil }
        let date = CivilDate(parts[0])
        guard date != nil || parts[0] == "-" else { return nil }
        self.init(date: date, submission: SubmissionName(parts[1]), name: CaseName(parts[2]))
    }

    package var description: String { "\(date.map(\.description) ?? "-")/\(submission)/\(name)" }
}

extension CasePosition: Comparable {
    package static func < (left: CasePosition, right: CasePosition) -> Bool {
        let (first, second) = (left.date?.dayNumber ?? .max, right.date?.dayNumber ?? .max)
        return (first, left.submission, left.name) < (second, right.submission, right.name)
    }
}

/// The dates by which the cases of a list may be ordered.
package enum CaseOrder: Hashable, Sendable {
    /// What falls due next.
    case due
    /// The next deadline that fires.
    case deadline
    /// What the applicant may have to do first.
    case applicantDue
}

extension CaseRow {
    /// Where the row stands in a list of that order.
    package func position(by order: CaseOrder) -> CasePosition {
        let date =
            switch order {
            case .due: outlook.due
            case .deadline: deadline
            case .applicantDue: outlook.applicantDue
            }
        return CasePosition(date: date, submission: submission, name: name)
    }
}
