import CanonicalJSON
import TransparencyLog

/// One line of `events.jsonl`: a leaf, its hash, its position and the proof that it stands there.
struct EventLine {
    let leaf: [UInt8]
    let hash: Digest
    let position: Int
    let proof: [Digest]

    /// `nil` unless the line is exactly what a package writes.
    init?(_ line: some Collection<UInt8>) {
        guard let value = try? JSONValue(parsing: line), value.canonicalBytes().elementsEqual(line),
            value.objectValue?.count == 4, let leaf = value["leaf"], leaf.objectValue != nil,
            let hash = value["hash"]?.stringValue.flatMap({ Digest(hex: $0) }),
            // As the first leaf is at zero, no log has one at the greatest number.
            let position = value["position"]?.integerValue, (0..<Int64.max).contains(position),
            let proof = value["proof"]?.arrayValue
        else { return nil }
        let siblings = proof.compactMap { $0.stringValue.flatMap { Digest(hex: $0) } }
        guard siblings.count == proof.count else { return nil }
        self.leaf = leaf.canonicalBytes()
        self.hash = hash
        self.position = Int(position)
        self.proof = siblings
    }
}
