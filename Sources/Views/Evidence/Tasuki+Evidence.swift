package import Engine
import Regulation
package import Submissions
import TransparencyLog

extension Tasuki {
    /// The evidence of one submission as of now, with a proof for each of its leaves.
    ///
    /// Reads the submission's own leaves and a few hundred nodes of the tree for each proof, whatever the log's length.
    /// - Throws: ``EngineError/noSuchSubmission(_:known:)``; ``DamagedLog`` where a leaf does not lead to the root that
    ///   was recorded for the log, since such a log proves nothing.
    package func evidence(of name: SubmissionName) async throws -> SubmissionEvidence {
        try await store.read { reader in try self.evidence(of: name, reader) }
    }

    private func evidence(of name: SubmissionName, _ reader: any StoreReader) throws -> SubmissionEvidence {
        let submission = try loaded(name, in: reader)
        let status = try status(of: name, asOf: nil, nil, true, reader)
        let history = try history(of: name, nil, nil, reader)
        let (leaves, proofs, head) = try provenLeaves(of: name, reader)
        let library = Library(reader, world, pins)
        var rules: [CaseName: Jurisdiction] = [:]
        var procedures: [CaseName: Procedure] = [:]
        var clocks: [SubmissionEvidence.Clock] = []
        for subject in submission.cases {
            procedures[subject.name] = try library.procedure(subject.procedure)
            rules[subject.name] = try library.rules(subject.rules)
            guard let bound = try library.bound(ifKept: subject.pins) else { continue }
            let today = bound.rules.zone.civilDate(at: status.asOf)
            clocks += subject.clocks.sorted { $0.key < $1.key }.map { clock, course in
                .init(
                    name: subject.name,
                    clock: clock,
                    course: course,
                    reading: course.ledger.reading(
                        on: today,
                        calendar: bound.calendar(of: course.ledger.rule.counting)
                    )
                )
            }
        }
        let texts = try texts(of: history, reader)
        return SubmissionEvidence(
            submission: submission,
            status: status,
            history: history,
            refusals: try leaves.compactMap { try refused($0, rules, status.zone) },
            head: head,
            leaves: zip(leaves, proofs).map { leaf, proof in
                .init(position: leaf.position, bytes: leaf.bytes, hash: leaf.hash, proof: proof)
            },
            texts: texts.kept,
            erasedTexts: texts.erased,
            pinned: try pinned(by: history, reader),
            clocks: clocks,
            register: try reader.approvals(of: submission.opened.product),
            rules: rules,
            procedures: procedures
        )
    }

    /// Leaves read at once: enough to make queries cheap, little enough to hold.
    private static let evidencePage = 500

    /// The submission's leaves with a proof of each, held against the root on record.
    private func provenLeaves(
        of name: SubmissionName,
        _ reader: any StoreReader
    ) throws -> (leaves: [StoredLeaf], proofs: [[Digest]], head: TreeHead) {
        let head = try reader.head()
        var tree = TreeReader(reader, size: head.size)
        let leaves = try leaves(of: name, reader)
        let proofs = try leaves.map { leaf in
            let place = EventPlace(leaf)
            let computed = MerkleHash.leaf(leaf.bytes)
            guard computed == leaf.hash else {
                throw DamagedLog(Finding(.bytesChanged(recorded: leaf.hash, computed: computed), at: place))
            }
            guard leaf.position < head.size else { throw DamagedLog(Finding(.headMissing, at: place)) }
            let proof = try tree.proof(of: leaf.position)
            let isProven = MerkleTree.verifyInclusion(
                leaf: computed,
                index: leaf.position,
                size: head.size,
                proof: proof,
                root: head.root
            )
            guard isProven else { throw DamagedLog(Finding(.proofFails(head), at: place)) }
            return proof
        }
        return (leaves, proofs, head)
    }

    /// Every leaf of the submission, its refusals among its events, in the order of the log.
    private func leaves(of name: SubmissionName, _ log: any LogScan) throws -> [StoredLeaf] {
        func all(_ first: LeafKind, _ next: (StoredLeaf) -> LeafKind) throws -> [StoredLeaf] {
            var (found, kind) = ([StoredLeaf](), first)
            while true {
                let page = try log.leaves(of: name, kind, limit: Self.evidencePage)
                found += page
                guard let last = page.last, page.count == Self.evidencePage else { return found }
                kind = next(last)
            }
        }
        let events = try all(.events(after: 0)) { .events(after: $0.number ?? 0) }
        let refusals = try all(.refusals(after: -1)) { .refusals(after: $0.position) }
        return (events + refusals).sorted { $0.position < $1.position }
    }

    private func refused(
        _ leaf: StoredLeaf,
        _ rules: [CaseName: Jurisdiction],
        _ zone: Zone
    ) throws -> SubmissionEvidence.Refused? {
        guard leaf.number == nil else { return nil }
        do throws(LeafDefect) {
            guard case .refusal(let refusal) = try LogEntry(bytes: leaf.bytes) else { return nil }
            let subject = refusal.attempt.split(separator: "/").first.map { CaseName(String($0)) }
            let local = (subject.flatMap { rules[$0]?.zone } ?? zone).localText(refusal.recordedAt)
            return .init(position: leaf.position, refusal: refusal, recordedLocally: local)
        } catch {
            throw DamagedLog(Finding(.unreadable(error), at: EventPlace(leaf)))
        }
    }

    private func texts(
        of history: [HistoryEntry],
        _ tables: any SideTables
    ) throws -> (kept: [CommittedText], erased: Int) {
        let commitments = history.flatMap(\.record.event.introducedCommitments)
        let texts = try tables.texts(commitments)
        let kept = commitments.compactMap { texts[$0] }
        return (kept, commitments.count - kept.count)
    }

    private func pinned(by history: [HistoryEntry], _ tables: any SideTables) throws -> [SubmissionEvidence.Pinned] {
        var seen: Set<Pin> = []
        return try history.flatMap(\.record.event.pins).compactMap { pin in
            guard seen.insert(pin).inserted else { return nil }
            guard let body = try tables.pinned(pin), pin.isTrue(of: body.utf8) else {
                throw DamagedLog(Finding(.pinMissing(pin)))
            }
            return .init(pin: pin, body: body)
        }
    }
}
