import Engine
import Regulation
import Submissions
import Views

/// Device lag as tables for people, and as rows for spreadsheets.
struct LagText {
    let labels: Labels

    func text(_ lag: DeviceLag, width: Int) -> String {
        let name = lag.name ?? lag.product.rawValue
        var blocks = [TextWidth.wrap(labels.text("lag.heading", name, lag.on.description), to: width)]
        guard let first = lag.first else {
            blocks.append(TextWidth.wrap(labels["lag.noFirst"], to: width))
            return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
        }
        let key = first.isDeclared ? "lag.firstDeclared" : "lag.first"
        blocks.append(
            TextWidth.wrap(labels.text(key, first.jurisdiction.rawValue, labels.words(for: first.on)), to: width)
        )
        var table = Table(Self.columns.map { labels["lag.columns.\($0)"] })
        for country in lag.countries {
            let parts = country.parts
            table.add([
                country.code.rawValue, country.approved.map { labels.words(for: $0) } ?? labels["lag.notYet"],
                days(country), number(parts?.notFiled), number(parts?.withAuthority), number(parts?.withApplicant),
                range(country.review), country.alone.map { "\($0.days)*" } ?? "?",
            ])
        }
        blocks.append([table.text(width: width)])
        blocks.append(notes(lag).flatMap { TextWidth.hanging($0.mark, $0.text, to: width) })
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private static let columns = [
        "country", "approved", "days", "notFiled", "withAuthority", "withApplicant", "review", "alone",
    ]

    private func days(_ country: DeviceLag.Country) -> String {
        country.isApproved ? range(country.days) : range(country.days) + "+"
    }

    private func number(_ days: Int?) -> String { days.map { "\($0)" } ?? "?" }

    private func range(_ days: ClosedRange<Int>?) -> String {
        guard let days else { return "–" }
        return days.lowerBound == days.upperBound ? "\(days.lowerBound)" : "\(days.lowerBound)–\(days.upperBound)"
    }

    private func notes(_ lag: DeviceLag) -> [(mark: String, text: String)] {
        var notes: [(String, String)] = []
        if lag.countries.contains(where: { !$0.isApproved }) { notes.append(("+", labels["lag.soFar"])) }
        if lag.countries.contains(where: { $0.alone != nil }) { notes.append(("*", labels["lag.aloneNote"])) }
        if lag.countries.contains(where: { $0.parts == nil || $0.alone == nil }) {
            notes.append(("?", labels["lag.unknownNote"]))
        }
        return notes + [("·", labels["lag.partsNote"])]
    }

    // MARK: - All products

    func text(_ overview: LagOverview, width: Int) -> String {
        let heading = TextWidth.wrap(labels["lag.overviewHeading"], to: width)
        guard !overview.countries.isEmpty else {
            return (heading + [""] + TextWidth.wrap(labels["lag.noFirst"], to: width)).joined(separator: "\n")
        }
        let columns = ["country", "products", "waiting", "median", "notFiled", "withAuthority", "withApplicant"]
        var table = Table(columns.map { labels["lag.columns.\($0)"] })
        for country in overview.countries {
            let parts = country.parts
            table.add([
                country.code.rawValue, "\(country.approved)", "\(country.waiting)",
                country.median.map { "\($0)" } ?? "–", "\(parts.notFiled)", "\(parts.withAuthority)",
                "\(parts.withApplicant)",
            ])
        }
        let notes = TextWidth.hanging("·", labels["lag.overviewNote"], to: width)
        return (heading + ["", table.text(width: width), ""] + notes).joined(separator: "\n")
    }

    // MARK: - Spreadsheets

    func rows(_ products: [DeviceLag]) -> [[String]] {
        let header = [
            "product", "first", "firstOn", "jurisdiction", "filed", "approved", "daysLeast", "daysMost", "notFiled",
            "withAuthority", "withApplicant", "reviewLeast", "reviewMost", "aloneRoute", "aloneExpectedDays",
        ]
        func cell(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
        return [header]
            + products.flatMap { lag in
                lag.countries.map { country in
                    [
                        lag.product.rawValue, lag.first?.jurisdiction.rawValue ?? "", lag.first?.on.description ?? "",
                        country.code.rawValue, country.filed?.description ?? "", country.approved?.description ?? "",
                        cell(country.days?.lowerBound), cell(country.days?.upperBound), cell(country.parts?.notFiled),
                        cell(country.parts?.withAuthority), cell(country.parts?.withApplicant),
                        cell(country.review?.lowerBound), cell(country.review?.upperBound),
                        country.alone?.route.rawValue ?? "", cell(country.alone?.days),
                    ]
                }
            }
    }
}
