import Engine
import Regulation
import Submissions
import Views

extension Report {
    /// Every approval, on what it rests, and what has happened to that.
    var approvals: HTML {
        let held = evidence.submission.approvals.map { approval($0) }
        return .section(
            "approvals",
            labels["page.approvals"],
            held.isEmpty ? "<p>\(labels["page.none"])</p>\n" : held.joined()
        )
    }

    private func approval(_ approval: Approval) -> HTML {
        let conditions = approval.conditions.map { term -> HTML in "<li>\(condition(term))</li>" }
        let stage = approval.stage.flatMap { labels.text(ifAny: "approvalStage.\($0)") } ?? ""
        let name = approval.id.rawValue.split(separator: "/").last.map { CaseName(String($0)) }
        return """
            <article class="approval">
            <h3>\(approval.id.rawValue) – \(labels["approvalStanding.\(approval.standing.rawValue)"])\
            \(name.map { proposalMark($0) } ?? .empty)</h3>
            \(HTML.list([
                (labels["columns.jurisdiction"], HTML(text: country(approval.jurisdiction))),
                (labels["fields.number"], HTML(text: approval.number ?? "")),
                (labels["columns.basis"], HTML(text: labels["basis.\(approval.basis.rawValue)"])),
                (labels["report.stage"], HTML(text: stage)),
                (labels["columns.claims"], claims(approval.claims)),
                (labels["report.grantedOn"], HTML(text: approval.grantedOn.description)),
                (labels["columns.validUntil"], HTML(text: approval.validUntil?.description ?? "")),
                (labels["page.conditions"], conditions.isEmpty ? .empty : "<ul>\(conditions)</ul>"),
                (labels["columns.dependsOn"], .lines(approval.dependsOn.map { reference(to: $0) })),
                (labels["report.flags"], .lines(approval.flags.map { flag($0) })),
                (labels["columns.version"], "\(approval.revision)"),
            ]))</article>

            """
    }

    /// The approval relied on, in the revision that was relied on, and what it is now.
    private func reference(to reference: Approval.Reference) -> HTML {
        let named = labels.text("report.revision", reference.approval.rawValue, "\(reference.revision)")
        guard let now = evidence.register.first(where: { $0.id == reference.approval }) else {
            return HTML(text: named)
        }
        let standing = labels["approvalStanding.\(now.standing.rawValue)"]
        let stage: HTML = now.isFirstStage ? " <small>\(labels["page.flags.referenceFirstStage"])</small>" : .empty
        return "\(named): \(labels.text("report.now", standing, "\(now.revision)"))\(stage)"
    }

    private func flag(_ flag: Approval.Flag) -> HTML {
        "<strong class=\"mark\">\(labels.words(for: flag))</strong>"
    }
}
