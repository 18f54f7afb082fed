import Engine
import Regulation
import Submissions
import Views

extension Labels {
    /// The headings of the pages' tables, by the names that the templates use.
    var columns: [String: String] {
        let shared = [
            "submission", "case", "jurisdiction", "authority", "route", "state", "since", "clock", "due", "turn",
            "date",
            "recorded", "by", "answer",
        ]
        let own = ["product", "until", "held", "no", "afterwards", "happening", "nextDue"]
        var columns: [String: String] = [:]
        for name in shared { columns[name] = self["columns.\(name)"] }
        for name in own { columns[name] = self["page.\(name)"] }
        return columns
    }

    /// What the marks of the table mean; only those that it shows.
    func notes(on report: StatusReport) -> [String] {
        var notes: [String] = []
        if report.rows.contains(where: { $0.isDueUnconfirmed || $0.isLimitUnconfirmed }) {
            notes.append("* \(self["page.unconfirmedNote"])")
        }
        if report.rows.contains(where: { $0.standing == .proposal }) { notes.append("案: \(self["page.proposalNote"])") }
        if report.rows.contains(where: { $0.clock?.limit != nil }) { notes.append(self["page.targetNote"]) }
        return notes
    }
}
