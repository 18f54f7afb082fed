import Regulation

/// Reads what an authority wants in the dossier.
enum RequirementReader {
    private static let keys = ["headings", "need", "languages", "types", "when", "source"] + Fields.windowKeys

    /// One requirement for each heading that `tree` names; `headings` takes the headings with their places.
    static func requirements(
        _ tree: Tree,
        isPinned: Bool,
        _ headings: inout [Use<HeadingCode>],
        _ findings: Findings
    ) -> [Requirement] {
        guard let fields = Fields(tree, "a requirement", keys: keys, findings) else { return [] }
        let codes = fields.required("headings")?.elements.compactMap { element in
            heading(element, findings).map { Use($0, element.place) }
        }
        headings += codes ?? []
        let need: Requirement.Need? = fields.requiredChoice("need")
        let languages = fields.words("languages")
        let types: [Requirement.ApplicationType] =
            fields["types"]?.elements.compactMap { $0.choice("a type of application", findings) } ?? [.initial]
        let when = fields["when"].map { $0.texts("‘when’", findings) } ?? [:]
        let window = fields.window()
        let source = fields.source(demandsText: !isPinned)
        guard let need, let source, let codes else { return [] }
        if need == .conditional, when.isEmpty, !isPinned {
            findings.error("a conditional requirement says ‘when’", at: fields.place(of: "need"))
        }
        return codes.map {
            Requirement(
                heading: $0.name,
                need: need,
                languages: languages,
                types: types,
                when: when,
                window: window,
                source: source
            )
        }
    }

    static func heading(_ tree: Tree, _ findings: Findings) -> HeadingCode? {
        guard let text = tree.word("a heading", findings) else { return nil }
        guard let code = HeadingCode(text) else {
            findings.error("‘\(text)’ is no heading such as CH3.05.05", at: tree.place)
            return nil
        }
        return code
    }
}
