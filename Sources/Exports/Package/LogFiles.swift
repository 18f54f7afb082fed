import CanonicalJSON
import Engine
import Regulation
import Submissions
import TransparencyLog
import Views

/// The part of a package that proves itself: leaves with their proofs, the head they lead to, texts with their salts.
struct LogFiles {
    let evidence: SubmissionEvidence

    /// One leaf a line, in canonical JSON.
    func events() throws(LeafDefect) -> [UInt8] {
        var bytes: [UInt8] = []
        for leaf in evidence.leaves {
            bytes += try line(leaf).canonicalBytes()
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private func line(_ leaf: SubmissionEvidence.ProvenLeaf) throws(LeafDefect) -> JSONValue {
        let value: JSONValue
        do throws(JSONDefect) {
            value = try JSONValue(parsing: leaf.bytes)
        } catch {
            throw .notJSON(error)
        }
        return .object([
            "hash": .string(leaf.hash.description), "leaf": value, "position": .integer(Int64(leaf.position)),
            "proof": .array(leaf.proof.map { .string($0.description) }),
        ])
    }

    var head: [UInt8] {
        let head = JSONValue.object([
            "root": .string(evidence.head.root.description), "size": .integer(Int64(evidence.head.size)),
        ])
        return head.canonicalBytes() + [UInt8(ascii: "\n")]
    }

    /// One text a line, in canonical JSON.
    var texts: [UInt8] {
        evidence.texts.flatMap { text -> [UInt8] in
            let line = JSONValue.object([
                "commitment": .string(text.commitment.rawValue), "salt": .string(Self.hexadecimal(text.salt)),
                "text": .string(text.text),
            ])
            return line.canonicalBytes() + [UInt8(ascii: "\n")]
        }
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The bytes that lowercase digits spell; `nil` for anything else.
    static func bytes(hexadecimal digits: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = digits.utf8[...]
        while let first = rest.popFirst() {
            guard let second = rest.popFirst() else { return nil }
            let pair = String(decoding: [first, second], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16), hexadecimal([byte]) == pair else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
