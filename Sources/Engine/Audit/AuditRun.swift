public import Regulation
import Submissions
import TransparencyLog

/// One pass over a log, a page of leaves at a time.
///
/// Of leaves that were read nothing is kept but where each submission stands.
struct AuditRun {
    private(set) var findings: [Finding] = []
    private(set) var leaves = 0
    private(set) var events = 0
    private(set) var refusals = 0
    private(set) var texts = 0
    private(set) var erasedTexts = 0
    private(set) var courses: [SubmissionName: SubmissionCourse] = [:]

    private var stored: LogVerification
    private var outside: LogVerification
    private var nextPosition = 0
    private var lastRecordedAt: Instant?
    private var checkedPins: Set<Pin> = []
    private var checkedDocuments: Set<DocumentDigest> = []
    private let vault: any DocumentVault
    private let headSize: Int

    init(stored: [TreeHead], outside: [TreeHead], vault: any DocumentVault) {
        self.vault = vault
        self.stored = LogVerification(heads: stored)
        self.outside = LogVerification(heads: outside)
        headSize = stored.last?.size ?? 0
    }

    var root: Digest { stored.frontier.root }

    mutating func add(_ page: [StoredLeaf], _ reader: any StoreReader) throws {
        var commitments: [(commitment: Submissions.TextCommitment, place: EventPlace)] = []
        for leaf in page {
            guard let record = add(leaf) else { continue }
            let place = EventPlace(leaf)
            commitments += record.event.introducedCommitments.map { ($0, place) }
            try check(record.event.pins, at: place, reader)
            check(record.event.documents, at: place)
        }
        let kept = try reader.texts(commitments.map(\.commitment))
        for (commitment, place) in commitments {
            guard let text = kept[commitment] else {
                erasedTexts += 1
                continue
            }
            texts += 1
            if !text.isTrue { findings.append(Finding(.textChanged(commitment), at: place)) }
        }
    }

    /// Goes on with one leaf; its event, where it holds one that can be read.
    private mutating func add(_ leaf: StoredLeaf) -> EventRecord? {
        let place = EventPlace(leaf)
        func finding(_ defect: Finding.Defect) -> Finding { Finding(defect, at: place) }
        if leaf.position != nextPosition { findings.append(finding(.positionNotNext(expected: nextPosition))) }
        if leaves == headSize { findings.append(finding(.headMissing)) }
        nextPosition = leaf.position + 1
        leaves += 1
        let computed = MerkleHash.leaf(leaf.bytes)
        if computed != leaf.hash {
            findings.append(finding(.bytesChanged(recorded: leaf.hash, computed: computed)))
        }
        stored.add(computed)
        outside.add(computed)
        let entry: LogEntry
        do throws(LeafDefect) {
            entry = try LogEntry(bytes: leaf.bytes)
        } catch {
            findings.append(finding(.unreadable(error)))
            return nil
        }
        if entry.submission != leaf.submission || entry.number != leaf.number {
            findings.append(finding(.misplaced(entry.submission, number: entry.number)))
        }
        if let last = lastRecordedAt, entry.recordedAt < last {
            findings.append(finding(.recordedEarlier(entry.recordedAt, than: last)))
        }
        lastRecordedAt = max(lastRecordedAt ?? entry.recordedAt, entry.recordedAt)
        guard case .event(let record, of: let name) = entry else {
            refusals += 1
            return nil
        }
        events += 1
        findings += courses[name, default: SubmissionCourse()].add(record).map(finding)
        return record
    }

    private mutating func check(_ pins: [Pin], at place: EventPlace, _ reader: any StoreReader) throws {
        for pin in pins where checkedPins.insert(pin).inserted {
            guard let body = try reader.pinned(pin) else {
                findings.append(Finding(.pinMissing(pin), at: place))
                continue
            }
            if !pin.isTrue(of: body.utf8) { findings.append(Finding(.pinChanged(pin), at: place)) }
        }
    }

    /// Reads each document again, and what a filing lists; each is named at the first event that speaks of it.
    private mutating func check(_ digests: [DocumentDigest], at place: EventPlace) {
        for digest in digests where checkedDocuments.insert(digest).inserted {
            do {
                guard let bytes = try vault.bytes(of: digest) else {
                    findings.append(Finding(.documentMissing(digest), at: place))
                    continue
                }
                check(Self.listed(in: bytes), at: place)
            } catch {
                findings.append(Finding(.documentChanged(digest), at: place))
            }
        }
    }

    /// The documents that a frozen dossier names; none where the bytes are something else.
    private static func listed(in bytes: [UInt8]) -> [DocumentDigest] {
        guard bytes.first == UInt8(ascii: "{"), let list = try? JSONValue(parsing: bytes)["documents"]?.arrayValue
        else {
            return []
        }
        return list.compactMap { $0["digest"]?.stringValue.map { DocumentDigest($0) } }
    }

    /// Replays each submission, one at a time, and holds it against the state in use.
    mutating func replay(_ reader: any StoreReader) {
        for name in courses.keys.sorted() {
            // A leaf that cannot be read makes the store refuse; that leaf is named already, this says what it costs.
            let replayed = (try? reader.history(of: name, through: nil)).flatMap {
                Submission.replaying($0.lazy.map(\.record))
            }
            let used = try? reader.submission(name)
            if replayed == nil || replayed != used {
                findings.append(Finding(.replayFails, at: EventPlace(submission: name)))
            }
        }
    }

    mutating func closeHeads(_ reader: any StoreReader) throws {
        findings += try HeadFindings(.database, stored.defects()).all(reader)
        findings += try HeadFindings(.outside, outside.defects()).all(reader)
    }
}

extension CommittedText {
    /// Whether text and salt are those that the log commits to.
    public var isTrue: Bool {
        TransparencyLog.TextCommitment.commit(text, salt: salt).description == commitment.rawValue
    }
}

extension Pin {
    /// Whether `body` is what the pin names.
    public func isTrue(of body: some Collection<UInt8>) -> Bool {
        rawValue == "sha256:\(Digest.sha256(of: body))"
    }
}
