import CanonicalJSON
package import Regulation
import Submissions
import TransparencyLog

/// A walk through the leaves of submissions, one submission after the other, each replayed as it is read.
///
/// Nothing of a submission stays once the next one begins, so memory does not grow with the log.
struct SubmissionAudit {
    private(set) var tally = Tally()
    private(set) var findings: [Finding] = []
    private var judges: PinnedJudges
    private var documents: DocumentAudit
    private let leafCount: Int
    private var outline = CanonicalOutline()
    private var current: Replay?

    /// What was counted on the way.
    struct Tally: Hashable, Sendable {
        var leaves = 0
        var events = 0
        var refusals = 0
        var submissions = 0
        var texts = 0
        var erasedTexts = 0
    }

    /// One submission on its way through its events.
    private struct Replay {
        let name: SubmissionName
        var course = EventSequence()
        var state: Submission?
        /// The folds that the store goes on from.
        let kept: [Submission]
        var isFaithful = true
        var commitments: [(commitment: TextCommitment, place: EventPlace)] = []
    }

    init(_ world: World, leafCount: Int) {
        judges = PinnedJudges(world.definitions)
        documents = DocumentAudit(world.vault)
        self.leafCount = leafCount
    }

    /// Everything found, what concerns a document or rules once for each.
    var results: SubmissionFindings {
        SubmissionFindings(
            tally: tally,
            findings: findings,
            once: documents.defects.merging(judges.defects) { one, _ in one }
        )
    }

    mutating func add(_ span: SubmissionSpan, _ reader: any LogScan & SideTables) throws {
        try reader.scanLeaves(of: span) { row in
            // What was appended since the audit began belongs to the next one.
            guard row.position < leafCount else { return }
            try add(row, reader)
        }
        try finish(reader)
    }

    private mutating func add(_ row: LeafRow, _ reader: any LogScan & SideTables) throws {
        if current.map({ row.submission.elementsEqual($0.name.rawValue.utf8) }) != true {
            try finish(reader)
            let name = row.submissionName
            current = Replay(name: name, kept: try reader.keptSubmissions(name))
            tally.submissions += 1
        }
        // Taken out while it changes, so that its state is held once and changes in place.
        guard var replay = current.take() else { return }
        try add(row, to: &replay, reader)
        current = replay
    }

    private mutating func add(_ row: LeafRow, to replay: inout Replay, _ reader: any LogScan & SideTables) throws {
        let place = EventPlace(submission: replay.name, number: row.number, position: row.position)
        tally.leaves += 1
        let entry: LogEntry
        do throws(LeafDefect) {
            entry = try LogEntry(bytes: row.bytes, &outline)
        } catch {
            findings.append(Finding(.unreadable(error), at: place))
            replay.isFaithful = false
            return
        }
        if entry.submission != replay.name || entry.number != row.number {
            findings.append(Finding(.misplaced(entry.submission, number: entry.number), at: place))
        }
        if entry.recordedAt != row.recordedAt {
            findings.append(Finding(.timeDiffers(entry.recordedAt, stored: row.recordedAt), at: place))
        }
        guard case .event(let record, of: _) = entry else {
            tally.refusals += 1
            return
        }
        tally.events += 1
        for defect in replay.course.add(record) { findings.append(Finding(defect, at: place)) }
        for commitment in record.event.introducedCommitments { replay.commitments.append((commitment, place)) }
        for pin in record.event.pins { try judges.check(pin, at: place, reader) }
        documents.check(record.event.documents, at: place)
        try judge(record.event, in: replay.state, at: place, reader)
        Submission.advance(&replay.state, with: record)
        for kept in replay.kept where kept.version == record.number && kept != replay.state {
            replay.isFaithful = false
        }
    }

    /// Judges a case's step again, by the procedure to which the case was bound when it was opened.
    private mutating func judge(
        _ event: SubmissionEvent,
        in before: Submission?,
        at place: EventPlace,
        _ reader: any LogScan & SideTables
    ) throws {
        let defect: StepDefect?
        let name: CaseName
        switch event {
        case .caseOpened(let opened):
            name = opened.name
            defect = try judges.judge(opened.procedure, at: place, reader)?.defect(of: opened)
        case .caseAdvanced(let advanced):
            // That a case was never opened is found by the course of the submission.
            guard let before, let index = before.index(of: advanced.name) else { return }
            name = advanced.name
            let judge = try judges.judge(before.cases[index].procedure, at: place, reader)
            defect = judge?.defect(of: advanced, in: before.cases[index])
        case .messageIgnored(let ignored):
            guard let before, let index = before.index(of: ignored.name) else { return }
            name = ignored.name
            let judge = try judges.judge(before.cases[index].procedure, at: place, reader)
            defect = judge?.defect(of: ignored, in: before.cases[index])
        case .opened, .amended, .dossierFiled, .corrected, .actionReversed, .rulesRebound, .approvalFlagged,
            .letterConfirmed, .letterDisputed:
            return
        }
        if let defect { findings.append(Finding(.illegalStep(name, defect), at: place)) }
    }

    private mutating func finish(_ reader: any LogScan & SideTables) throws {
        guard let replay = current.take() else { return }
        // A leaf that cannot be read is named already; this says what it costs.
        if !replay.isFaithful || (replay.state == nil && replay.course.hasBegun) {
            findings.append(Finding(.replayFails, at: EventPlace(submission: replay.name)))
        }
        guard !replay.commitments.isEmpty else { return }
        let kept = try reader.texts(replay.commitments.map(\.commitment))
        for (commitment, place) in replay.commitments {
            guard let text = kept[commitment] else {
                tally.erasedTexts += 1
                continue
            }
            tally.texts += 1
            if !text.isTrue { findings.append(Finding(.textChanged(commitment), at: place)) }
        }
    }
}

/// What one walk through submissions found.
struct SubmissionFindings: Sendable {
    var tally = SubmissionAudit.Tally()
    var findings: [Finding] = []
    /// What is told once, at the first event in the log that it concerns.
    var once: [Finding.Defect: EventPlace] = [:]

    /// Takes in what another walk found among other submissions.
    mutating func add(_ other: SubmissionFindings) {
        tally.leaves += other.tally.leaves
        tally.events += other.tally.events
        tally.refusals += other.tally.refusals
        tally.submissions += other.tally.submissions
        tally.texts += other.tally.texts
        tally.erasedTexts += other.tally.erasedTexts
        findings += other.findings
        for (defect, place) in other.once { once.keepEarliest(defect, at: place) }
    }
}

extension CommittedText {
    /// Whether text and salt are those that the log commits to.
    package var isTrue: Bool {
        SaltedText.commit(text, salt: salt).description == commitment.rawValue
    }
}

extension Pin {
    /// Whether `body` is what the pin names.
    package func isTrue(of body: some Collection<UInt8>) -> Bool {
        rawValue == "sha256:\(Digest.sha256(of: body))"
    }
}
