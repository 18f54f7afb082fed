import Engine
import Regulation
import Submissions
import Views

extension ProductText {
    /// One row an approval, and one a jurisdiction that has none.
    func approvals(_ product: Portfolio) -> Table {
        let columns = ["jurisdiction", "approval", "version", "claims", "granted", "validUntil"]
        var table = Table(columns.map { labels["columns.\($0)"] })
        for country in product.countries {
            if country.holdings.isEmpty {
                table.add(
                    [country.code.rawValue, labels["portfolio.notApproved"]] + columns.dropFirst(2).map { _ in "–" }
                )
            }
            for holding in country.holdings {
                table.add(cells(holding))
                let standing = labels["approvalStanding.\(holding.approval.standing.rawValue)"]
                table.add(note: "\(labels.basis(of: holding.approval)) · \(standing)")
                for flag in holding.approval.openFlags { table.add(note: "⚑ " + labels.words(for: flag)) }
            }
        }
        return table
    }

    private func cells(_ holding: Portfolio.Holding) -> [String] {
        let approval = holding.approval
        let declared = holding.isDeclared ? " · " + labels["portfolio.declared"] : ""
        return [
            approval.jurisdiction.rawValue, (approval.number ?? "–") + declared, approval.productVersion,
            approval.claims.map(\.rawValue).joined(separator: ", "),
            approval.grantedOn.description, labels.words(for: holding.term) + (holding.hasEnded ? " !" : ""),
        ]
    }

    func courses(_ product: Portfolio) -> Table {
        // Names are never broken: what need not stand in a column of its own stands under them.
        var table = Table(["case", "state", "due", "turn"].map { labels["columns.\($0)"] })
        for course in product.countries.flatMap(\.courses) {
            let row = course.row
            table.add([
                row.fullName, labels.state(of: row), labels.due(of: row) + (row.isOverdue ? " !" : ""),
                labels.turn(of: row),
            ])
            table.add(note: "\(labels.route(of: row)) · \(labels["columns.since"]) \(row.since)")
        }
        return table
    }

    func obligations(_ product: Portfolio) -> Table {
        var table = Table(["case", "what", "dueBy"].map { labels["columns.\($0)"] })
        for open in product.countries.flatMap(\.obligations) {
            table.add([
                "\(open.submission)/\(open.obligation.name)", labels.words(for: open),
                (open.obligation.due.map { labels.words(for: $0) } ?? "–") + (open.isOverdue ? " !" : ""),
            ])
        }
        return table
    }

    /// One line an approval, and one a jurisdiction that has none.
    func csv(_ products: [Portfolio]) -> [[String]] {
        let header = [
            "product", "name", "jurisdiction", "approved", "approval", "number", "declared", "productVersion", "basis",
            "stage", "claims", "grantedOn", "validUntil", "validity", "computed", "confidence", "firstDayUnknown",
            "standing", "openFlags",
            "inCourse", "openObligations", "due",
        ]
        return [header]
            + products.flatMap { product in
                product.countries.flatMap { country in
                    let holdings: [Portfolio.Holding?] = country.holdings.isEmpty ? [nil] : country.holdings
                    return holdings.map { line(product, country, $0) }
                }
            }
    }

    private func line(
        _ product: Portfolio,
        _ country: Portfolio.Country,
        _ holding: Portfolio.Holding?
    ) -> [String] {
        let approval = holding?.approval
        let own: [String?] = [
            approval?.id.rawValue, approval?.number, holding.map { "\($0.isDeclared)" }, approval?.productVersion,
            approval?.basis.rawValue, approval?.stage.map { "\($0)" },
            approval?.claims.map(\.rawValue).joined(separator: " "), approval?.grantedOn.description,
            holding?.term.end?.description, holding?.term.rule?.model.rawValue, holding.map { "\($0.term.isComputed)" },
            holding?.term.confidence.rawValue, holding.map { "\($0.term.isFirstDayUnknown)" },
            approval?.standing.rawValue, approval.map { "\($0.openFlags.count)" },
        ]
        let place = [product.product.rawValue, product.name ?? "", country.code.rawValue, "\(country.isApproved)"]
        let next: Duty? = country.due.first
        let course = [
            country.courses.map(\.row.fullName).joined(separator: " "), "\(country.obligations.count)",
            next?.date?.description ?? "",
        ]
        return place + own.map { $0 ?? "" } + course
    }
}
