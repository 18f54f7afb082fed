import Regulation
import Submissions
package import TransparencyLog

/// What an audit of the whole log found.
package struct LogAudit: Hashable, Sendable {
    /// What was looked at; of what was not, there is nothing to count.
    package private(set) var depth: AuditDepth
    /// All leaves: events and refusals, and what is neither.
    package let leaves: Int
    package private(set) var events: Int
    package private(set) var refusals: Int
    package private(set) var submissions: Int
    /// Texts that match their commitments.
    package private(set) var texts: Int
    /// Commitments without a text: erased on request.
    package private(set) var erasedTexts: Int
    /// The root over the leaves as they are now.
    package let root: Digest
    /// In the order in which they show in the log, then those about submissions and the log as a whole.
    package private(set) var findings: [Finding]
    /// How many findings at the end are about the log as a whole.
    private let logFindingCount: Int

    package var isSound: Bool { findings.isEmpty }
}

extension LogAudit {
    /// An audit of what is stored; of what it says nothing is known.
    init(
        leaves: Int,
        events: Int,
        refusals: Int,
        root: Digest,
        leafFindings: [Finding],
        logFindings: [Finding]
    ) {
        self.leaves = leaves
        self.events = events
        self.refusals = refusals
        self.root = root
        depth = .hashes
        submissions = 0
        texts = 0
        erasedTexts = 0
        findings = leafFindings.inOrderOfLog + logFindings
        logFindingCount = logFindings.count
    }

    /// The audit with what the leaves say.
    func adding(_ said: SubmissionFindings) -> LogAudit {
        var audit = self
        let ofLog = Array(findings.suffix(logFindingCount))
        var ofLeaves = Array(findings.prefix(findings.count - logFindingCount))
        ofLeaves += said.findings
        ofLeaves += said.once.map { Finding($0.key, at: $0.value) }
        var unlisted: [Finding] = []
        if said.tally.leaves != leaves {
            unlisted.append(Finding(.leavesUnlisted(leaves, listed: said.tally.leaves)))
        }
        audit.findings = ofLeaves.inOrderOfLog + ofLog + unlisted
        audit.depth = .everything
        audit.events = said.tally.events
        audit.refusals = said.tally.refusals
        audit.submissions = said.tally.submissions
        audit.texts = said.tally.texts
        audit.erasedTexts = said.tally.erasedTexts
        return audit
    }
}

extension [Finding] {
    /// By position, those of one leaf as they are; then those about submissions, by name.
    fileprivate var inOrderOfLog: [Finding] {
        enumerated().sorted { left, right in
            let (one, other) = (left.element.place?.position ?? .max, right.element.place?.position ?? .max)
            if one != other { return one < other }
            let names = (left.element.place?.submission?.rawValue, right.element.place?.submission?.rawValue)
            if one == .max, let first = names.0, let second = names.1, first != second { return first < second }
            return left.offset < right.offset
        }.map(\.element)
    }
}
