package import Engine
package import Regulation
package import Submissions
package import TransparencyLog

/// Everything about one submission that somebody needs who was not there, from one consistent state.
///
/// The bytes of documents are left in the vault, which never changes what a digest stands for.
package struct SubmissionEvidence: Sendable {
    /// A leaf of the submission, with the proof that it stands in the tree of ``SubmissionEvidence/head``.
    package struct ProvenLeaf: Hashable, Sendable {
        package let position: Int
        package let bytes: [UInt8]
        package let hash: Digest
        /// The inclusion proof of RFC 6962, the lowest sibling first.
        package let proof: [Digest]
    }

    package struct Refused: Hashable, Sendable {
        package let position: Int
        package let refusal: RecordedRefusal
        /// `2026-05-12 10:30:00 +08:00`, in the zone of the case's rules, else of the workspace.
        package let recordedLocally: String
    }

    /// A procedure or a set of rules as a case is bound to it.
    package struct Pinned: Hashable, Sendable {
        package let pin: Pin
        package let body: String
    }

    /// One clock of one case: what it shows, and every time it passed from hand to hand.
    package struct Clock: Hashable, Sendable {
        package let name: CaseName
        package let clock: ClockName
        package let course: CaseClock
        package let reading: ClockReading
    }

    package let submission: Submission
    /// All cases, those left or replaced too.
    package let status: StatusReport
    package let history: [HistoryEntry]
    package let refusals: [Refused]
    package let head: TreeHead
    /// Events and refusals, in the order of the log.
    package let leaves: [ProvenLeaf]
    /// In the order of the events that first hold them; those erased are left out.
    package let texts: [CommittedText]
    /// How many commitments of the submission have no text any more.
    package let erasedTexts: Int
    package let pinned: [Pinned]
    package let clocks: [Clock]
    /// The approvals of the product, on which those of the submission may rest.
    package let register: [Approval]
    /// The text of the rules to which each case is bound.
    package let rules: [CaseName: Jurisdiction]
    package let procedures: [CaseName: Procedure]
}

/// A log that cannot serve as evidence, and the first thing that is wrong with it; an audit tells all of them.
package struct DamagedLog: Error, Hashable, Sendable {
    package let finding: Finding

    package init(_ finding: Finding) {
        self.finding = finding
    }
}
