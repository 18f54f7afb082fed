package import Regulation
import Submissions

/// Reads the developer's checklist for the use of data.
enum DataUseReader {
    /// The items with their places, for checks across files.
    static func read(_ tree: Tree, _ findings: Findings) -> [Use<DataCheck>] {
        let tree = tree.citingSharedSources(findings)
        let keys = ["sources", "checks"]
        guard let fields = Fields(tree, "a checklist", keys: keys, ignoring: ["$schema"], findings) else { return [] }
        return (fields.required("checks")?.elements ?? []).compactMap { element in
            guard let own = Fields(element, "an item", keys: ["id", "source"], findings),
                let id = own.requiredWord("id"), let source = own.source(demandsText: true)
            else { return nil }
            return Use(DataCheck(id: id, source: source), element.place)
        }
    }
}

extension ConfigFolder {
    /// The items of the checklist in their order; none where the folder has none.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package func dataChecks() throws(Diagnostics) -> [DataCheck] {
        guard has("data-use.yaml") else { return [] }
        let file = try file("data-use.yaml")
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings) else { throw Diagnostics(all: findings.all) }
        let items = DataUseReader.read(tree, findings)
        guard !findings.hasErrors else { throw Diagnostics(all: findings.all) }
        return items.map(\.name)
    }
}

/// Holds the checklist against the procedures in which its items are answered.
struct DataUseCheck {
    /// The checklist; nil where the folder has none.
    let file: ConfigCheck.Read<[Use<DataCheck>]>?
    let procedures: [ConfigCheck.Read<ProcedureReader.Reading>]

    func run() {
        guard let file else { return }
        for read in procedures where read.value.procedure.effects.contains(.checkStudy) {
            let fields = read.value.procedure.actions.flatMap(\.fields).filter { $0.name == "check" }
            for item in file.value where !fields.contains(where: { $0.options.contains(item.name.id) }) {
                file.findings.error("the procedure ‘\(read.stem)’ has no answer to ‘\(item.name.id)’", at: item.place)
            }
            for option in fields.flatMap(\.options) where !file.value.contains(where: { $0.name.id == option }) {
                read.findings.error("the checklist in data-use.yaml has no item ‘\(option)’", at: .start)
            }
        }
    }
}
