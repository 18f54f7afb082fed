import Regulation

/// Reads what was seen of an authority's work.
struct ObservationReader {
    private static let keys = [
        "routes", "classes", "basis", "counts", "unit", "times", "asked", "n", "year", "population", "source",
    ]

    /// The names of the country's routes and tracks.
    let routes: [String]
    let findings: Findings

    func observation(_ tree: Tree) -> Observation? {
        guard let fields = Fields(tree, "an observation", keys: Self.keys, findings) else { return nil }
        let named = (fields.required("routes")?.elements ?? []).compactMap { route($0) }
        let basis: Observation.Basis? = fields.requiredChoice("basis")
        let times = fields["times"].map { QuantileReader.quantiles($0, "‘times’", findings) }
        let asked = fields["asked"].flatMap { share($0) }
        if basis == .sign, let tree = fields["times"] ?? fields["asked"] {
            findings.error("a sign is an observation without figures", at: tree.place)
        }
        if let basis, basis != .sign, times == nil, asked == nil {
            findings.error(
                "an observation has ‘times’, ‘asked’ or both; one without figures has the basis sign",
                at: tree.place
            )
        }
        let counts: Observation.Counted? = times == nil ? fields.choice("counts") : fields.requiredChoice("counts")
        let unit: ClockUnit? = times == nil ? fields.choice("unit") : fields.requiredChoice("unit")
        let size = fields.integer("n")
        if let size, size < 1 {
            findings.error("‘n’ is at least 1", at: fields["n"]?.place ?? tree.place)
        }
        let population = fields.required("population")?.texts("‘population’", findings)
        guard let source = fields.source(demandsText: true), let basis, let population else { return nil }
        return Observation(
            routes: named,
            classes: fields.deviceClasses("classes"),
            basis: basis,
            counts: counts ?? .total,
            unit: unit ?? .calendarDays,
            times: times ?? Quantiles(),
            asked: asked,
            size: size,
            year: fields["year"].flatMap { $0.printedDate("‘year’", findings) },
            population: population,
            source: source
        )
    }

    private func route(_ tree: Tree) -> RouteName? {
        guard let name = tree.word("a route", findings) else { return nil }
        if !routes.contains(name) {
            findings.error("there is no route ‘\(name)’\(Suggestion.text(for: name, among: routes))", at: tree.place)
        }
        return RouteName(name)
    }

    private func share(_ tree: Tree) -> Double? {
        guard let share = tree.number("‘asked’", findings) else { return nil }
        if share > 1 { findings.error("‘asked’ is a share from 0 to 1", at: tree.place) }
        return share
    }
}

/// Reads points of a distribution.
enum QuantileReader {
    /// Each has its key; where several are there, they rise.
    static func quantiles(_ tree: Tree, _ noun: String, _ findings: Findings) -> Quantiles {
        let keys = Quantiles.Point.allCases.map(\.rawValue)
        guard let fields = Fields(tree, noun, keys: keys, findings) else { return Quantiles() }
        var values: [Quantiles.Point: Double] = [:]
        for point in Quantiles.Point.allCases {
            values[point] = fields[point.rawValue]?.number("‘\(point.rawValue)’", findings)
        }
        if values.isEmpty { findings.error("\(noun) is empty", at: tree.place) }
        for order in [[Quantiles.Point.p20, .p50, .p80, .p95], [.least, .most]] {
            let known = order.compactMap { values[$0] }
            if known != known.sorted() {
                findings.error(
                    "the points of \(noun) do not rise: \(Tree.alternatives(order.map(\.rawValue)))",
                    at: tree.place
                )
            }
        }
        return Quantiles(values)
    }
}

extension Tree {
    /// A number that is not negative, such as `11.7`.
    func number(_ noun: String, _ findings: Findings) -> Double? {
        guard case .scalar(let text) = content, let number = Double(text), number.isFinite, number >= 0,
            number <= 100_000
        else {
            findings.error("\(noun) is a number from 0 to 100000, not \(kind)", at: place)
            return nil
        }
        return number
    }
}
