import Engine
package import Views

// What was found in tables, in words.
extension Labels {
    package func words(for finding: SheetFinding) -> String {
        switch finding.kind {
        case .unreadable(let kind): words(for: kind)
        case .empty: self["import.found.empty"]
        case .noForm(let form, let missing):
            text(
                "import.found.noForm",
                self["form.tables.\(form.rawValue)"],
                missing.map { column($0) }.joined(separator: ", ")
            )
        case .repeatedColumn(let heading): text("import.found.repeatedColumn", Self.shown(heading))
        case .beyondHeadings: self["import.found.beyondHeadings"]
        case .missing: self["import.found.missing"]
        case .formula(let text): self.text("import.found.formula", Self.shown(text))
        case .date(let text): words(forDate: text, of: column(finding.place.column ?? ""), .date)
        case .line(let line, let sign):
            text(sign == "=" ? "import.found.fieldLine" : "import.found.claimLine", Self.shown(line))
        case .sameAs(let row, let file): text("import.found.sameAs", "\(file):\(row)")
        case .noSubmission(let name): text("import.found.noSubmission", Self.shown(name))
        case .recorded(let text): self.text("import.found.recorded", shown(ifAny: text))
        case .notRecorded(let name): text("import.found.notRecorded", Self.shown(name))
        case .filingWithout(let column): text("import.found.filingWithout", self.column(column))
        case .saidByManifest(let text): self.text("import.found.saidByManifest", shown(ifAny: text))
        case .notInManifest(let name): text("import.found.notInManifest", Self.shown(name))
        case .noFile(let path): text("import.found.noFile", Self.shown(path))
        case .refused(let words): words
        case .waits(let row, let file): text("import.found.waits", "\(file):\(row)")
        case .more: self["import.found.more"]
        case .unknownColumn(let heading): text("import.found.unknownColumn", Self.shown(heading))
        case .ended(let date): text("import.found.ended", date)
        case .alsoFiled(let code): text("import.found.alsoFiled", code)
        case .sameProduct(let name): text("import.found.sameProduct", name)
        }
    }

    /// The title of a column; what is no key is shown as it is.
    package func column(_ key: String) -> String { text(ifAny: "form.columns.\(key)") ?? Self.shown(key) }

    private func shown(ifAny text: String) -> String { text.isEmpty ? self["import.found.nothing"] : Self.shown(text) }

    private func words(for kind: CSVReader.Defect.Kind) -> String {
        switch kind {
        case .rows(let limit): text("import.found.rows", "\(limit)")
        case .columns(let limit): text("import.found.columns", "\(limit)")
        case .cell(let limit): text("import.found.cell", "\(limit)")
        case .bytes(let limit): text("import.found.bytes", "\(limit >> 20)")
        case .behindQuote, .quoteInside: self["import.found.quote"]
        case .openQuote: self["import.found.openQuote"]
        case .shiftJIS: self["import.found.shiftJIS"]
        case .utf16, .notUTF8: self["import.found.notUTF8"]
        case .workbook: self["import.found.workbook"]
        case .binary: self["import.found.binary"]
        }
    }
}
