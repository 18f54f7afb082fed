import CanonicalJSON
import Engine
import Regulation
import Submissions
import TransparencyLog
import Views

/// The text that a person opens first: what is what, and how to verify it without trusting this program.
struct ReadMe {
    let evidence: SubmissionEvidence
    let labels: [Labels]
    let generator: String

    var bytes: [UInt8] { Array(labels.map(section).joined(separator: "\n\n").utf8) }

    private static let files = [
        (PackagePath.events, "events"), (PackagePath.head, "head"), (PackagePath.texts, "texts"),
        (PackagePath.rules + "/", "rules"), (PackagePath.documents + "/", "documents"),
        (PackagePath.dossiers + "/", "dossiers"), (PackagePath.documentTable, "documentTable"),
        (PackagePath.status, "status"), (PackagePath.history, "history"), ("data/report.*.html", "report"),
    ]

    private func section(_ labels: Labels) -> String {
        let name = evidence.submission.name.rawValue
        var lines = [labels.text("report.readMe.title", name), ""]
        if evidence.status.isSimulated { lines += [labels["report.simulated"], ""] }
        lines += [
            "\(labels["report.treeSize"]): \(evidence.head.size)", "\(labels["report.root"]): \(evidence.head.root)",
            "\(labels["report.writtenBy"]): \(generator)", "", labels["report.contents"], "",
        ]
        lines += Self.files.map { path, key in "  \(path)\n      \(labels["report.readMe.\(key)"])" }
        lines += ["", labels["report.howToVerify"], ""]
        for (index, step) in steps(labels).enumerated() {
            lines.append("\(index + 1). \(step.text)")
            if let command = step.command { lines += ["", command.indented, ""] }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func steps(_ labels: Labels) -> [(text: String, command: String?)] {
        [
            (labels["report.verify.bag"], "sha256sum -c manifest-sha256.txt"),
            (labels["report.verify.log"], "tasuki audit verify \(labels["report.verify.folder"])"),
            (labels["report.verify.root"], nil),
            (labels["report.readMe.leafByHand"], Self.leafCommand),
            (labels["report.readMe.textByHand"], Self.textCommand),
            (labels["report.readMe.proofByHand"], nil),
            (labels["report.verify.limits"], nil),
        ]
    }

    /// RFC 6962: a leaf's hash is SHA-256 over a zero byte and the leaf.
    private static let leafCommand = """
        sed -n 1p data/log/events.jsonl |
          sed -E 's/^\\{"hash":"[0-9a-f]*","leaf"://; s/,"position":[0-9]+,"proof":\\[[^]]*\\]\\}$//' |
          tr -d '\\n' | { printf '\\000'; cat; } | sha256sum
        """

    private static let textCommand = """
        { printf 'tasuki/text-commitment/1\\000\\000\\000\\000\\000\\000\\000\\020'
          printf 'SALT' | xxd -r -p; printf '%s' 'TEXT'; } | sha256sum
        """
}

extension String {
    fileprivate var indented: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { "   " + $0 }.joined(separator: "\n")
    }
}
