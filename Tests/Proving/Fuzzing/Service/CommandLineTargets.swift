import ArgumentParser
import CanonicalJSON
import CommandLineTool

extension FuzzTarget {
    /// Command lines, one argument a line, parsed and never run.
    static func arguments() -> FuzzTarget {
        let lines = [
            "status\n--country\nSG\n--as-of\n2026-05-12", "actions\ncolon-cade/SG\n--lang\nja",
            "act\ncolon-cade/SG\napprove\n--as\nofficer@HSA\n--by\ntan\n--on\n2026-05\n--set\nnumber=DE1\n--expect\n9",
            "clock\nadvance\n2026-05-12", "init\n--simulated\n2026-04-01\n--zone\nAsia/Tokyo",
            "audit\nverify\n--package\nfolder\n--head\n3 00", "correct\ncolon-cade/SG\n12\n--reason\nx",
            "submission\nfile\ncolon-cade\ndossier", "due\n--until\n2026-12-31\n--format\njson", "serve\n--port\n65536",
            "track\nopen\ncolon-cade\n--jurisdiction\nJP\n--track\nreimbursement", "--help",
            "demo\n--until\n2026-06-01",
            "procedure\ntrace\nreliance\naccept", "timeline\ncolon-cade\n--out\nx.svg", "work\n--as\nofficer@HSA",
        ]
        let words = lines.flatMap { $0.split(separator: "\n").map(String.init) }
        return FuzzTarget("arguments", form: .lines, seeds: lines.map { Array($0.utf8) }, words: words, limit: 2_048) {
            let arguments = String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
            do {
                _ = try TasukiCommand.parseAsRoot(arguments)
            } catch {
                // What people are told must be said, and must not be empty unless they asked for a version.
                _ = TasukiCommand.fullMessage(for: error)
            }
        }
    }

    /// Fields as people type them with `--set`, one setting a line; the first line that begins with `{` is a payload.
    static func settings() -> FuzzTarget {
        let lines = [
            "number=DE1\nclaims=C1,C2", "questions.0.text=a\nquestions.0.heading=CH5.02\nquestions.1.text=b",
            "{\"reason\":\"x\",\"list\":[{\"a\":1}]}\nlist.0.b=2\nreason.deeper=3", "a.b.c.d=e\na.b.0=f", "=x",
            "a..b=c",
        ]
        return FuzzTarget(
            "settings",
            form: .lines,
            seeds: lines.map { Array($0.utf8) },
            words: [".0", ".", "=", "a.b"]
        ) {
            var settings = $0.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            let payload = settings.first?.hasPrefix("{") == true ? Array(settings.removeFirst().utf8) : nil
            guard let read = try? FieldSettings(payload: payload, settings: settings) else { return }
            let written = JSONValue.object(read.fields).canonicalBytes()
            _ = try Violation.never("fields can be sent to a server") { try JSONValue(parsing: written) }
        }
    }
}
