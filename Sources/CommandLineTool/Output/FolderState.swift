import Dossiers
import Views

/// What keeps a dossier folder from being filed, and what may not open where it is sent, file by file.
struct FolderState {
    private let labels: Labels
    private let defects: [DossierDefect]
    private let findings: [FileFinding]

    init(_ defects: [DossierDefect], _ findings: [FileFinding], _ labels: Labels) {
        self.defects = defects
        self.findings = findings
        self.labels = labels
    }

    /// Each kind under its heading; nothing where the folder is in order.
    var lines: [String] {
        var lines: [String] = []
        if !defects.isEmpty {
            lines.append(labels.text("dossier.defects", "\(defects.count)"))
            lines += defects.map { "  " + labels.said($0.description) }
        }
        if !findings.isEmpty {
            lines.append(labels.text("dossier.findings", "\(findings.count)"))
            lines += findings.map { "  \($0.path): \(labels.words(for: $0.defect))" }
        }
        return lines
    }

    /// Tells people beside the answer, with the command that says more.
    func tellAll(next command: String) {
        guard !lines.isEmpty else { return }
        Terminal.note((lines + [labels.text("answers.next", command)]).joined(separator: "\n"))
    }

    /// Each file for spreadsheets: where it lies, what is the matter in words and for programs, whether it stops a filing.
    var files: [(path: String, words: String, code: String, stops: Bool)] {
        defects.map { (path: $0.path, words: labels.said($0.description), code: $0.code, stops: true) }
            + findings.map { (path: $0.path, words: labels.words(for: $0.defect), code: $0.defect.word, stops: false) }
    }
}
