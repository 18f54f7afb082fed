package import Regulation
package import Submissions
package import TransparencyLog

/// One thing that is wrong with a log, and the event at which it shows.
package struct Finding: Hashable, Sendable {
    /// Which record of tree heads the log was held against.
    package enum HeadSource: String, Hashable, Sendable, CaseIterable {
        /// Those stored with the events.
        case database
        /// Those of the file beside the database.
        case outside
    }

    package enum Defect: Hashable, Sendable {
        // One leaf.

        /// The content has another hash than the one stored beside it.
        case bytesChanged(recorded: Digest, computed: Digest)
        case unreadable(LeafDefect)
        /// The leaf says that it belongs elsewhere than it is kept.
        case misplaced(SubmissionName, number: Int?)
        case recordedEarlier(Instant, than: Instant)
        /// The leaf says that it was recorded at another time than the one stored beside it.
        case timeDiffers(Instant, stored: Instant)
        /// The text or its salt is not what the log commits to.
        case textChanged(TextCommitment)
        /// The inclusion proof does not lead to the tree head; only where leaves travel with proofs.
        case proofFails(TreeHead)

        // One submission.

        case numberNotNext(expected: Int)
        /// It does not begin with its opening.
        case notOpened
        case openedTwice
        /// The event is about a case that was never opened.
        case unknownCase(CaseName)
        /// The procedure to which the case is bound cannot have done what the event records.
        case illegalStep(CaseName, StepDefect)
        case pinMissing(Pin)
        /// What is kept as the rules is not what the case was bound to.
        case pinChanged(Pin)
        /// What is kept as a procedure is what the case was bound to, but cannot be read.
        case pinUnreadable(Pin)
        case documentMissing(DocumentDigest)
        /// The vault holds other bytes than those that were handed in.
        case documentChanged(DocumentDigest)
        /// Its events cannot be replayed, or the state in use is not what they give.
        case replayFails

        // The whole log.

        case positionNotNext(expected: Int)
        /// The leaves give another root than the head; what changed lies from the named leaf through `last`.
        ///
        /// `heads` counts this head and all later ones of the source that differ too.
        case rootDiffers(HeadSource, TreeHead, computed: Digest, last: Int, heads: Int)
        /// A head is smaller than one recorded before it.
        case headShrinks(HeadSource, TreeHead)
        /// The last leaves are gone: the head has seen more than there are.
        case leavesMissing(HeadSource, TreeHead, present: Int)
        /// The leaf and those after it were appended without a head.
        case headMissing
        /// Read by submission, there are another number of leaves: the database's own index does not hold them all.
        case leavesUnlisted(Int, listed: Int)
    }

    /// `nil` for what concerns the log as a whole.
    package let place: EventPlace?
    package let defect: Defect

    package init(_ defect: Defect, at place: EventPlace? = nil) {
        self.place = place
        self.defect = defect
    }

    /// The stable name of the defect.
    package var code: String { defect.code }
}

extension Finding.Defect {
    package var code: String {
        switch self {
        case .bytesChanged: "leaf.changed"
        case .unreadable: "leaf.unreadable"
        case .misplaced: "leaf.misplaced"
        case .recordedEarlier: "leaf.earlier"
        case .timeDiffers: "leaf.time"
        case .textChanged: "text.changed"
        case .proofFails: "leaf.proof"
        case .numberNotNext: "submission.number"
        case .notOpened: "submission.not-opened"
        case .openedTwice: "submission.opened-twice"
        case .unknownCase: "submission.unknown-case"
        case .illegalStep: "case.illegal-step"
        case .pinMissing: "rules.missing"
        case .pinUnreadable: "rules.unreadable"
        case .pinChanged: "rules.changed"
        case .documentMissing: "document.missing"
        case .documentChanged: "document.changed"
        case .replayFails: "submission.replay"
        case .positionNotNext: "log.position"
        case .rootDiffers: "log.root"
        case .headShrinks: "log.head-shrinks"
        case .leavesMissing: "log.leaves-missing"
        case .headMissing: "log.head-missing"
        case .leavesUnlisted: "log.leaves-unlisted"
        }
    }
}
