import Engine
import Regulation
package import Submissions

/// Holds a manifest against the rules that are configured: what it names must be something there, now or on some day.
///
/// A name that nothing has would be opened for good, and then refuse the filing or decide in silence.
struct ManifestCheck {
    let tree: Tree
    let reading: ManifestReader.Reading
    /// The codes of the configured jurisdictions, in order.
    let configured: [JurisdictionCode]
    /// The jurisdiction of a configured code; nil where it has defects of its own.
    let jurisdiction: (JurisdictionCode) -> Jurisdiction?
    /// Whether no case by a procedure takes part in a bundle.
    let standsAlone: (ProcedureID) -> Bool
    /// The closed vocabulary of what manifests answer.
    let questions: [TraitQuestion]
    /// Nil where there is no table of headings.
    let headings: HeadingSet?
    /// The ids of the calendars there are.
    let calendars: [String]
    let findings: Findings

    func run() {
        for use in reading.targets { check(use) }
        for entry in tree["classes"]?.entries ?? [] { checkClass(entry) }
        for entry in tree["holders"]?.entries ?? [] {
            checkCode(entry)
            checkCalendar(of: entry.value)
        }
        if let applicant = tree["applicant"] { checkCalendar(of: applicant) }
        for entry in tree["product"]?["localNames"]?.entries ?? [] { checkCode(entry) }
        if let traits = tree["product"]?["traits"] { checkTraits(traits) }
        for heading in tree["adopted"]?.elements ?? [] { checkHeading(heading) }
        for approval in tree["approvals"]?.elements ?? [] { checkReferences(approval) }
        for entry in tree["conditions"]?.entries ?? [] {
            checkHeading(Tree(place: entry.place, content: .scalar(entry.key)))
        }
    }

    private func check(_ use: Use<SubmissionManifest.Target>) {
        let target = use.name
        guard configured.contains(target.jurisdiction) else {
            let suggestion = Suggestion.text(for: target.jurisdiction.rawValue, among: configured.map(\.rawValue))
            findings.error("the jurisdiction ‘\(target.jurisdiction)’ is not configured\(suggestion)", at: use.place)
            return
        }
        guard let rules = jurisdiction(target.jurisdiction)?.routes else { return }
        let routes = rules.map(\.name.rawValue)
        guard !routes.contains(target.route.rawValue) else {
            let procedures = rules.filter { $0.name == target.route }.map { ProcedureID($0.procedure) }
            let takesPart = target.participation.map { $0 != .reliance } ?? false
            if takesPart, procedures.contains(where: standsAlone) {
                findings.error(
                    "by ‘\(target.route)’ ‘\(target.jurisdiction)’ takes part in no bundle: leave ‘participation’ out",
                    at: use.place
                )
            }
            return
        }
        let suggestion = Suggestion.text(for: target.route.rawValue, among: routes)
        let known = Tree.alternatives(routes.uniqued())
        findings.error(
            "‘\(target.jurisdiction)’ has no route ‘\(target.route)’, only \(known)\(suggestion)",
            at: use.place
        )
    }

    private func checkClass(_ entry: Tree.Entry) {
        checkCode(entry)
        let code = JurisdictionCode(entry.key)
        guard configured.contains(code), case .scalar(let text) = entry.value.content else { return }
        let classes = (jurisdiction(code)?.classification ?? []).flatMap { $0.classes.map(\.rawValue) }.uniqued()
        guard !classes.isEmpty, !classes.contains(text) else { return }
        let known = Tree.alternatives(classes)
        findings.error("‘\(code)’ has no class ‘\(text)’, only \(known)", at: entry.value.place)
    }

    private func checkCode(_ entry: Tree.Entry) {
        let isKnown = LanguageCodes.isCountry(entry.key) || configured.contains(JurisdictionCode(entry.key))
        guard !isKnown else { return }
        let hint = LanguageCodes.countryMeant(by: entry.key).map { "; did you mean ‘\($0)’?" } ?? ""
        findings.error("‘\(entry.key)’ is no country code such as SG (ISO 3166-1)\(hint)", at: entry.place)
    }

    private func checkCalendar(of organization: Tree) {
        guard let tree = organization["calendar"], case .scalar(let text) = tree.content, !calendars.contains(text)
        else {
            return
        }
        let suggestion = Suggestion.text(for: text, among: calendars)
        findings.error("there is no calendar ‘\(text)’\(suggestion)", at: tree.place)
    }

