import Engine
import Regulation
import Submissions
import Views

/// A plan as rows for a spreadsheet.
struct PlanTable {
    let labels: Labels

    func rows(_ plan: Plan) -> [[String]] {
        let header = [
            "jurisdiction", "class", "route", "label", "standing", "answer", "file", "why", "target", "early",
            "expected", "late", "market", "unconfirmed", "ground", "filed", "outcome", "approved",
        ]
        return [header]
            + plan.countries.map { country in
                let time = country.time
                return [
                    country.jurisdiction.rawValue, country.deviceClass?.deviceClass.rawValue ?? "",
                    country.routeName.rawValue, name(country), country.standing.rawValue,
                    country.advice?.answer.rawValue ?? "", text(country.filing.on),
                    labels.words(for: country.filing, preparation: plan.preparation.days), text(time?.target),
                    text(time?.early), text(time?.expected), text(time?.late), text(country.market),
                    "\(!country.isOnMarket)", time.map { labels.words(for: $0.ground) } ?? "",
                    country.actual?.filed?.description ?? "", country.actual?.outcome?.rawValue ?? "",
                    country.actual?.approved?.description ?? "",
                ]
            }
    }

    /// A row for each country of each strategy.
    func strategies(_ comparison: StrategyComparison) -> [[String]] {
        let header = [
            "strategy", "label", "jurisdiction", "route", "closed", "file", "market", "late", "days", "lag", "feesMore",
        ]
        let rows = comparison.strategies.flatMap { strategy in
            strategy.plan.countries.map { country in
                [
                    strategy.id, labels.words(for: strategy), country.jurisdiction.rawValue,
                    country.routeName.rawValue, "\(strategy.closed.contains(country.jurisdiction))",
                    text(country.filing.on), text(country.market), text(country.time?.late),
                    country.market.map { "\($0.dayNumber - comparison.start.dayNumber)" } ?? "",
                    strategy.lag.map { "\($0)" } ?? "", labels.difference(strategy.feeDifference),
                ]
            }
        }
        return [header] + rows
    }

    func savings(_ report: PlanReport) -> [[String]] {
        let header = [
            "leader", "jurisdiction", "routeWith", "routeWithout", "daysWith", "daysWithout", "daysSaved", "feesSaved",
        ]
        return [header]
            + report.savings.map { saving in
                [
                    report.leader?.rawValue ?? "", saving.jurisdiction.rawValue, saving.with.routeName.rawValue,
                    saving.without.routeName.rawValue, saving.with.time?.days.map { "\($0)" } ?? "",
                    saving.without.time?.days.map { "\($0)" } ?? "", saving.days.map { "\($0)" } ?? "",
                    labels.difference(saving.feeDifference),
                ]
            }
    }

    private func name(_ country: PlannedCountry) -> String {
        country.advice.map { labels.words(for: $0.route) } ?? country.routeName.rawValue
    }

    private func text(_ day: CivilDate?) -> String { day?.description ?? "" }
}
