package import Regulation

/// Which documents are there in a language that each country takes: document × country × language.
package struct LanguageReport: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// In a language that the country takes.
        case there
        /// Nothing stands under a heading that the country wants.
        case missing
        /// There, and in no language that the country takes.
        case wrong
        /// There, and nobody has said in which language, or which languages the country takes.
        case unknown
    }

    /// One file: the same document may lie in the dossier in several languages.
    package struct Version: Hashable, Sendable {
        package let path: String
        /// `nil` where nobody has said it.
        package let language: String?

        package init(path: String, language: String?) {
            self.path = path
            self.language = language
        }
    }

    package struct Cell: Hashable, Sendable {
        package let jurisdiction: JurisdictionCode
        package let state: State
        package let accepted: AcceptedLanguages
        /// The accepted language to write it in; `nil` where it is there already, or nobody knows which is accepted.
        package let into: String?
        package let need: Requirement.Need
        /// Whether another document under the heading is there in a language that the country takes.
        package let isServed: Bool
        /// Whether it is there only as a file that may not open where it is sent.
        package let isDamaged: Bool
    }

    package struct Line: Hashable, Sendable {
        package let heading: HeadingCode
        /// `nil` for a document that serves every country, and for what is missing.
        package let jurisdiction: JurisdictionCode?
        /// The name that its versions share; `nil` where nothing is there.
        package let name: String?
        package let versions: [Version]
        /// Only of countries that ask for it.
        package let cells: [Cell]

        package func cell(_ code: JurisdictionCode) -> Cell? { cells.first { $0.jurisdiction == code } }
    }

    package let date: CivilDate
    package let type: Requirement.ApplicationType
    package let countries: [JurisdictionCode]
    /// By heading; what is missing under a heading after what is there.
    package let lines: [Line]

    /// How many documents of a country are in a state; what another document serves already is not counted as wrong.
    package func count(_ state: State, in code: JurisdictionCode) -> Int {
        lines.count { line in line.cell(code).map { $0.state == state && !($0.state == .wrong && $0.isServed) } ?? false
        }
    }

    /// What must be written or translated, by language: the documents, and the countries that wait for them.
    package var work: [(language: String, lines: [Line], countries: [JurisdictionCode])] {
        var all: [String: [Line]] = [:]
        var waiting: [String: Set<JurisdictionCode>] = [:]
        for line in lines {
            for cell in line.cells where cell.isOpen {
                guard let into = cell.into else { continue }
                if all[into]?.last != line { all[into, default: []].append(line) }
                waiting[into, default: []].insert(cell.jurisdiction)
            }
        }
        return all.keys.sorted().map { language in
            (language, all[language] ?? [], countries.filter { waiting[language]?.contains($0) ?? false })
        }
    }
}

extension LanguageReport.Cell {
    /// Whether somebody has to write or translate.
    package var isOpen: Bool { state == .missing || state == .wrong && !isServed }
}
