import Engine
import Regulation
import Views

/// The countries and regions, one a row.
struct JurisdictionOverview {
    let labels: Labels

    func table(_ jurisdictions: [Jurisdiction]) -> Table {
        let header = [
            "columns.jurisdiction", "columns.authority", "jurisdiction.classes", "jurisdiction.routes",
            "columns.language", "jurisdiction.countNote",
        ]
        var table = Table(header.map { labels[$0] })
        for jurisdiction in jurisdictions {
            let count = FactCount(jurisdiction.facts)
            table.add([
                "\(jurisdiction.code) \(JurisdictionWords(labels: labels).name(jurisdiction.names))",
                authority(jurisdiction), jurisdiction.classes.listed,
                "\(unique(jurisdiction.routes.map(\.name)).count)",
                jurisdiction.languages.dossier.listed, "\(count.confirmed) / \(count.unconfirmed)",
            ])
        }
        return table
    }

    func csv(_ jurisdictions: [Jurisdiction]) -> [[String]] {
        let header = ["jurisdiction", "name", "authority", "classes", "routes", "tracks", "dossierLanguages"]
        return [header]
            + jurisdictions.map { jurisdiction in
                [
                    jurisdiction.code.rawValue, JurisdictionWords(labels: labels).name(jurisdiction.names),
                    authority(jurisdiction), jurisdiction.classes.map(\.rawValue).joined(separator: " "),
                    unique(jurisdiction.routes.map(\.name.rawValue)).joined(separator: " "),
                    unique(jurisdiction.tracks.map(\.name.rawValue)).joined(separator: " "),
                    jurisdiction.languages.dossier.joined(separator: " "),
                ]
            }
    }

    private func authority(_ jurisdiction: Jurisdiction) -> String {
        jurisdiction.authority.map(\.rawValue).joined(separator: " → ")
    }

    private func unique<Name: Equatable>(_ names: [Name]) -> [Name] {
        names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}

extension Jurisdiction {
    /// The classes of the last classification.
    fileprivate var classes: [DeviceClass] { classification.last?.classes ?? [] }
}
