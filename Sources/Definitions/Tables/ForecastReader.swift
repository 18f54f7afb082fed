package import Regulation

/// Reads by what plans reckon where no time of an authority is known.
package enum ForecastReader {
    private static let keys = ["leaders", "ranges", "aroundMean", "answers", "preparation", "sources"]

    /// The assumptions in `file`.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func forecast(from file: SourceFile) throws(Diagnostics) -> Forecast {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings), let forecast = read(tree, findings), !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        return forecast
    }

    static func read(_ tree: Tree, _ findings: Findings) -> Forecast? {
        let tree = tree.citingSharedSources(findings)
        guard let fields = Fields(tree, "a forecast", keys: keys, ignoring: ["$schema"], findings) else { return nil }
        let ranges = fields.requiredEntries("ranges").compactMap { Self.range($0, findings) }
        let aroundMean = fields.required("aroundMean").map {
            QuantileReader.quantiles($0, "‘aroundMean’", findings)
        }
        let answers = fields.required("answers").flatMap { Self.answers($0, findings) }
        let preparation = fields.required("preparation").flatMap { Self.preparation($0, findings) }
        guard let aroundMean, let answers, let preparation else { return nil }
        return Forecast(
            leaders: fields.words("leaders").map { JurisdictionCode($0) },
            ranges: ranges,
            aroundMean: aroundMean,
            answers: answers,
            preparation: preparation
        )
    }

    private static func range(_ entry: Tree.Entry, _ findings: Findings) -> Forecast.Range? {
        let keys = ["counts", "relies", "factors", "names", "source"]
        guard let fields = Fields(entry.value, "the range ‘\(entry.key)’", keys: keys, findings) else { return nil }
        let counts: ClockRule.Counted? = fields.requiredChoice("counts")
        let factors = fields.required("factors").map { QuantileReader.quantiles($0, "‘factors’", findings) }
        let names = fields.required("names")?.texts("‘names’", findings)
        guard let source = fields.source(demandsText: true), let counts, let factors, let names else { return nil }
        return Forecast.Range(
            id: entry.key,
            counts: counts,
            relies: fields["relies"].flatMap { $0.flag("‘relies’", findings) },
            factors: factors,
            names: names,
            source: source
        )
    }

    private static func answers(_ tree: Tree, _ findings: Findings) -> Forecast.Answers? {
        let keys = ["asked", "unit", "times", "source"]
        guard let fields = Fields(tree, "‘answers’", keys: keys, findings) else { return nil }
        let asked = fields.required("asked").flatMap { $0.number("‘asked’", findings) }
        if let asked, asked > 1 { findings.error("‘asked’ is a share from 0 to 1", at: fields.place(of: "asked")) }
        let unit: ClockUnit? = fields.requiredChoice("unit")
        let times = fields.required("times").map { QuantileReader.quantiles($0, "‘times’", findings) }
        guard let source = fields.source(demandsText: true), let asked, let unit, let times else { return nil }
        return Forecast.Answers(asked: asked, unit: unit, times: times, source: source)
    }

    private static func preparation(_ tree: Tree, _ findings: Findings) -> Forecast.Preparation? {
        guard let fields = Fields(tree, "‘preparation’", keys: ["days", "source"], findings) else { return nil }
        let days = fields.requiredInteger("days")
        if let days, days < 0 || days > 10_000 {
            findings.error("‘days’ lies between 0 and 10000", at: fields.place(of: "days"))
        }
        guard let source = fields.source(demandsText: true), let days else { return nil }
        return Forecast.Preparation(days: days, source: source)
    }
}
