import CanonicalJSON
import TransparencyLog

extension FuzzTarget {
    private static let leaves = (0..<13).map { MerkleHash.leaf([UInt8($0)]) }

    /// Proofs of inclusion and of consistency, with everything about them taken from the input.
    static func proofs() -> FuzzTarget {
        var seeds: [JSONValue] = []
        for size in [1, 2, 7, 8, 13] {
            let known = Array(leaves.prefix(size))
            for index in [0, size / 2, size - 1] {
                seeds.append([
                    "leaf": .string(known[index].description), "index": .integer(Int64(index)),
                    "head": .string("\(size) \(MerkleTree.root(of: known))"),
                    "proof": .array(MerkleTree.inclusionProof(of: index, in: known).map { .string($0.description) }),
                ])
            }
            for old in [1, size / 2, size] where old <= size {
                seeds.append([
                    "old": .string("\(old) \(MerkleTree.root(of: leaves.prefix(old)))"),
                    "head": .string("\(size) \(MerkleTree.root(of: known))"),
                    "proof": .array(MerkleTree.consistencyProof(from: old, in: known).map { .string($0.description) }),
                ])
            }
        }
        let words = leaves.map(\.description) + (0...13).map { "\($0) \(MerkleTree.root(of: leaves.prefix($0)))" }
        return FuzzTarget(
            "proof",
            form: .json,
            seeds: seeds.map { $0.canonicalBytes() },
            words: words,
            run: runProof
        )
    }

    private static func runProof(_ bytes: [UInt8]) throws {
        guard let value = try? JSONValue(parsing: bytes),
            let head = value["head"]?.stringValue.flatMap({ TreeHead($0) })
        else { return }
        let proof = (value["proof"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap { Digest(hex: $0) } }
        let isTrueHead = head.size <= leaves.count && MerkleTree.root(of: leaves.prefix(head.size)) == head.root
        if let leaf = value["leaf"]?.stringValue.flatMap({ Digest(hex: $0) }),
            let index = value["index"]?.integerValue.map({ Int($0) })
        {
            let holds = MerkleTree.verifyInclusion(
                leaf: leaf,
                index: index,
                size: head.size,
                proof: proof,
                root: head.root
            )
            let isTrue = leaves.indices.contains(index) && leaves[index] == leaf
            try Violation.unless(!holds || !isTrueHead || isTrue, "only a leaf of the log is proven to be in it")
        }
        if let old = value["old"]?.stringValue.flatMap({ TreeHead($0) }) {
            let holds = MerkleTree.verifyConsistency(from: old, to: head, proof: proof)
            let isTrue = old.size <= head.size && MerkleTree.root(of: leaves.prefix(old.size)) == old.root
            try Violation.unless(!holds || !isTrueHead || isTrue, "only a beginning of the log is proven to be one")
        }
    }

    /// Lines of the heads file, and a log held against them.
    static func heads() -> FuzzTarget {
        let lines = (0...13).map { "\($0) \(MerkleTree.root(of: leaves.prefix($0)))" }
        let seeds = [1, 3, 14].map { Array(lines.prefix($0).joined(separator: "\n").utf8) } + [Array(lines[5].utf8)]
        return FuzzTarget("heads", form: .lines, seeds: seeds, words: lines) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            var heads: [TreeHead] = []
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                guard let head = TreeHead(String(line)) else { continue }
                try Violation.unless(
                    head.description.utf8.elementsEqual(line.utf8),
                    "a head has one spelling",
                    "\(line)"
                )
                heads.append(head)
            }
            var verification = LogVerification(heads: heads)
            for leaf in leaves { verification.add(leaf) }
            let isTrue = heads.allSatisfy { head in
                head.size <= leaves.count && MerkleTree.root(of: leaves.prefix(head.size)) == head.root
            }
            let isOrdered = zip(heads, heads.dropFirst()).allSatisfy { $0.size <= $1.size }
            let isSound = verification.defects().isEmpty
            try Violation.unless(isSound == (isTrue && isOrdered), "a log is sound where it extends every head", text)
        }
    }
}
