import Engine
import Regulation
import Submissions
import Views

/// The advice on routes for people: first where the way is open, then a block for each country.
struct RoutesText {
    let labels: Labels
    let titles: [HeadingCode: String]
    let showsDetails: Bool

    var figures: RouteFigures { RouteFigures(labels: labels) }

    /// The targets first; the other countries, where there are targets, only if `all` are asked for.
    func text(_ report: RouteReport, all: Bool, width: Int) -> String {
        let heading = "\(report.submission) · \(report.product) \(report.productVersion) · \(report.on)"
        var lines = TextWidth.wrap(heading, to: width)
        if report.countries.count > 1 { lines += overview(report, width) }
        let targets = report.countries.filter(\.isTarget)
        let others = report.countries.filter { !$0.isTarget }
        let shown = all || targets.isEmpty ? targets + others : targets
        for country in shown { lines += [""] + block(country, width) }
        if shown.count < report.countries.count {
            let codes = others.map(\.jurisdiction.rawValue).joined(separator: " ")
            lines += [""] + TextWidth.wrap(labels.text("advice.others", codes), to: width)
        }
        lines += [""] + notes(shown).flatMap { hanging($0.mark, $0.text, width) }
        return lines.joined(separator: "\n")
    }

    /// One line for each answer, with the countries whose best route answers so.
    private func overview(_ report: RouteReport, _ width: Int) -> [String] {
        [RouteAssessment.Answer.open, .unknown, .closed].flatMap { answer -> [String] in
            let codes = report.countries.filter { $0.answer == answer }.map(\.jurisdiction.rawValue)
            guard !codes.isEmpty else { return [] }
            return hanging("\(labels["routeAnswers.\(answer.rawValue)"]):", codes.joined(separator: " "), width)
        }
    }

    // MARK: - One country

    private func block(_ country: CountryAdvice, _ width: Int) -> [String] {
        let name = country.names[labels.language] ?? country.names["en"] ?? ""
        let head = ["\(country.jurisdiction) \(name)", labels.words(for: country.deviceClass)]
        var lines = TextWidth.wrap(head.joined(separator: " · "), to: width)
        lines += country.approvals.flatMap { TextWidth.wrap("  " + approval($0), to: width) }
        var sources = SourceList()
        lines += table(country, &sources, width)
        if let next = labels.nextRoute(of: country) { lines += hanging("→", next, width) }
        if showsDetails, case .grid(_, let source)? = country.deviceClass?.origin {
            lines += hanging("→", labels["advice.classSource"] + sources.mark(source), width)
        }
        lines += documents(country, &sources, width)
        guard showsDetails else { return lines }
        return lines + sources.lines(labels, width: width)
    }

    /// The routes with their reasons under them; a note holds the place, because it is one paragraph and these are lists.
    private func table(_ country: CountryAdvice, _ sources: inout SourceList, _ width: Int) -> [String] {
        var table = Table(["route", "answer", "time", "until", "fees"].map { labels["advice.columns.\($0)"] })
        let under = country.routes.map { self.under($0, &sources, width) }
        for (number, advice) in country.routes.enumerated() {
            table.add([
                name(advice), labels["routeAnswers.\(advice.answer.rawValue)"], figures.time(advice.time),
                figures.until(advice.time), figures.fees(advice.fees),
            ])
            table.add(note: "\(Self.place)\(number)")
        }
        return table.text(width: width).split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            guard let mark = line.firstIndex(of: Self.place), let number = Int(line[line.index(after: mark)...])
            else { return [String(line)] }
            return under[number]
        }
    }

    private static let place: Character = "\u{1}"

    private func name(_ advice: RouteAdvice) -> String {
        let mark = advice.standing == .proposal ? " (案)" : ""
        return (advice.isPlanned ? "● " : "") + labels.words(for: advice.route) + mark + " [\(advice.route.name)]"
    }

    /// A mark, and the text beside it over as many lines as it takes.
    func hanging(_ mark: String, _ text: String, _ width: Int) -> [String] {
        TextWidth.hanging(mark, text, to: width)
    }
}

extension CountryAdvice {
    /// Whether the manifest names it as a target.
    fileprivate var isTarget: Bool { routes.contains(where: \.isPlanned) }
}
