import Engine
import Regulation
import Submissions
import Views

extension Labels {
    /// What the marks of the table mean; only those that it shows.
    func notes(on report: StatusReport) -> [String] {
        var notes: [String] = []
        if report.rows.contains(where: { $0.isDueUnconfirmed || $0.isLimitUnconfirmed }) {
            notes.append("* \(self["page.unconfirmedNote"])")
        }
        if report.rows.contains(where: \.isFirstDayUnknown) { notes.append("* \(self["page.firstDayNote"])") }
        if report.rows.contains(where: { $0.standing == .proposal }) { notes.append("案: \(self["page.proposalNote"])") }
        if report.rows.contains(where: { $0.clock?.limit != nil }) { notes.append(self["page.targetNote"]) }
        return notes
    }
}
