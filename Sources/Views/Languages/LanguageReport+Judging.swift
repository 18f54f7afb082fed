import Engine
package import Regulation

extension LanguageReport {
    /// A document of a dossier, wherever the dossier lies.
    package struct Paper: Hashable, Sendable {
        package let path: String
        package let entry: DossierEntry
        /// Whether it may not open where it is sent.
        package let isDamaged: Bool
        /// The countries whose dossier holds it; `nil` where all have one dossier.
        package internal(set) var countries: [JurisdictionCode]?

        package init(
            path: String,
            entry: DossierEntry,
            isDamaged: Bool = false,
            countries: [JurisdictionCode]? = nil
        ) {
            self.path = path
            self.entry = entry
            self.isDamaged = isDamaged
            self.countries = countries
        }

        package func isOf(_ code: JurisdictionCode) -> Bool { countries?.contains(code) ?? true }
    }

    /// Holds `papers` against what these countries want, each named once.
    ///
    /// - Throws: ``EngineError/noSuchJurisdiction(_:known:)``.
    package init(
        _ papers: [Paper],
        for codes: [JurisdictionCode],
        by known: [Jurisdiction],
        adopted: Set<HeadingCode>,
        answers: [ConditionAnswer],
        type: Requirement.ApplicationType = .initial,
        on date: CivilDate
    ) throws {
        let countries = try codes.uniqued().map { code -> Completeness in
            guard let rules = known.first(where: { $0.code == code }) else {
                throw EngineError.noSuchJurisdiction(code, known: known.map(\.code))
            }
            return rules.completeness(
                of: papers.filter { $0.isOf(code) }.map(\.entry),
                adopted: adopted,
                answers: answers,
                type: type,
                on: date
            )
        }
        self.init(papers, against: countries, type: type, on: date)
    }

    /// Holds `papers` against what each country wants, by the same judgement that a filing is held to.
    package init(
        _ papers: [Paper],
        against countries: [Completeness],
        type: Requirement.ApplicationType,
        on date: CivilDate
    ) {
        self.date = date
        self.type = type
        self.countries = countries.map(\.jurisdiction)
        var lines = Self.documents(papers).compactMap { document -> Line? in
            let cells = countries.compactMap { Self.cell(of: document, in: $0) }
            return cells.isEmpty ? nil : document.line(cells)
        }
        let headings = Set(countries.flatMap { $0.cells.map(\.requirement.heading) })
        for heading in headings {
            let cells = countries.compactMap { Self.missing(heading, in: $0) }
            guard !cells.isEmpty else { continue }
            lines.append(Line(heading: heading, jurisdiction: nil, name: nil, versions: [], cells: cells))
        }
        self.lines = lines.sorted(by: Self.isOrdered).map(\.withSharedLanguage)
    }

    private static func isOrdered(_ left: Line, before right: Line) -> Bool {
        if left.heading != right.heading { return left.heading < right.heading }
        if (left.name == nil) != (right.name == nil) { return right.name == nil }
        return (left.jurisdiction?.rawValue ?? "", left.name ?? "") < (
            right.jurisdiction?.rawValue ?? "", right.name ?? ""
        )
    }

    /// Files that differ in nothing but the tag of their language are one document.
    private static func documents(_ papers: [Paper]) -> [Group] {
        var groups: [Group] = []
        var places: [Group.Key: Int] = [:]
        for paper in papers {
            let key = Group.Key(paper)
            if let place = places[key] {
                groups[place].papers.append(paper)
            } else {
                places[key] = groups.count
                groups.append(Group(key: key, papers: [paper]))
            }
        }
        return groups
    }

