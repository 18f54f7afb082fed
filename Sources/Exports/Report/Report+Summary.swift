import CanonicalJSON
import Engine
import Regulation
import Submissions
import TransparencyLog
import Views

extension Report {
    var summary: HTML {
        let opened = evidence.submission.opened
        let product = manifest?.product
        let title = [product?.name ?? opened.product.rawValue, opened.productVersion].joined(separator: " ")
        let applicant = manifest?.applicant
        let entries: [(term: String, meaning: HTML)] = [
            (labels["page.product"], "\(title) <small>(\(opened.product.rawValue))</small>"),
            (labels["page.intendedUse"], claims(opened.claims)),
            (labels["report.applicant"], HTML(text: applicant?.name ?? opened.applicant.rawValue)),
            (labels["report.period"], period),
            (labels["report.statusAt"], instant),
            (labels["report.treeSize"], HTML(text: "\(evidence.head.size)")),
            (labels["report.root"], "<code>\(evidence.head.root.description)</code>"),
            (labels["report.ownEntries"], HTML(text: counts)),
            (labels["report.writtenBy"], HTML(text: generator)),
        ]
        return .section("summary", labels["report.summary"], .list(entries) + notes)
    }

    private var counts: String {
        labels.text(
            "report.counts",
            "\(evidence.history.count)",
            "\(evidence.refusals.count)",
            "\(evidence.erasedTexts)"
        )
    }

    private var period: HTML {
        let dates = evidence.history.map(\.record.occurredOn)
        guard let first = dates.map(\.earliest).min(), let last = dates.map(\.latest).max() else { return .empty }
        return "\(first.description) – \(last.description)"
    }

    private var instant: HTML {
        let zone = evidence.status.zone
        return "\(evidence.status.asOf.description) (\(zone.localText(evidence.status.asOf)), \(zone.id))"
    }

    private var notes: HTML {
        var notes: [String] = []
        if evidence.status.isSimulated { notes.append(labels["report.simulated"]) }
        if evidence.procedures.values.contains(where: { $0.standing == .proposal }) {
            notes.append("\(labels["standing.proposal"]): \(labels["page.proposalNote"])")
        }
        notes.append("\(labels["confidence.unconfirmed"]): \(labels["page.unconfirmedNote"])")
        notes.append(labels["report.identityNote"])
        notes.append(labels["page.notLegalAdvice"])
        return "<ul class=\"notes\">\(notes.map { note -> HTML in "<li>\(note)</li>" })</ul>\n"
    }

    var verification: HTML {
        let steps = ["bag", "log", "root", "hand", "limits"].map { step -> HTML in
            "<li>\(labels["report.verify.\(step)"])</li>\n"
        }
        let commands: HTML =
            "<pre>tasuki audit verify \(labels["report.verify.folder"])\nsha256sum -c manifest-sha256.txt</pre>\n"
        return .section(
            "verification",
            labels["report.howToVerify"],
            "<ol>\n\(steps)</ol>\n\(commands)"
        )
    }
}