    /// What no rule asks decides nothing, and would be taken for something that does.
    private func checkTraits(_ tree: Tree) {
        guard let entries = tree.entries else {
            findings.error(
                "‘traits’ answers questions, such as ‘predicate: { KR: equivalent }’, not \(tree.kind)",
                at: tree.place
            )
            return
        }
        for entry in entries {
            let names = questions.map(\.name.rawValue)
            guard let question = questions.first(where: { $0.name.rawValue == entry.key }) else {
                let suggestion = Suggestion.text(for: entry.key, among: names)
                let known = Tree.alternatives(names)
                findings.error("no rule asks ‘\(entry.key)’, only \(known)\(suggestion)", at: entry.place)
                continue
            }
            checkAnswers(entry, to: question)
        }
    }

    private func checkAnswers(_ entry: Tree.Entry, to question: TraitQuestion) {
        guard let countries = entry.value.entries else { return checkAnswer(entry.value, to: question) }
        if question.scope == .product {
            findings.error("‘\(entry.key)’ is asked of the product, once and not by country", at: entry.place)
        }
        for country in countries { checkAnswer(country.value, to: question) }
    }

    private func checkAnswer(_ tree: Tree, to question: TraitQuestion) {
        guard case .scalar(let text) = tree.content, !text.isEmpty else { return }
        let names = question.answers.map(\.rawValue)
        let given = ["true": "yes", "false": "no"][text.lowercased()] ?? text
        guard !names.contains(given) else { return }
        let known = Tree.alternatives(names.map { ["yes": "true", "no": "false"][$0] ?? $0 })
        let suggestion = Suggestion.text(for: text, among: names)
        findings.error("‘\(question.name)’ is answered by \(known), not ‘\(text)’\(suggestion)", at: tree.place)
    }

    private func checkHeading(_ tree: Tree) {
        guard let headings, case .scalar(let text) = tree.content, let code = HeadingCode(text),
            !headings.contains(code)
        else { return }
        findings.error("the IMDRF Table of Contents has no heading ‘\(text)’", at: tree.place)
    }

    /// What an approval rests on is another that the manifest declares.
    private func checkReferences(_ tree: Tree) {
        let declared = reading.manifest.approvals.map(\.jurisdiction.rawValue)
        for element in tree["restsOn"]?.elements ?? [] {
            guard case .scalar(let text) = element.content, !declared.contains(text) else { continue }
            let suggestion = Suggestion.text(for: text, among: declared)
            findings.error("no approval of ‘\(text)’ is declared under ‘approvals’\(suggestion)", at: element.place)
        }
    }
}

extension ConfigFolder {
    /// The manifest in `file`, held against the rules of this folder.
    ///
    /// - Throws: Every defect of the file, each with its place; and those of the rules that it names.
    package func manifest(from file: SourceFile) throws(Diagnostics) -> SubmissionManifest {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings), let reading = ManifestReader.read(tree, findings) else {
            throw Diagnostics(all: findings.all)
        }
        let zones = try zones()
        let codes = try files(in: "jurisdictions").map { JurisdictionCode($0.stem) }
        var read: [JurisdictionCode: Jurisdiction] = [:]
        for code in reading.named where codes.contains(code) {
            read[code] = try JurisdictionReader.jurisdiction(from: jurisdictionFile(code), zones: zones)
        }
        let rules = read
        ManifestCheck(
            tree: tree,
            reading: reading,
            configured: codes,
            jurisdiction: { rules[$0] },
            standsAlone: { (try? self.procedure($0))?.standsAlone ?? false },
            questions: try questions(),
            headings: try dossierTables().first { $0.id == "imdrf-toc" }.map(HeadingSet.init),
            calendars: try files(in: "calendars").map(\.stem),
            findings: findings
        ).run()
        guard !findings.hasErrors else { throw Diagnostics(all: findings.all) }
        return reading.manifest
    }
}

extension ManifestReader.Reading {
    /// The jurisdictions whose rules it is held against.
    fileprivate var named: Set<JurisdictionCode> {
        Set(targets.map(\.name.jurisdiction)).union(manifest.classes.keys)
    }
}
