import Foundation
package import Regulation
package import Submissions

/// A folder of definitions, as `Config/` is; every file is read when it is asked for, and again at the next call.
package struct ConfigFolder: Hashable, Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Every procedure, in the order of file names.
    package func procedures() throws(Diagnostics) -> [Procedure] {
        let fragments = fragments
        return try read(files(in: "procedures")) { file throws(Diagnostics) in
            try ProcedureReader.procedure(from: file, including: fragments)
        }
    }

    /// The procedure of this id, which is also the name of its file.
    package func procedure(_ id: ProcedureID) throws(Diagnostics) -> Procedure {
        try ProcedureReader.procedure(from: procedureFile(id), including: fragments)
    }

    package func procedureFile(_ id: ProcedureID) throws(Diagnostics) -> SourceFile {
        try file("procedures/\(id).yaml")
    }

    /// The pieces that procedures include; a folder of definitions may have none.
    package var fragments: Fragments { fragments(reading: { _ in }) }

    /// The same, where `reading` is told the name of each file before it is read.
    func fragments(reading: @escaping (String) -> Void) -> Fragments {
        Fragments(
            names: { ((try? files(in: "fragments")) ?? []).map(\.stem) },
            file: { name throws(Diagnostics) in
                let file = "fragments/\(name).yaml"
                guard has(file) else { return nil }
                reading(file)
                return try self.file(file)
            }
        )
    }

    /// The procedure of this id as YAML, written out: without includes, and without comments.
    package func expandedProcedure(_ id: ProcedureID) throws(Diagnostics) -> String {
        try ProcedureReader.expandedText(of: procedureFile(id), including: fragments)
    }

    /// Every time zone by its name.
    package func zones() throws(Diagnostics) -> [String: Zone] {
        let tables = try read(files(in: "zones"), ZoneReader.zones)
        return tables.reduce(into: [:]) { all, table in all.merge(table) { first, _ in first } }
    }

    /// Every jurisdiction, in the order of file names.
    package func jurisdictions() throws(Diagnostics) -> [Jurisdiction] {
        let zones = try zones()
        return try read(files(in: "jurisdictions")) { file throws(Diagnostics) in
            try JurisdictionReader.jurisdiction(from: file, zones: zones)
        }
    }

    /// The codes of all jurisdictions, in order, without reading what stands in their files.
    package func jurisdictionCodes() throws(Diagnostics) -> [JurisdictionCode] {
        try files(in: "jurisdictions").map { JurisdictionCode($0.stem) }
    }

    /// The jurisdiction of this code, which is also the name of its file.
    package func jurisdiction(_ code: JurisdictionCode) throws(Diagnostics) -> Jurisdiction {
        try jurisdiction(code, zones: zones())
    }

    /// The same, for who reads several and has read the zones once.
    package func jurisdiction(
        _ code: JurisdictionCode,
        zones: [String: Zone]
    ) throws(Diagnostics) -> Jurisdiction {
        try JurisdictionReader.jurisdiction(from: jurisdictionFile(code), zones: zones)
    }

    package func jurisdictionFile(_ code: JurisdictionCode) throws(Diagnostics) -> SourceFile {
        try file("jurisdictions/\(code).yaml")
    }

    /// Every working calendar, in the order of file names.
    package func calendars() throws(Diagnostics) -> [WorkingCalendar] {
        try read(files(in: "calendars"), CalendarReader.calendar)
    }

    /// The working calendar of this id, which is also the name of its file.
    package func calendar(_ id: String) throws(Diagnostics) -> WorkingCalendar {
        try CalendarReader.calendar(from: file("calendars/\(id).yaml"))
    }

    /// Every table of dossier headings, in the order of file names.
    package func dossierTables() throws(Diagnostics) -> [DossierTable] {
        try read(files(in: "dossier").filter { !$0.path.hasSuffix(Self.crosswalkSuffix) }, DossierTableReader.table)
    }

    /// Which headings of the tables hold the same document.
    package func crosswalk() throws(Diagnostics) -> [Correspondence] {
        try DossierTableReader.crosswalk(from: file("dossier/crosswalk.yaml"))
    }

    /// The labels in `language`, such as `en`, by their dotted keys.
    package func labels(_ language: String) throws(Diagnostics) -> [String: String] {
        try LabelReader.labels(from: file("labels/\(language).yaml"))
    }

    /// What the program says in English beside the labels, in `language`, by the English sentence; none for a language
    /// without a folder of its own.
    package func phrases(_ language: String) throws(Diagnostics) -> [String: String] {
        guard has("phrases/\(language)") else { return [:] }
        var phrases: [String: String] = [:]
        for file in try files(in: "phrases/\(language)") {
            phrases.merge(try PhraseReader.phrases(from: file, in: language)) { first, _ in first }
        }
        return phrases
    }

    static let crosswalkSuffix = "/crosswalk.yaml"

    /// Reads all `files`, so that the defects of every one are reported together.
    private func read<Value>(
        _ files: [SourceFile],
        _ read: (SourceFile) throws(Diagnostics) -> Value
    ) throws(Diagnostics) -> [Value] {
        var values: [Value] = []
        var found: [Diagnostic] = []
        for file in files {
            do { values.append(try read(file)) } catch { found += error.all }
        }
        guard found.isEmpty else { throw Diagnostics(all: found) }
        return values
    }
}

extension ConfigFolder {
    /// The YAML files of a folder, in the order of their names.
    func files(in folder: String) throws(Diagnostics) -> [SourceFile] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
        } catch {
            throw unreadable(folder, "this folder cannot be read")
        }
        var files: [SourceFile] = []
        for name in names.sorted() where name.hasSuffix(".yaml") { files.append(try file("\(folder)/\(name)")) }
        return files
    }

    func file(_ name: String) throws(Diagnostics) -> SourceFile {
        guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
            throw unreadable(name, "this file cannot be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw unreadable(name, "this file is not text in UTF-8")
        }
        return SourceFile(path: "\(path)/\(name)", text: text)
    }

    private func unreadable(_ name: String, _ message: String) -> Diagnostics {
        Diagnostics(all: [
            Diagnostic(file: "\(path)/\(name)", line: 1, column: 1, severity: .error, message: message)
        ])
    }
}

extension ConfigFolder {
    /// Whether the folder holds a file of this name, and the name stays within the folder.
    package func has(_ name: String) -> Bool {
        !name.contains("..") && FileManager.default.fileExists(atPath: "\(path)/\(name)")
    }
}
