import Foundation
import Regulation
import Submissions

extension ConfigFolder {
    /// Everything wrong with the folder, in the order of files and lines: in each file, and between the files.
    package func check() -> [Diagnostic] {
        var check = ConfigCheck(folder: self)
        return check.run()
    }
}

/// Reads a whole folder and holds its files against each other.
struct ConfigCheck {
    /// A file with its tree and what was found in it.
    struct Read<Value> {
        let file: SourceFile
        let findings: Findings
        let value: Value

        var stem: String { file.stem }
    }

    let folder: ConfigFolder
    private(set) var unreadable: [Diagnostic] = []
    private var findings: [Findings] = []

    init(folder: ConfigFolder) {
        self.folder = folder
    }

    mutating func run() -> [Diagnostic] {
        let folder = folder
        let (procedures, included) = expanded(trees(in: "procedures"))
        // Each file that was looked into has its findings.
        let areAllRead = procedures.count == findings.count && unreadable.isEmpty
        checkFragments(included)
        let zones = collect([:]) { () throws(Diagnostics) in try folder.zones() }
        let files = trees(in: "jurisdictions")
        let jurisdictions = files.compactMap { read in
            JurisdictionReader.read(read.value, zones: zones, isPinned: false, read.findings).map { read.with($0) }
        }
        let calendars = trees(in: "calendars")
        let tables = collect([]) { () throws(Diagnostics) in try folder.dossierTables() }
        let crosswalk = collect([]) { () throws(Diagnostics) in try folder.crosswalk() }
        let languages = trees(in: "labels")

        for read in procedures { read.value.nameUndated(read.findings) }
        ProcedureCrossCheck(procedures: procedures, jurisdictions: jurisdictions, files: files).run()
        JurisdictionCrossCheck(
            procedures: procedures,
            jurisdictions: jurisdictions,
            calendars: calendars.map(\.stem),
            tables: tables
        ).run()
        RoleCheck(procedures: procedures, jurisdictions: jurisdictions).run()
        ExplorationCheck(procedures: procedures, jurisdictions: jurisdictions).run()
        ReferenceCheck(jurisdictions: jurisdictions, configured: files.map(\.stem)).run()
        for file in files {
            DeviceClassCheck(file: file).run()
            NameCheck(file: file, languages: languages).run()
        }
        for calendar in calendars { CalendarCheck(file: calendar).run() }
        let questions = questionFile().map { read in read.with(QuestionReader.read(read.value, read.findings)) }
        QuestionCheck(file: questions, jurisdictions: files, languages: languages, procedures: procedures).run()
        let checklist = optional("data-use.yaml").map { read in read.with(DataUseReader.read(read.value, read.findings))
        }
        DataUseCheck(file: checklist, procedures: procedures).run()
        if let read = forecastFile() { _ = ForecastReader.read(read.value, read.findings) }
        unreadable += CrosswalkCheck(folder: folder, tables: tables, crosswalk: crosswalk).diagnostics()
        for language in phraseLanguages {
            for read in trees(in: "phrases/\(language)") { _ = PhraseReader.read(read.value, language, read.findings) }
        }
        LabelCheck(procedures: procedures, areAllRead: areAllRead, languages: languages).run()
        checkSamples(against: jurisdictions, tables, (questions?.value ?? []).map(\.question))
        return Diagnostic.merged(unreadable + findings.flatMap(\.all))
    }

    /// The procedures with their fragments put in, and the names of those.
    private func expanded(_ written: [Read<Tree>]) -> ([Read<ProcedureReader.Reading>], included: Set<String>) {
        var included: Set<String> = []
        let procedures = written.compactMap { read -> Read<ProcedureReader.Reading>? in
            var expansion = Expansion(folder.fragments, read.findings)
            let tree = expansion.procedure(read.value)
            included.formUnion(expansion.library.names)
            return tree.flatMap { ProcedureReader.read($0, demandsSources: true, read.findings) }.map { read.with($0) }
        }
        return (procedures, included)
    }

    /// What is wrong with fragments whoever includes them; also, that no procedure does.
    private mutating func checkFragments(_ included: Set<String>) {
        let folder = folder
        let files = collect([]) { () throws(Diagnostics) in
            folder.has("fragments") ? try folder.files(in: "fragments") : []
        }
        for file in files {
            let found = Findings(file: file.path)
            findings.append(found)
            guard let fragment = FragmentReader.fragment(from: file, found) else { continue }
            if !included.contains(fragment.name) {
                found.warning("no procedure includes the fragment ‘\(fragment.name)’", at: .start)
            }
        }
    }

    private mutating func collect<Value>(_ fallback: Value, _ read: () throws(Diagnostics) -> Value) -> Value {
        do {
            return try read()
        } catch {
            unreadable += error.all
            return fallback
        }
    }

    private mutating func trees(in name: String) -> [Read<Tree>] {
        let folder = folder
        return collect([]) { () throws(Diagnostics) in try folder.files(in: name) }.compactMap { tree(of: $0) }
    }

    private mutating func tree(of file: SourceFile) -> Read<Tree>? {
        let found = Findings(file: file.path)
        findings.append(found)
        return YAMLText.tree(of: file, found).map { Read(file: file, findings: found, value: $0) }
    }

    /// The languages into which the program's own sentences are put; a folder of definitions may have none.
    private var phraseLanguages: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/phrases")) ?? []).sorted()
            .filter { !$0.contains(".") }
    }

    /// The assumptions of plans.
    private mutating func forecastFile() -> Read<Tree>? { optional("forecast.yaml") }

    /// The questions that rules ask of products.
    private mutating func questionFile() -> Read<Tree>? { optional("questions.yaml") }

    /// A file without which a folder of definitions may be.
    private mutating func optional(_ name: String) -> Read<Tree>? {
        let folder = folder
        guard folder.has(name) else { return nil }
        return collect(nil) { () throws(Diagnostics) in try folder.file(name) }.flatMap { tree(of: $0) }
    }

    /// The manifests of the samples, which may name only what exists.
    private mutating func checkSamples(
        against jurisdictions: [Read<JurisdictionReader.Reading>],
        _ tables: [DossierTable],
        _ questions: [TraitQuestion]
    ) {
        let folder = folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/samples")) ?? []
        for name in names.sorted() {
            guard let file = try? folder.file("samples/\(name)/submission.yaml"), let read = tree(of: file),
                let manifest = ManifestReader.read(read.value, read.findings)
            else { continue }
            ManifestCheck(
                tree: read.value,
                reading: manifest,
                configured: jurisdictions.map(\.value.jurisdiction.code),
                jurisdiction: { code in jurisdictions.first { $0.value.jurisdiction.code == code }?.value.jurisdiction
                },
                standsAlone: { (try? folder.procedure($0))?.standsAlone ?? false },
                questions: questions,
                headings: tables.first { $0.id == "imdrf-toc" }.map(HeadingSet.init),
                calendars: ((try? folder.files(in: "calendars")) ?? []).map(\.stem),
                findings: read.findings
            ).run()
        }
    }
}

extension ConfigCheck.Read {
    func with<Other>(_ value: Other) -> ConfigCheck.Read<Other> {
        .init(file: file, findings: findings, value: value)
    }
}
