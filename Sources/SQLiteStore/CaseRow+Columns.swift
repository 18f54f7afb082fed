import Engine
import GRDB
import Regulation
import Statecharts
import Submissions

/// Which case a row tells of.
struct CaseKey: Hashable, Sendable {
    let submission: SubmissionName
    let name: CaseName

    init(_ row: CaseRow) {
        submission = row.submission
        name = row.name
    }
}

/// The rows of cases that were written lately, as they stand in the lists.
typealias KnownRows = RecentlyUsed<CaseKey, CaseRow>

extension KnownRows {
    init() { self.init(limit: 2_048) }
}

/// The columns of `caseRow`, and what a row holds in each.
extension CaseRow {
    enum Columns {
        static let key = ["submission", "name"]
        /// What no event changes.
        static let lasting = ["product", "jurisdiction", "route", "isTrack", "procedure"]
        static let changing = [
            "version", "state", "turn", "due", "deadline", "applicantDue", "flagged", "looksOutside", "isOver",
            "isReplaced", "movers", "isDueUnconfirmed", "dueEarliest",
        ]
    }

    var keyValues: [DatabaseValue] { [submission.rawValue.databaseValue, name.rawValue.databaseValue] }

    var lastingValues: [DatabaseValue] {
        [
            product.rawValue.databaseValue, jurisdiction.rawValue.databaseValue, route.rawValue.databaseValue,
            isTrack.databaseValue, outlook.procedure.rawValue.databaseValue,
        ]
    }

    var changingValues: [DatabaseValue] {
        [
            version.databaseValue, (outlook.state?.rawValue ?? "").databaseValue,
            outlook.turn.description.databaseValue, (outlook.due?.dayNumber ?? CaseList.noDate).databaseValue,
            (deadline?.dayNumber).databaseValue, (outlook.applicantDue?.dayNumber).databaseValue,
            (outlook.flagged?.rawValue).databaseValue, outlook.looksOutside.databaseValue, isOver.databaseValue,
            isReplaced.databaseValue, outlook.movers.description.databaseValue,
            outlook.isDueUnconfirmed.databaseValue, (outlook.dueEarliest?.dayNumber).databaseValue,
        ]
    }
}
