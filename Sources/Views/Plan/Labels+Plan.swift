import Engine
package import Regulation
import Submissions

// Words for plans.
extension Labels {
    /// Why a filing is on its day.
    package func words(for filing: PlannedFiling, preparation days: Int) -> String {
        switch filing.cause {
        case .start: self["plan.filing.start"]
        case .given: self["plan.filing.given"]
        case .actual: self["plan.filing.actual"]
        case .held(let codes): text("plan.filing.held", list(codes))
        case .after(let codes, nil): text("plan.filing.after", list(codes), "\(days)")
        case .after(let codes, let months?): text("plan.filing.afterHeld", list(codes), "\(days)", "\(months)")
        case .waits(let codes): text("plan.filing.waits", list(codes))
        }
    }

    /// By what the expected day is reckoned.
    package func words(for ground: PlannedTime.Ground) -> String {
        switch ground {
        case .observed(let observation): text("plan.ground.observed", words(for: observation))
        case .mean(let observation): text("plan.ground.mean", words(for: observation))
        case .range(let range): range.names[language] ?? range.names["en"] ?? range.id
        case .nothing: self["plan.ground.nothing"]
        }
    }

    /// `8 to 12 months, the whole time (class 2, practice; 2025)`.
    package func words(for observation: Observation) -> String {
        let population = observation.population[language] ?? observation.population["en"] ?? ""
        var facts = [population]
        if observation.times[.stated] != nil { facts.append(self["plan.percentile"]) }
        if let size = observation.size { facts.append("n = \(size)") }
        if let year = observation.year, !population.contains(year.description) { facts.append(year.description) }
        let who = facts.joined(separator: self["advice.and"])
        var parts: [String] = []
        if observation.times != Quantiles() {
            let figures = figures(of: observation.times)
            parts.append(
                text(
                    "plan.times",
                    figures,
                    self["units.\(observation.unit.rawValue)"],
                    self["plan.counts.\(observation.counts.rawValue)"]
                )
            )
        }
        if let asked = observation.asked { parts.append(text("plan.asked", "\(Int((asked * 100).rounded()))")) }
        guard !parts.isEmpty else { return who }
        return text("plan.observation", parts.joined(separator: self["advice.and"]), who)
    }

    private func figures(of times: Quantiles) -> String {
        if let least = times[.least], let most = times[.most], times[.p50] == nil {
            return text("plan.points.range", least.plain, most.plain)
        }
        return Quantiles.Point.allCases.compactMap { point in
            times[point].map { text("plan.points.\(point.rawValue)", $0.plain) }
        }.joined(separator: self["advice.comma"])
    }

    private func list(_ codes: [JurisdictionCode]) -> String {
        codes.map(\.rawValue).joined(separator: self["advice.comma"])
    }

    /// The name of a strategy.
    package func words(for strategy: ComparedStrategy) -> String {
        let name: String
        switch strategy.kind {
        case .chosen: name = self["plan.strategies.chosen"]
        case .alone: name = self["plan.strategies.alone"]
        case .held: name = self["plan.strategies.held"]
        case .after(let code): name = text("plan.strategies.after", code.rawValue)
        case .bundled: name = self["plan.strategies.bundled"]
        case .own(let own): name = own.names[language] ?? own.names["en"] ?? own.id
        }
        return strategy.isTwoStage ? text("plan.strategies.twoStage", name) : name
    }

    /// `JPY -12,000, SGD 1,000.00 + ?`; `0` where nothing is more or fewer, `?` alone where nothing is known.
    package func difference(_ fees: FeeDifference) -> String {
        let sums = fees.sums.map { sum in
            sum.least == sum.most
                ? sum.least.description : text("plan.points.range", sum.least.description, sum.most.description)
        }
        let known = sums.joined(separator: self["advice.and"])
        guard fees.unknown.isEmpty else { return known.isEmpty ? "?" : known + " + ?" }
        return known.isEmpty ? "0" : known
    }

    /// `TH: registration fee`, or the country alone where no fee of its route is configured.
    package func words(for gap: FeeDifference.Gap) -> String {
        gap.rule.map { text("describe.inCountry", gap.jurisdiction.rawValue, words(for: $0)) }
            ?? text("plan.noFees", gap.jurisdiction.rawValue)
    }
}

extension Double {
    /// Without a fraction where there is none: `12`, `11.7`.
    var plain: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
