import ArgumentParser
import Definitions
import Engine
import Regulation

/// A table of headings that ships with Tasuki.
enum DossierTableName: String, ExpressibleByArgument, CaseIterable {
    case imdrf = "imdrf-toc"
    case csdt = "asean-csdt"
    case sted = "jp-sted"
}

/// Which headings of the tables hold the same document, looked up from any of them.
struct DossierCrosswalk {
    /// What corresponds to one heading.
    struct Match {
        let correspondences: [Correspondence]
        /// The heading above it that corresponds, where the heading itself is not in the crosswalk.
        let through: String?

        var confidence: Confidence {
            correspondences.allSatisfy { $0.confidence == .confirmed } ? .confirmed : .unconfirmed
        }
        var basis: [String] { correspondences.map(\.basis).filter { !$0.isEmpty }.uniqued() }

        func codes(in table: DossierTableName) -> [String] {
            correspondences.flatMap { $0.codes(in: table) }.uniqued()
        }
    }

    private let tables: [DossierTableName: DossierTable]
    private let correspondences: [Correspondence]

    init(_ configuration: ConfigFolder) throws {
        let all = try configuration.dossierTables()
        tables = DossierTableName.allCases.reduce(into: [:]) { tables, name in
            tables[name] = all.first { $0.id == name.rawValue }
        }
        correspondences = try configuration.crosswalk()
    }

    func table(_ name: DossierTableName) -> DossierTable? { tables[name] }

    /// The heading as the table lists it, however a person writes its number.
    func heading(_ code: String, in name: DossierTableName) -> DossierTable.Heading? {
        tables[name]?.headings.first { Self.key($0.code, name) == Self.key(code, name) }
    }

    /// What corresponds to `code`; `nil` where nothing was looked for, or nothing found.
    ///
    /// An IMDRF heading stands for all below it, so a study is found through the heading that holds it. The other
    /// tables are taken at their word.
    func match(_ code: String, in name: DossierTableName) -> Match? {
        let own = Self.key(code, name)
        let parents = name == .imdrf ? HeadingCode(code).map { sequence(first: $0, next: \.parent) } : nil
        let candidates = parents.map { $0.map(\.description) } ?? [own]
        for candidate in candidates {
            let found = correspondences.filter { correspondence in
                correspondence.codes(in: name).contains { Self.key($0, name) == candidate }
            }
            if !found.isEmpty { return Match(correspondences: found, through: candidate == own ? nil : candidate) }
        }
        return nil
    }

    /// `6 Risk Analysis`; the number alone where the table has no such heading.
    func title(_ code: String, in name: DossierTableName, language: String) -> String {
        guard let heading = heading(code, in: name) else { return code }
        return [heading.code, heading.titles[language] ?? heading.titles["en"] ?? ""].joined(separator: " ")
    }

    private static func key(_ code: String, _ name: DossierTableName) -> String {
        name == .imdrf ? HeadingCode(code)?.description ?? code : code.uppercased()
    }
}

extension Correspondence {
    func codes(in table: DossierTableName) -> [String] {
        switch table {
        case .imdrf: imdrf.map(\.description)
        case .csdt: csdt
        case .sted: sted
        }
    }
}

extension Sequence where Element: Hashable {
    /// The elements in order, each once.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
