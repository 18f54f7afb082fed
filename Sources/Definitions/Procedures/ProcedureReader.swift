import Regulation
package import Statecharts
package import Submissions

/// Reads procedures and bare statecharts from YAML.
package enum ProcedureReader {
    /// The procedure in `file`, with the fragments that it includes.
    ///
    /// - Throws: Every defect of the file and of those fragments, each with its place.
    package static func procedure(
        from file: SourceFile,
        including fragments: Fragments = .none
    ) throws(Diagnostics) -> Procedure {
        try sound(file, fragments).reading.procedure
    }

    /// The procedure in `file` as YAML, written out: without includes, and without comments.
    ///
    /// - Throws: Every defect of the file and of its fragments, each with its place.
    package static func expandedText(
        of file: SourceFile,
        including fragments: Fragments
    ) throws(Diagnostics) -> String {
        YAMLWriter.text(try sound(file, fragments).tree)
    }

    /// Everything wrong with the file, which may be a procedure or a fragment; of a fragment only what is wrong whoever
    /// includes it.
    package static func defects(of file: SourceFile, including fragments: Fragments) -> [Diagnostic] {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings) else { return findings.all }
        if tree["fragment"] != nil {
            _ = FragmentReader.fragment(from: file, findings)
        } else if let tree = Expansion.procedure(tree, fragments, findings) {
            if let reading = read(tree, demandsSources: true, findings) {
                reading.nameUndated(findings)
                if !findings.hasErrors { ExplorationCheck.reportAlone(reading, findings) }
            }
        }
        return findings.all
    }

    /// The tree of the procedure with its fragments put in, and what it says.
    static func sound(
        _ file: SourceFile,
        _ fragments: Fragments
    ) throws(Diagnostics) -> (tree: Tree, reading: Reading) {
        let findings = Findings(file: file.path)
        guard let text = YAMLText.tree(of: file, findings),
            let tree = Expansion.procedure(text, fragments, findings),
            let reading = read(tree, demandsSources: true, findings), !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        return (tree, reading)
    }

    /// The statechart in `file`, which has no guards, no effects and no regulation.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func chart(from file: SourceFile) throws(Diagnostics) -> Statechart {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings),
            let fields = Fields(
                tree,
                "a chart",
                keys: ["initial", "states"],
                ignoring: ["id", "name", "description", "$schema"],
                findings
            )
        else { throw Diagnostics(all: findings.all) }
        var reader = ChartReader(clauses: nil, findings)
        guard let chart = reader.chart(fields), !findings.hasErrors else { throw Diagnostics(all: findings.all) }
        return chart
    }

    /// A procedure with the names it uses, for checks across files.
    struct Reading {
        let procedure: Procedure
        let uses: Uses
        /// Dates that do not say where they lie: what a check of the file names, and nothing that only runs it.
        let undated: [Use<FieldName>]
        let places: ChartPlaces
        /// Where each action stands.
        let actionPlaces: [ActionName: Place]
    }

    static let keys = [
        "procedure", "status", "sources", "clocks", "aside", "shown", "standsAlone", "text", "actions", "initial",
        "states",
    ]
    /// What only checks, advice and readers look at, and so is no part of what a case is bound to.
    static let unpinnedKeys = ["sources", "aside", "shown", "standsAlone"]
    /// For readers of the file only; the pinned form leaves them out.
    static let commentKeys = ["$schema", "names", "description"]

    /// Nil, and reported, when `tree` holds nothing that could be called a procedure.
    static func read(_ tree: Tree, demandsSources: Bool, _ findings: Findings) -> Reading? {
        guard
            let fields = Fields(tree, "a procedure", keys: keys, ignoring: commentKeys, meant: ["include"], findings)
        else { return nil }
        let id = fields.requiredWord("procedure")
        let standing: Procedure.Status? = fields.requiredChoice("status")
        let sources = demandsSources ? fields.required("sources") : nil
        let actions = ActionReader.actions(fields["actions"], findings)
        var reader = ChartReader(clauses: Clauses(findings), findings)
        let chart = reader.chart(fields)
        let text = fields["text"].flatMap { reader.clauses?.text($0) }
        guard let clauses = reader.clauses else { return nil }
        // What is pinned was checked when it was pinned, by the checks of that day; stricter ones must not stop it.
        if demandsSources {
            ProcedureChecks(
                actions: actions,
                clocks: fields["clocks"]?.elements ?? [],
                aside: fields["aside"]?.elements ?? [],
                places: reader.places,
                uses: clauses.uses,
                findings: findings
            ).run()
            clauses.checkText(text)
        }
        let readSources = sources?.elements.compactMap { SourceReader.source($0, demandsText: true, findings) } ?? []
        guard let id, let standing, let chart else { return nil }
        let procedure = Procedure(
            id: ProcedureID(id),
            standing: standing,
            sources: readSources,
            actions: actions.map(\.rule),
            clocks: fields.words("clocks").map { .init($0) },
            clocksAside: fields.words("aside").map { .init($0) },
            chart: chart,
            guards: clauses.guards,
            effects: clauses.effects,
            details: clauses.details,
            text: text,
            deliberate: clauses.deliberate,
            shown: Set(fields.words("shown")),
            standsAlone: fields.flag("standsAlone")
        )
        return Reading(
            procedure: procedure,
            uses: clauses.uses,
            undated: actions.flatMap(\.undated),
            places: reader.places,
            actionPlaces: Dictionary(actions.map { ($0.rule.name, $0.place) }) { first, _ in first }
        )
    }
}
