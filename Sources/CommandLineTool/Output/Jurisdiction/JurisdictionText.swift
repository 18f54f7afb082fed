import Engine
import Regulation
import Views

/// A country or region for people; figures cite their sources by numbers, which stand at the end.
struct JurisdictionText {
    let labels: Labels
    let width: Int
    var sources = SourceList()
    private var lines: [String] = []

    init(labels: Labels, width: Int) {
        self.labels = labels
        self.width = width
    }

    var words: JurisdictionWords { JurisdictionWords(labels: labels) }

    mutating func text(_ jurisdiction: Jurisdiction, on date: CivilDate?) -> String {
        let head = "\(jurisdiction.code) \(words.name(jurisdiction.names)) · \(jurisdiction.zone.id)"
        add(TextWidth.wrap(head, to: width))
        if let date { add([labels.text("jurisdiction.inForce", date.description)]) }
        addCoverage(FactCoverage(jurisdiction.facts))
        addGeneral(jurisdiction)
        addRoutes(jurisdiction.routes, "jurisdiction.routes")
        addRoutes(jurisdiction.tracks, "jurisdiction.tracks")
        addRegistration(jurisdiction)
        addDocuments(jurisdiction.requirements)
        section("jurisdiction.sources")
        add(sources.lines(labels, width: width))
        if sources.sources.contains(where: { $0.confidence == .unconfirmed }) {
            add([""] + TextWidth.hanging("*", labels["page.unconfirmedNote"], to: width))
        }
        return lines.joined(separator: "\n")
    }

    private mutating func addCoverage(_ coverage: FactCoverage) {
        let counts = [coverage.confirmed, coverage.unconfirmed, coverage.unknown, coverage.undated].map { "\($0)" }
        let oldest = coverage.oldest?.description ?? "–"
        let text = labels.text("jurisdiction.coverage", counts[0], counts[1], counts[2], counts[3], oldest)
        add(TextWidth.wrap(text, to: width))
    }

    // MARK: - Lines

    mutating func add(_ more: [String]) { lines += more }

    mutating func section(_ key: String) { lines += ["", labels[key]] }

    /// A paragraph with its source, in by two columns.
    mutating func add(_ text: String, _ source: Source, under mark: String = " ") {
        add(TextWidth.hanging(mark, cited(text, source), to: width))
    }

    mutating func add(_ table: Table) {
        if !table.rows.isEmpty { add(table.indented(width: width)) }
    }

    func table(_ columns: String...) -> Table { Table(columns.map { labels["columns.\($0)"] }) }

    // MARK: - Marks

    /// With a star where no official source confirms it.
    func starred(_ text: String, _ source: Source) -> String {
        text + (source.confidence == .unconfirmed ? "*" : "")
    }

    mutating func cited(_ text: String, _ source: Source) -> String {
        starred(text, source) + sources.mark(source)
    }

    /// `technical (class C, from 2026-03-01)`.
    func limited(
        _ text: String,
        routes: [RouteName] = [],
        classes: [DeviceClass] = [],
        _ window: Window
    ) -> String {
        let names = routes.map(\.rawValue).joined(separator: words.comma)
        let route = routes.isEmpty ? nil : labels.text("jurisdiction.ofRoutes", names)
        let limits = [route, words.classes(classes), words.window(window)].compactMap(\.self)
        return limits.isEmpty ? text : "\(text) (\(limits.joined(separator: words.comma)))"
    }
}
