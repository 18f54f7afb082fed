import Regulation

/// Reads the tables of dossier headings and what corresponds between them.
package enum DossierTableReader {
    /// The table in `file`.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func table(from file: SourceFile) throws(Diagnostics) -> DossierTable {
        let findings = Findings(file: file.path)
        let keys = ["table", "edition", "source", "headings"]
        guard let tree = YAMLText.tree(of: file, findings),
            let fields = Fields(tree, "a table of headings", keys: keys, ignoring: ["$schema"], findings)
        else { throw Diagnostics(all: findings.all) }
        let id = fields.requiredWord("table")
        let edition = fields.requiredWord("edition")
        let source = fields.source(demandsText: true)
        let headings = fields.required("headings")?.elements.compactMap { heading($0, findings) } ?? []
        try findings.throwIfInvalid()
        guard let id, let edition, let source else { throw Diagnostics(all: findings.all) }
        return DossierTable(id: id, edition: edition, source: source, headings: headings)
    }

    /// The correspondences in `file`.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func crosswalk(from file: SourceFile) throws(Diagnostics) -> [Correspondence] {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings),
            let fields = Fields(tree, "a crosswalk", keys: ["crosswalk"], ignoring: ["$schema"], findings)
        else { throw Diagnostics(all: findings.all) }
        let all = fields.required("crosswalk")?.elements.compactMap { correspondence($0, findings) } ?? []
        try findings.throwIfInvalid()
        return all
    }

    private static func heading(_ tree: Tree, _ findings: Findings) -> DossierTable.Heading? {
        let keys = ["code", "samd", "scope", "study", "titles"]
        guard let fields = Fields(tree, "a heading", keys: keys, findings) else { return nil }
        let code = fields.requiredWord("code")
        let need: DossierTable.Need? = fields.requiredChoice("samd")
        let scope: DossierTable.Scope? = fields.requiredChoice("scope")
        let titles = fields.required("titles")?.texts("‘titles’", findings) ?? [:]
        guard let code, let need, let scope else { return nil }
        return .init(code: code, need: need, scope: scope, holdsStudies: fields.flag("study"), titles: titles)
    }

    private static func correspondence(_ tree: Tree, _ findings: Findings) -> Correspondence? {
        let keys = ["imdrf", "csdt", "sted", "source", "confidence", "basis"]
        guard let fields = Fields(tree, "a correspondence", keys: keys, findings) else { return nil }
        let imdrf = fields.required("imdrf")?.elements.compactMap { RequirementReader.heading($0, findings) } ?? []
        let confidence: Confidence? = fields.requiredChoice("confidence")
        let csdt = fields.words("csdt")
        let sted = fields.words("sted")
        guard let confidence else { return nil }
        return Correspondence(
            imdrf: imdrf,
            csdt: csdt,
            sted: sted,
            confidence: confidence,
            basis: fields.word("basis") ?? ""
        )
    }
}
