import Engine
import Regulation
import Submissions
import Views

/// A submission in full, for people.
struct SubmissionText {
    let labels: Labels
    /// By the number of a filing: the countries for which a dossier was filed, or the cases of an act.
    let filedFor: [Int: [String]]
    /// The developer's checklist for the use of data.
    var checklist: [DataCheck] = []

    func text(_ view: SubmissionView, width: Int) -> String {
        let submission = view.submission
        let heading =
            "\(submission.name) · \(submission.opened.product) \(submission.opened.productVersion) · "
            + "\(labels["columns.claims"]): \(submission.opened.claims.map(\.rawValue).joined(separator: ", "))"
        var parts = [TextWidth.wrap(heading, to: width).joined(separator: "\n")]
        var filings = Table(["#"] + ["filing", "filedFor", "date", "revision"].map { labels["columns.\($0)"] })
        for filing in submission.filings {
            filings.add([
                "\(filing.number)", labels["filings.\(filing.kind.rawValue)"],
                (filedFor[filing.number] ?? []).joined(separator: ", "), filing.filedOn.description,
                String(filing.revision.rawValue.prefix(16)),
            ])
        }
        parts.append(section("page.filings", filings, width, submission.filings.isEmpty))
        var questions = Table(["question", "case", "text", "status", "answer"].map { labels["columns.\($0)"] })
        for question in submission.questions {
            let standing = labels["questionStanding.\(question.status.rawValue)"]
            questions.add([
                question.id.rawValue, question.scope.map { "\(question.origin) (\($0))" } ?? question.origin.rawValue,
                view.texts[question.text] ?? "–",
                submission.merged[question.id].map { "\(standing) (\($0))" } ?? standing,
                question.answer.flatMap { view.texts[$0] } ?? "–",
            ])
        }
        parts.append(section("page.questions", questions, width, submission.questions.isEmpty))
        parts.append(section("page.approvals", approvals(view), width, submission.approvals.isEmpty))
        // Many submissions have none of these; a heading over nothing would only be in the way.
        parts += LedgerText(labels: labels, checklist: checklist).sections(of: view, width: width)
        return parts.joined(separator: "\n\n")
    }

    private func approvals(_ view: SubmissionView) -> Table {
        var table = Table(
            ["approval", "date", "claims", "basis", "dependsOn", "standing"].map { labels["columns.\($0)"] }
        )
        for approval in view.submission.approvals {
            let stage = approval.stage.map { " · " + labels["approvalStage.\($0)"] } ?? ""
            let flags = approval.openFlags.map { " ⚑ " + labels.words(for: $0) }.joined()
            let conditions = approval.conditions.map { condition in
                let held = view.conditions.first { $0.condition == condition }
                let standing = held.flatMap { labels.words(for: $0) }.map { " (\($0))" } ?? ""
                return " · \(view.texts[condition.text] ?? "–")\(standing)"
            }.joined()
            table.add([
                "\(approval.id) \(approval.number ?? "")", approval.grantedOn.description,
                approval.claims.map(\.rawValue).joined(separator: ", ") + conditions,
                labels["basis.\(approval.basis.rawValue)"] + stage,
                approval.dependsOn.map { "\($0.approval) (\($0.revision))" }.joined(separator: ", "),
                labels["approvalStanding.\(approval.standing.rawValue)"] + flags,
            ])
        }
        return table
    }

    private func section(_ title: String, _ table: Table, _ width: Int, _ isEmpty: Bool) -> String {
        labels[title] + "\n" + (isEmpty ? labels["page.none"] : table.text(width: width))
    }
}
