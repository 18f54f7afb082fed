public import Engine
public import Regulation
public import Submissions
public import TransparencyLog

/// Everything about one submission that somebody needs who was not there, from one consistent state.
///
/// The bytes of documents are left in the vault, which never changes what a digest stands for.
public struct SubmissionEvidence: Sendable {
    /// A leaf of the submission, with the proof that it stands in the tree of ``SubmissionEvidence/head``.
    public struct ProvenLeaf: Hashable, Sendable {
        public let position: Int
        public let bytes: [UInt8]
        public let hash: Digest
        /// The inclusion proof of RFC 6962, the lowest sibling first.
        public let proof: [Digest]
    }

    public struct Refused: Hashable, Sendable {
        public let position: Int
        public let refusal: RecordedRefusal
        /// `2026-05-12 10:30:00 +08:00`, in the zone of the case's rules, else of the workspace.
        public let recordedLocally: String
    }

    /// A procedure or a set of rules as a case is bound to it.
    public struct Pinned: Hashable, Sendable {
        public let pin: Pin
        public let body: String
    }

    /// One clock of one case: what it shows, and every time it passed from hand to hand.
    public struct Clock: Hashable, Sendable {
        public let name: CaseName
        public let clock: ClockName
        public let course: CaseClock
        public let reading: ClockReading
    }

    public let submission: Submission
    /// All cases, those left or replaced too.
    public let status: StatusReport
    public let history: [HistoryEntry]
    public let refusals: [Refused]
    public let head: TreeHead
    /// Events and refusals, in the order of the log.
    public let leaves: [ProvenLeaf]
    /// In the order of the events that first hold them; those erased are left out.
    public let texts: [CommittedText]
    /// How many commitments of the submission have no text any more.
    public let erasedTexts: Int
    public let pinned: [Pinned]
    public let clocks: [Clock]
    /// The approvals of the product, on which those of the submission may rest.
    public let register: [Approval]
    /// The text of the rules to which each case is bound.
    public let rules: [CaseName: Jurisdiction]
    public let procedures: [CaseName: Procedure]
}

/// A log that cannot serve as evidence, and the first thing that is wrong with it; an audit tells all of them.
public struct DamagedLog: Error, Hashable, Sendable {
    public let finding: Finding

    public init(_ finding: Finding) {
        self.finding = finding
    }
}
