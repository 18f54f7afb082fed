import Regulation

/// Holds the crosswalk against the tables whose headings it names.
struct CrosswalkCheck {
    let folder: ConfigFolder
    let tables: [DossierTable]
    let crosswalk: [Correspondence]

    func diagnostics() -> [Diagnostic] {
        guard !crosswalk.isEmpty, let imdrf = tables.first(where: { $0.id == "imdrf-toc" }) else { return [] }
        let known = HeadingSet(imdrf)
        let unknown = crosswalk.flatMap(\.imdrf).filter { !known.contains($0) }.map(\.description)
        return unknown.map { report($0, "imdrf-toc") }
            + self.unknown(crosswalk.flatMap(\.csdt), in: "asean-csdt")
            + self.unknown(crosswalk.flatMap(\.sted), in: "jp-sted")
    }

    private func unknown(_ codes: [String], in id: String) -> [Diagnostic] {
        guard let table = tables.first(where: { $0.id == id }) else { return [] }
        let known = Set(table.headings.map(\.code))
        return codes.filter { !known.contains($0) }.map { report($0, id) }
    }

    private func report(_ code: String, _ table: String) -> Diagnostic {
        Diagnostic(
            file: "\(folder.path)/dossier\(ConfigFolder.crosswalkSuffix)",
            line: 1,
            column: 1,
            severity: .error,
            message: "the table ‘\(table)’ has no heading ‘\(code)’"
        )
    }
}
