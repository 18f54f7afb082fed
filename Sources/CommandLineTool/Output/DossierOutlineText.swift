import Engine
import Regulation
import Submissions
import Views

/// The outline of a review report as Markdown, for a reviewer to write on.
struct DossierOutlineText {
    let labels: Labels
    let outline: ReportOutline
    let crosswalk: DossierCrosswalk
    let names: [JurisdictionCode: String]

    func markdown() -> String {
        var blocks = ["# " + Markdown.text(labels.text("dossier.outline.title", outline.submission.rawValue))]
        blocks.append(
            [
                "\(labels["columns.product"]): \(outline.product) \(outline.productVersion)",
                "\(labels["columns.jurisdiction"]): \(outline.countries.map(named).joined(separator: ", "))",
            ].map { "- " + Markdown.text($0) }.joined(separator: "\n")
        )
        blocks.append(labels["dossier.outline.note"])
        blocks += shared
        var chapter: String?
        for section in outline.sections {
            let own = section.heading?.chapter
            if let own, own != chapter { blocks.append("## " + Markdown.text(title(of: "CHAPTER \(own)"))) }
            chapter = own
            blocks += self.blocks(of: section)
        }
        return blocks.joined(separator: "\n\n")
    }

    /// Reports of another authority that were shown to the countries.
    private var shared: [String] {
        outline.sharedReports.sorted { $0.key < $1.key }.map { code, digest in
            "- " + Markdown.text(labels.text("dossier.outline.shared", named(code), digest.rawValue))
        }.joined(separator: "\n").nonEmpty
    }

    private func blocks(of section: ReportOutline.Section) -> [String] {
        let heading = section.heading.map { title(of: $0.description) }
        var blocks = [
            (heading == nil ? "## " : "### ") + Markdown.text(heading ?? labels["dossier.outline.noHeading"])
        ]
        let wanted = [
            ("dossier.outline.required", section.requiredBy), ("dossier.outline.conditional", section.conditionalFor),
        ].compactMap { key, codes in
            codes.isEmpty ? nil : labels.text(key, codes.map(\.rawValue).joined(separator: ", "))
        }
        if !wanted.isEmpty { blocks.append(Markdown.text(wanted.joined(separator: " · "))) }
        blocks.append("**\(labels["dossier.outline.documents"])**")
        blocks.append(
            section.documents.isEmpty
                ? labels["page.none"] : section.documents.map { "- " + line($0) }.joined(separator: "\n")
        )
        if !section.questions.isEmpty {
            blocks.append("**\(labels["page.questions"])**")
            blocks += section.questions.flatMap(self.blocks)
        }
        if heading != nil { blocks.append("**\(labels["dossier.outline.assessment"])**") }
        return blocks
    }

    private func line(_ item: ReportOutline.Item) -> String {
        let document = item.document
        let parts = [
            document.path ?? document.name ?? labels["report.erased"],
            labels.text("dossier.outline.revision", "\(item.revision)", "\(item.revisions)"),
            "#\(document.filing.number) " + labels["filings.\(document.filing.kind.rawValue)"],
            document.filing.filedOn.description, String(document.digest.rawValue.prefix(12)),
        ]
        return Markdown.text(parts.joined(separator: " · "))
    }

    private func blocks(of question: Question) -> [String] {
        let facts = [
            question.scope.map { "\(question.origin) (\($0))" } ?? question.origin.rawValue,
            question.heading?.description, labels["questionStanding.\(question.status.rawValue)"],
            question.priority.map { labels["questionPriority.\($0.rawValue)"] },
            question.due.map { labels.text("clock.due", labels.words(for: $0)) },
        ].compactMap { $0 }.joined(separator: " · ")
        var blocks = [Markdown.text("\(question.id) · \(facts)"), Markdown.quote(text(question.text))]
        if let answer = question.answer {
            blocks += [Markdown.text(labels["columns.answer"] + ":"), Markdown.quote(text(answer))]
        }
        return blocks
    }

    private func text(_ commitment: TextCommitment) -> String {
        outline.texts[commitment] ?? labels["report.erased"]
    }

    private func title(of code: String) -> String { crosswalk.title(code, in: .imdrf, language: labels.language) }

    private func named(_ code: JurisdictionCode) -> String { names[code].map { "\($0) (\(code))" } ?? code.rawValue }
}

extension String {
    fileprivate var nonEmpty: [String] { isEmpty ? [] : [self] }
}
