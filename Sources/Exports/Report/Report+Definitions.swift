import Engine
import Regulation
import Submissions
import Views

extension Report {
    /// The procedures and rules to which the cases are bound, by their digests.
    var definitions: HTML {
        let rows = evidence.submission.cases.map { subject -> [HTML] in
            [
                name("\(name)/\(subject.name)"),
                .lines([
                    HTML(text: evidence.procedures[subject.name].map { labels["procedures.\($0.id)"] } ?? "")
                        + proposalMark(subject.name),
                    "<code>\(subject.procedure.rawValue)</code>",
                ]),
                .lines([
                    "\(country(subject.jurisdiction)), \(labels["routes.\(subject.route)"])",
                    "<code>\(subject.rules.rawValue)</code>",
                ]),
            ]
        }
        let columns = [labels["columns.case"], labels["columns.procedure"], labels["report.boundRules"]]
        return .section(
            "rules",
            labels["report.rules"],
            .table(columns, rows, ifEmpty: labels["page.none"])
        )
    }

    var documentList: HTML {
        let rows = documents.documents.map { document -> [HTML] in
            [
                .lines([
                    HTML(text: document.heading?.description ?? ""),
                    HTML(text: document.jurisdiction.map { country($0) } ?? ""),
                    HTML(text: document.language ?? ""),
                ]),
                .lines([
                    document.name.map { "<span class=\"text\">\($0)</span>" } ?? "<em>\(labels["report.erased"])</em>",
                    "<code>\(document.digest.rawValue)</code>",
                ]),
                HTML(text: document.filing.map(String.init) ?? ""),
                document.event.map { reference($0) } ?? .empty,
            ]
        }
        let columns = [
            labels["columns.heading"], labels["columns.document"], labels["report.filing"], labels["columns.event"],
        ]
        return .section("documents", labels["report.documents"], .table(columns, rows, ifEmpty: labels["page.none"]))
    }
}