    private static func cell(of document: Group, in country: Completeness) -> Cell? {
        let code = country.jurisdiction
        guard document.key.jurisdiction == nil || document.key.jurisdiction == code else { return nil }
        let papers = document.papers.filter { $0.isOf(code) }
        guard !papers.isEmpty else { return nil }
        let asking = country.cells.filter {
            $0.requirement.heading.contains(document.key.heading) && $0.answer != false
        }
        // Of two things wanted under one heading the one that must be there says more.
        guard let cell = asking.filter(\.isWanted).first ?? asking.first else { return nil }
        let verdicts = Set(papers.map { cell.accepted.verdict(on: $0.entry.language) })
        let state: State = verdicts.contains(.accepted) ? .there : verdicts.contains(.unknown) ? .unknown : .wrong
        return Cell(
            jurisdiction: code,
            state: state,
            accepted: cell.accepted,
            into: state == .wrong ? cell.accepted.tags.first : nil,
            need: cell.requirement.need,
            isServed: !cell.serving.isEmpty,
            // A version in good order is enough.
            isDamaged: state == .there
                && papers.allSatisfy { $0.isDamaged || cell.accepted.verdict(on: $0.entry.language) != .accepted }
        )
    }

    private static func missing(_ heading: HeadingCode, in country: Completeness) -> Cell? {
        guard let cell = country.cells.first(where: { $0.requirement.heading == heading && $0.isWanted }),
            cell.reason == .absent
        else { return nil }
        return Cell(
            jurisdiction: country.jurisdiction,
            state: .missing,
            accepted: cell.accepted,
            into: cell.accepted.tags.first,
            need: cell.requirement.need,
            isServed: false,
            isDamaged: false
        )
    }
}

/// The versions of one document.
private struct Group {
    struct Key: Hashable {
        let heading: HeadingCode
        let jurisdiction: JurisdictionCode?
        let folder: String
        let name: String

        init(_ paper: LanguageReport.Paper) {
            heading = paper.entry.heading
            jurisdiction = paper.entry.jurisdiction
            let parts = paper.path.split(separator: "/")
            folder = parts.dropLast().joined(separator: "/")
            name = Self.stem(parts.last.map(String.init) ?? paper.path, paper.entry.language)
        }

        /// The name of a file without its ending and without the tag of `language`, where it bears one.
        private static func stem(_ name: String, _ language: String?) -> String {
            let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
            guard let language else { return String(stem) }
            for index in stem.indices where ".-_(（[［".contains(stem[index]) && index != stem.startIndex {
                let tail = stem[stem.index(after: index)...].filter { !")）]］".contains($0) }
                if LanguageTag.canonical(tail) == language {
                    return String(stem[..<index]).trimmedEnd
                }
            }
            return String(stem)
        }
    }

    let key: Key
    var papers: [LanguageReport.Paper]

    func line(_ cells: [LanguageReport.Cell]) -> LanguageReport.Line {
        LanguageReport.Line(
            heading: key.heading,
            jurisdiction: key.jurisdiction,
            name: key.name,
            versions: papers.map { .init(path: $0.path, language: $0.entry.language) },
            cells: cells
        )
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension LanguageReport.Line {
    /// One translation serves several countries: each takes, of what it accepts, what most of the others take too.
    fileprivate var withSharedLanguage: LanguageReport.Line {
        var votes: [String: Int] = [:]
        for cell in cells where cell.isOpen { for tag in cell.accepted.tags { votes[tag, default: 0] += 1 } }
        let shared = cells.map { cell -> LanguageReport.Cell in
            guard cell.into != nil else { return cell }
            // The first of the country's own order where several have as many votes.
            let into = cell.accepted.tags.max { (votes[$0] ?? 0) < (votes[$1] ?? 0) }
            return LanguageReport.Cell(
                jurisdiction: cell.jurisdiction,
                state: cell.state,
                accepted: cell.accepted,
                into: into,
                need: cell.need,
                isServed: cell.isServed,
                isDamaged: cell.isDamaged
            )
        }
        return LanguageReport.Line(
            heading: heading,
            jurisdiction: jurisdiction,
            name: name,
            versions: versions,
            cells: shared
        )
    }
}
