import Engine
import Regulation
import Submissions
import Views

/// The advice as rows for a spreadsheet, one a route.
struct RoutesTable {
    let labels: Labels

    func rows(_ report: RouteReport) -> [[String]] {
        let header = [
            "jurisdiction", "class", "route", "label", "standing", "planned", "answer", "time", "until",
            "untilUnconfirmed", "fees", "opens", "reasons", "toDo",
        ]
        return [header] + report.countries.flatMap { country in country.routes.map { cells($0, in: country) } }
    }

    private func cells(_ advice: RouteAdvice, in country: CountryAdvice) -> [String] {
        let figures = RouteFigures(labels: labels)
        return [
            country.jurisdiction.rawValue, country.deviceClass?.deviceClass.rawValue ?? "",
            advice.route.name.rawValue, labels.words(for: advice.route), advice.standing.rawValue,
            "\(advice.isPlanned)", advice.answer.rawValue, figures.time(advice.time),
            advice.time.until?.description ?? "", "\(advice.time.until != nil && advice.time.isUnconfirmed)",
            advice.fees.map { figures.sentence(for: $0, among: advice.fees) }.joined(separator: "; "),
            advice.opening?.on.description ?? "",
            advice.reasons.map { labels.words(for: $0, of: advice) }.joined(separator: "; "),
            advice.toDo.map { labels.words(for: $0) }.joined(separator: "; "),
        ]
    }
}
