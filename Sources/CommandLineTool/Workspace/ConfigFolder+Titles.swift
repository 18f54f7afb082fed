import Definitions
import Regulation

extension ConfigFolder {
    /// The titles of the headings of the IMDRF table in a language, in English where it has none.
    func headingTitles(in language: String) throws -> [HeadingCode: String] {
        let table = try dossierTables().first { $0.id == DossierTableName.imdrf.rawValue }
        return (table?.headings ?? []).reduce(into: [:]) { titles, heading in
            guard let code = HeadingCode(heading.code) else { return }
            titles[code] = heading.titles[language] ?? heading.titles["en"]
        }
    }
}
