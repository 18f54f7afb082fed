public import Regulation
public import Submissions
public import TransparencyLog

/// A leaf as it lies in the store, shown to a reader of many; good only while it is shown.
///
/// Nothing is copied, so that a whole log can be read at the speed of the disk.
public struct LeafRow {
    /// From 0, over all submissions.
    public let position: Int
    /// The name of the submission, in UTF-8.
    public let submission: UnsafeRawBufferPointer
    /// The number of the event in its submission; `nil` for a refusal.
    public let number: Int?
    /// Canonical JSON, the bytes that are hashed.
    public let bytes: UnsafeRawBufferPointer
    public let hash: Digest
    /// When the leaf was recorded, as it is kept beside its content.
    public let recordedAt: Instant

    public init(
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

    public var submissionName: SubmissionName { SubmissionName(String(decoding: submission, as: UTF8.self)) }

    public var place: EventPlace { EventPlace(submission: submissionName, number: number, position: position) }
}

/// Some submissions in the order of their names: those after one, through another.
public struct SubmissionSpan: Hashable, Sendable {
    /// `nil` before the first.
    public let after: SubmissionName?
    public let through: SubmissionName

    public init(after: SubmissionName?, through: SubmissionName) {
        self.after = after
        self.through = through
    }
}
