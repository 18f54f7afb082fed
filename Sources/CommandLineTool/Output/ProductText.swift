import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

/// Products over all their submissions, for people and programs.
struct ProductText {
    let labels: Labels

    /// The products, for people as `display` writes them.
    func answer(_ products: [Portfolio], display: @escaping (_ width: Int) -> String) -> Answer {
        Answer(
            display: { products.isEmpty ? labels["page.none"] : display($0) },
            payload: { .array(products.map { $0.json(labels: labels) }) },
            sheet: { csv(products) }
        )
    }

    func list(_ products: [Portfolio], width: Int) -> String {
        var table = Table(
            ["product", "name", "submission", "approved", "inCourse", "dueBy"].map { labels["columns.\($0)"] }
        )
        for product in products {
            let next = product.due.first
            table.add([
                product.product.rawValue, product.name ?? "–",
                product.submissions.map(\.name.rawValue).joined(separator: ", "),
                codes(product.countries.filter(\.isApproved)),
                codes(product.countries.filter { !$0.courses.isEmpty }),
                next.map { DueText(labels: labels).date($0) + " (\($0.jurisdiction))" } ?? "–",
            ])
        }
        return table.text(width: width)
    }

    private func codes(_ countries: [Portfolio.Country]) -> String {
        countries.isEmpty ? "–" : countries.map(\.code.rawValue).joined(separator: ", ")
    }

    func show(_ product: Portfolio, width: Int) -> String {
        var parts = [heading(product).flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n")]
        parts.append(section("page.approvals", approvals(product), width))
        parts.append(section("portfolio.inCourse", courses(product), width))
        parts.append(section("portfolio.obligations", obligations(product), width))
        let due = product.due
        parts.append(section("portfolio.due", DueText(labels: labels).rows(due), width, "\(product.through)"))
        let notes = notes(product, due).flatMap { TextWidth.wrap($0, to: width) }
        if !notes.isEmpty { parts.append(notes.joined(separator: "\n")) }
        return parts.joined(separator: "\n\n")
    }

    private func heading(_ product: Portfolio) -> [String] {
        let name = product.name.map { "\($0) (\(product.product))" } ?? product.product.rawValue
        let submissions = product.submissions.map { filed in
            "\(filed.name) \(filed.productVersion) (\(filed.claims.map(\.rawValue).joined(separator: ", ")))"
        }
        return [
            name, labels.asOf(product.asOf, product.zone, isSimulated: product.isSimulated),
            "\(labels["columns.submission"]): \(submissions.joined(separator: " · "))",
        ]
    }

    private func section(_ title: String, _ table: Table, _ width: Int, _ argument: String = "") -> String {
        labels.text(title, argument) + "\n" + (table.rows.isEmpty ? labels["page.none"] : table.text(width: width))
    }

    private func notes(_ product: Portfolio, _ due: [Duty]) -> [String] {
        let holdings = product.countries.flatMap(\.holdings)
        var notes = DueText(labels: labels).notes(due)
        if holdings.contains(where: { $0.term.confidence == .unconfirmed }),
            !notes.contains(where: { $0.hasPrefix("*") })
        {
            notes.insert("* " + labels["page.unconfirmedNote"], at: 0)
        }
        if holdings.contains(where: \.term.isFirstDayUnknown), !due.contains(where: \.isFirstDayUnknown) {
            notes.append("* " + labels["page.firstDayNote"])
        }
        if holdings.contains(where: \.term.isComputed), !due.contains(where: \.isComputed) {
            notes.append(labels["due.computedNote"])
        }
        return notes
    }
}
