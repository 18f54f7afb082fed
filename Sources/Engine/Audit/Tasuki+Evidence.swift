public import Regulation
public import Submissions
import TransparencyLog

extension Tasuki {
    /// The evidence of one submission as of now, with a proof for each of its leaves.
    ///
    /// Hashes every leaf of the log once, and holds 64 bytes for each while it does.
    /// - Throws: ``EngineError/noSuchSubmission(_:known:)``; ``DamagedLog`` where the log does not give the root that
    ///   was recorded for it, since such a log proves nothing.
    public func evidence(of name: SubmissionName) async throws -> SubmissionEvidence {
        try await store.read { reader in try self.evidence(of: name, reader) }
    }

    private func evidence(of name: SubmissionName, _ reader: any StoreReader) throws -> SubmissionEvidence {
        let submission = try loaded(name, in: reader)
        let status = try status(of: name, asOf: nil, nil, true, reader)
        let history = try history(of: name, nil, nil, reader)
        let (leaves, tree) = try ownLeaves(of: name, reader)
        let shelf = Shelf(reader, world, pins)
        var rules: [CaseName: Jurisdiction] = [:]
        var procedures: [CaseName: Procedure] = [:]
        var clocks: [SubmissionEvidence.Clock] = []
        for subject in submission.cases {
            procedures[subject.name] = shelf.procedure(subject.procedure)
            guard let bound = shelf.rules(subject.rules) else { continue }
            rules[subject.name] = bound
            guard let calendar = shelf.rulebook.calendar(bound.calendar) else { continue }
            let today = bound.zone.civilDate(at: status.asOf)
            clocks += subject.clocks.sorted { $0.key < $1.key }.map { clock, course in
                .init(
                    name: subject.name,
                    clock: clock,
                    course: course,
                    reading: course.ledger.reading(on: today, calendar: calendar)
                )
            }
        }
        try shelf.check()
        let texts = try texts(of: history, reader)
        return SubmissionEvidence(
            submission: submission,
            status: status,
            history: history,
            refusals: try leaves.compactMap { try refused($0, rules, status.zone) },
            head: tree.head,
            leaves: leaves.map { leaf in
                .init(position: leaf.position, bytes: leaf.bytes, hash: leaf.hash, proof: tree.proof(of: leaf.position))
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

    private func ownLeaves(
        of name: SubmissionName,
        _ reader: any StoreReader
    ) throws -> (own: [StoredLeaf], tree: MerkleLevels) {
        var own: [StoredLeaf] = []
        var hashes: [Digest] = []
        while true {
            let page = try reader.leaves(from: hashes.count, limit: Self.evidencePage)
            guard !page.isEmpty else { break }
            for leaf in page {
                guard leaf.position == hashes.count else {
                    throw DamagedLog(Finding(.positionNotNext(expected: hashes.count), at: EventPlace(leaf)))
                }
                let computed = MerkleHash.leaf(leaf.bytes)
                guard computed == leaf.hash else {
                    throw DamagedLog(
                        Finding(.bytesChanged(recorded: leaf.hash, computed: computed), at: EventPlace(leaf))
                    )
                }
                hashes.append(computed)
                if leaf.submission == name { own.append(leaf) }
            }
        }
        let tree = MerkleLevels(leaves: hashes)
        let recorded = try reader.head()
        guard recorded.size <= hashes.count else {
            throw DamagedLog(Finding(.leavesMissing(.database, recorded, present: hashes.count)))
        }
        guard tree.head == recorded else {
            let last = max(0, hashes.count - 1)
            throw DamagedLog(
                Finding(.rootDiffers(.database, recorded, computed: tree.head.root, last: last, heads: 1))
            )
        }
        return (own, tree)
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
        _ reader: any StoreReader
    ) throws -> (kept: [CommittedText], erased: Int) {
        let commitments = history.flatMap(\.record.event.introducedCommitments)
        let texts = try reader.texts(commitments)
        let kept = commitments.compactMap { texts[$0] }
        return (kept, commitments.count - kept.count)
    }

    private func pinned(by history: [HistoryEntry], _ reader: any StoreReader) throws -> [SubmissionEvidence.Pinned] {
        var seen: Set<Pin> = []
        return try history.flatMap(\.record.event.pins).compactMap { pin in
            guard seen.insert(pin).inserted else { return nil }
            guard let body = try reader.pinned(pin), pin.isTrue(of: body.utf8) else {
                throw DamagedLog(Finding(.pinMissing(pin)))
            }
            return .init(pin: pin, body: body)
        }
    }
}
