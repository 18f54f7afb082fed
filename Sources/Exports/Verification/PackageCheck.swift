import CanonicalJSON
import Dossiers
import Engine
import Regulation
import Submissions
import TransparencyLog

/// One verification of one package.
struct PackageCheck {
    let folder: PackageFolder
    private(set) var findings: [PackageFinding] = []
    private(set) var records: [(record: EventRecord, place: EventPlace)] = []
    private(set) var submission: SubmissionName?
    private var refusals = 0
    var textCount = 0
    var erasedTexts = 0
    private var documents = 0
    private var head: TreeHead?

    init(folder: String) {
        self.folder = PackageFolder(path: folder)
    }

    var audit: PackageAudit {
        PackageAudit(
            submission: submission,
            events: records.count,
            refusals: refusals,
            texts: textCount,
            erasedTexts: erasedTexts,
            documents: documents,
            head: head,
            findings: findings
        )
    }

    mutating func run(trustedHead: TreeHead?) {
        let bag = BagReader.verify(folder: folder.path)
        findings += bag.map { .bag($0) }
        // A link or a pipe in the bag must not be opened; the rest says nothing about such a folder.
        guard !bag.contains(where: \.isUnsafe) else { return }
        readHead(trustedHead)
        readEvents()
        checkTexts()
        checkRules()
        var check = DocumentCheck(folder: folder)
        check.run(records)
        documents = check.count
        findings += check.findings
    }

    mutating func report(_ finding: PackageFinding) { findings.append(finding) }

    private mutating func readHead(_ trusted: TreeHead?) {
        guard let bytes = folder.bytes(of: PackagePath.head), let value = try? JSONValue(parsing: bytes),
            let size = value["size"]?.integerValue, size >= 0,
            let root = value["root"]?.stringValue.flatMap({ Digest(hex: $0) })
        else { return report(.malformedFile(path: PackagePath.head)) }
        let head = TreeHead(size: Int(size), root: root)
        self.head = head
        if let trusted, trusted != head { report(.headDiffers(found: head, trusted: trusted)) }
    }

    private mutating func readEvents() {
        guard let bytes = folder.bytes(of: PackagePath.events) else {
            return report(.malformedFile(path: PackagePath.events))
        }
        var course = EventSequence()
        var last: (place: EventPlace, position: Int, recordedAt: Instant)?
        for (index, line) in bytes.lines.enumerated() {
            guard let line = EventLine(line) else {
                report(.malformedLine(path: PackagePath.events, line: index + 1, after: last?.place))
                continue
            }
            guard let entry = read(line) else { continue }
            let place = EventPlace(submission: entry.submission, number: entry.number, position: line.position)
            func found(_ defect: Finding.Defect) { report(.log(Finding(defect, at: place))) }
            if let submission, submission != entry.submission {
                found(.misplaced(entry.submission, number: entry.number))
            }
            submission = submission ?? entry.submission
            if let last {
                if line.position <= last.position { found(.positionNotNext(expected: last.position + 1)) }
                if entry.recordedAt < last.recordedAt {
                    found(.recordedEarlier(entry.recordedAt, than: last.recordedAt))
                }
            }
            last = (place, line.position, entry.recordedAt)
            guard case .event(let record, of: _) = entry else {
                refusals += 1
                continue
            }
            for defect in course.add(record) { found(defect) }
            records.append((record, place))
        }
        guard !records.isEmpty else { return report(.empty) }
        if Submission.replaying(records.map(\.record)) == nil {
            report(.log(Finding(.replayFails, at: EventPlace(submission: submission))))
        }
    }

    /// The entry in the line, after its hash and its proof; `nil` where it cannot be read.
    private mutating func read(_ line: EventLine) -> LogEntry? {
        var place = EventPlace(position: line.position)
        var entry: LogEntry?
        do throws(LeafDefect) {
            let read = try LogEntry(bytes: line.leaf)
            place = EventPlace(submission: read.submission, number: read.number, position: line.position)
            entry = read
        } catch {
            report(.log(Finding(.unreadable(error), at: place)))
        }
        let computed = MerkleHash.leaf(line.leaf)
        if computed != line.hash {
            report(.log(Finding(.bytesChanged(recorded: line.hash, computed: computed), at: place)))
        }
        if let head,
            !MerkleTree.verifyInclusion(
                leaf: line.hash,
                index: line.position,
                size: head.size,
                proof: line.proof,
                root: head.root
            )
        {
            report(.log(Finding(.proofFails(head), at: place)))
        }
        return entry
    }
}

extension BagDefect {
    fileprivate var isUnsafe: Bool {
        switch self {
        case .unsafePath, .unreadable: true
        case .missing, .extra, .changed, .malformed, .oxumWrong: false
        }
    }
}

extension [UInt8] {
    /// The lines, each ended by a newline; what follows the last newline is a line too.
    var lines: [ArraySlice<UInt8>] {
        var lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
