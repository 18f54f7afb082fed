package import Regulation
package import Submissions
package import TransparencyLog

/// A leaf as it lies in the store, shown to a reader of many; good only while it is shown.
///
/// Nothing is copied, so that a whole log can be read at the speed of the disk.
package struct LeafRow {
    /// From 0, over all submissions.
    package let position: Int
    /// The name of the submission, in UTF-8.
    package let submission: UnsafeRawBufferPointer
    /// The number of the event in its submission; `nil` for a refusal.
    package let number: Int?
    /// Canonical JSON, the bytes that are hashed.
    package let bytes: UnsafeRawBufferPointer
    package let hash: Digest
    /// When the leaf was recorded, as it is kept beside its content.
    package let recordedAt: Instant

    package init(
        position: Int,
        submission: UnsafeRawBufferPointer,
        number: Int?,
        bytes: UnsafeRawBufferPointer,
        hash: Digest,
        recordedAt: Instant
    ) {
        self.position = position
        self.submission = submission
        self.number = number
        self.bytes = bytes
        self.hash = hash
        self.recordedAt = recordedAt
    }

    package var submissionName: SubmissionName { SubmissionName(String(decoding: submission, as: UTF8.self)) }

    package var place: EventPlace { EventPlace(submission: submissionName, number: number, position: position) }
}

/// Some submissions in the order of their names: those after one, through another.
package struct SubmissionSpan: Hashable, Sendable {
    /// `nil` before the first.
    package let after: SubmissionName?
    package let through: SubmissionName

    package init(after: SubmissionName?, through: SubmissionName) {
        self.after = after
        self.through = through
    }
}
