import Dossiers
import Engine
import Regulation
import Views

/// Headings × jurisdictions, with the documents that serve them.
struct DossierMatrix {
    let countries: [Completeness]
    let documents: [Document]
    let titles: [HeadingCode: [String: String]]
    let crosswalk: DossierCrosswalk
    let type: Requirement.ApplicationType
    let date: CivilDate
    /// Countries asked for that the manifest does not target.
    let strangers: [JurisdictionCode]
    let state: DossierState
    /// Only headings within this one.
    var within: HeadingCode?

    var isComplete: Bool { countries.allSatisfy(\.isComplete) }

    /// Whether nothing wanted is there in a language that nobody stated, or that nobody knows to be accepted.
    var isKnown: Bool { countries.allSatisfy { !$0.cells.contains { $0.isWanted && $0.reason == .unknownLanguage } } }

    /// How many of what is wanted is there in other languages only, where no confirmed rule says which language it is to be.
    var untranslated: Int {
        countries.flatMap(\.cells).count { $0.isWanted && $0.reason == .otherLanguage && !$0.blocks }
    }

    /// What a filing would say of the whole.
    func verdict(_ labels: Labels) -> String {
        guard isComplete, state.defects.isEmpty else { return labels["matrix.incomplete"] }
        if untranslated > 0 { return labels.text("matrix.untranslated", "\(untranslated)") }
        return labels[isKnown ? "matrix.complete" : "matrix.completeSoFar"]
    }

    /// Countries of which nothing is recorded for this type of application: silence, not completeness.
    var withoutRules: [JurisdictionCode] { countries.filter(\.cells.isEmpty).map(\.jurisdiction) }

    var headings: [HeadingCode] {
        Set(countries.flatMap { $0.cells.map(\.requirement.heading) }).sorted()
            .filter { within?.contains($0) ?? true }
    }

    /// One cell for each requirement: a country may want two things under one heading.
    func cells(_ heading: HeadingCode, _ country: Completeness) -> [Completeness.Cell] {
        country.cells.filter { $0.requirement.heading == heading }
    }

    func title(_ heading: HeadingCode, _ language: String) -> String {
        titles[heading]?[language] ?? titles[heading]?["en"] ?? ""
    }

    func isMissingSomewhere(_ heading: HeadingCode) -> Bool {
        countries.contains { country in
            cells(heading, country).contains { $0.presence == .missing || $0.presence == .missingUnconfirmed }
        }
    }

    func isUndecidedSomewhere(_ heading: HeadingCode) -> Bool {
        countries.contains { country in cells(heading, country).contains { $0.reason == .undecided } }
    }

    /// Of the languages that a country takes the one that most others take too: one translation serves them all.
    func commonLanguage(of cell: Completeness.Cell) -> String? {
        let others = countries.flatMap { cells(cell.requirement.heading, $0) }.filter { $0.reason == .otherLanguage }
        return cell.accepted.tags.max { one, other in
            others.count { $0.accepted.tags.contains(one) } < others.count { $0.accepted.tags.contains(other) }
        }
    }

    /// Whether what serves the cell is there only as files that may not open where they are sent.
    func isDamaged(_ cell: Completeness.Cell) -> Bool {
        guard cell.presence == .present else { return false }
        let serving = documents(cell.serving)
        return !serving.isEmpty
            && serving.allSatisfy { document in
                state.findings.contains { $0.path == document.path }
            }
    }

    /// The documents behind entries of a cell.
    func documents(_ entries: [DossierEntry]) -> [Document] { documents.filter { entries.contains($0.entry) } }

    /// For which headings of which countries a document counts.
    func served(by document: Document) -> [(heading: HeadingCode, countries: [JurisdictionCode])] {
        headings.compactMap { heading in
            let served = countries.filter { country in
                cells(heading, country).contains { $0.serving.contains(document.entry) }
            }
            return served.isEmpty ? nil : (heading: heading, countries: served.map(\.jurisdiction))
        }
    }

    /// Documents for these countries that none of them asks for; of use only where all headings are looked at.
    var unasked: [Document] {
        documents.filter { document in
            let isMeant = document.jurisdiction.map { code in countries.contains { $0.jurisdiction == code } } ?? true
            return isMeant && served(by: document).isEmpty
        }
    }

    /// Where the heading's document stands in another table.
    func places(_ heading: HeadingCode, in table: DossierTableName, _ language: String) -> [String] {
        (crosswalk.match(heading.description, in: .imdrf)?.codes(in: table) ?? [])
            .map { crosswalk.title($0, in: table, language: language) }
    }
}
