package import Engine
package import Regulation
package import Submissions

extension Tasuki {
    /// Every document that came with an event of the submission, or of one of its cases, in the order of the log.
    package func letters(
        of submission: SubmissionName,
        case name: CaseName? = nil,
        asOf instant: Instant? = nil
    ) async throws -> [Letter] {
        try await store.read { reader in
            let history = try self.history(of: submission, name, instant, reader)
            let known = try instant.map { try reader.submission(submission, through: $0) }
            guard let state = try known ?? reader.submission(submission) else { return [] }
            return history.flatMap { self.letters($0, in: state) }
        }
    }

    /// One document, with its bytes, which are held against its digest.
    ///
    /// - Throws: What the vault cannot read; ``EngineError/missingDocument(_:)`` where it has no such bytes.
    package func letter(_ id: Letter.ID) async throws -> (letter: Letter, bytes: [UInt8])? {
        guard let letter = try await letters(of: id.submission).first(where: { $0.id == id }) else { return nil }
        guard let bytes = try world.vault.bytes(of: letter.digest) else {
            throw EngineError.missingDocument(letter.digest)
        }
        return (letter, bytes)
    }

    private func letters(_ entry: HistoryEntry, in submission: Submission) -> [Letter] {
        let record = entry.record
        guard let recorded = Recording(record) else { return [] }
        let standing = submission.recording(record)
        return recorded.payload.documents.enumerated().map { place, document in
            Letter(
                id: .init(submission: submission.name, event: record.number, place: place + 1),
                name: entry.texts[document.name],
                digest: document.digest,
                mediaType: document.mediaType,
                size: document.size,
                caseName: recorded.name,
                action: recorded.action,
                procedure: entry.procedure,
                on: standing?.occurredOn ?? record.occurredOn,
                recordedAt: record.recordedAt,
                sender: record.onBehalfOf ?? record.recordedBy.capacity,
                recordedBy: record.recordedBy,
                correctedBy: entry.correctedBy,
                isTakenBack: standing == nil,
                transcription: entry.letter
            )
        }
    }
}
