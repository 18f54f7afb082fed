import Regulation
import Submissions
import Views

// How data of others are used, and what a developer has asked about that.
extension LedgerText {
    func dataUse(of submission: Submission) -> Table {
        let columns = ["study", "provider", "contract", "purpose", "secondaryUse", "keptUntil"]
        var table = Table(columns.map { labels["columns.\($0)"] })
        for study in submission.studies where study.usesData {
            table.add([
                study.id.rawValue, study.provider ?? "–", study.contract ?? "–",
                study.purpose.map { labels["choices.\($0.rawValue)"] } ?? "–",
                study.secondaryUse.map { labels["choices.\($0.rawValue)"] } ?? "–",
                study.keptUntil.map { labels.words(for: $0) } ?? "–",
            ])
        }
        return table
    }

    /// The checklist of each study that uses data, open items too, with the sources of the items.
    func checklists(of submission: Submission, _ width: Int) -> [String] {
        let studies = submission.studies.filter { $0.usesData && $0.standing != .stopped }
        guard !studies.isEmpty, !checklist.isEmpty else { return [] }
        var sources = SourceList()
        let sections = studies.map { study in
            var table = Table(["item", "answer", "reference", "date"].map { labels["columns.\($0)"] })
            for item in checklist {
                let check = study.checks.first { $0.item == item.id }
                table.add([
                    labels["choices.\(item.id)"] + sources.mark(item.source),
                    check.map { labels["choices.\($0.answer.rawValue)"] } ?? labels["ledger.open"],
                    check?.reference ?? "–", check.map { labels.words(for: $0.on) } ?? "–",
                ])
            }
            return labels.text("ledger.checklist", study.id.rawValue) + "\n" + table.text(width: width)
        }
        return sections + [sources.lines(labels, width: width).joined(separator: "\n")]
    }
}
