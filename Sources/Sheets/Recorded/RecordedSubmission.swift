package import Engine
package import Regulation
package import Submissions
import Views

/// A submission as far as rows can be held against it: what its manifest says, when it was filed, and what people recorded.
package struct RecordedSubmission: Sendable {
    /// One action of a person that stands.
    package struct Act: Hashable, Sendable {
        package let event: Int
        package let name: CaseName
        package let action: ActionName
        /// As it was first recorded, and as it stands after corrections.
        package let dates: [PartialDate]
        package let fields: RecordedFields
        package let documents: [Document]
        /// The role of who recorded it; `nil` for the applicant.
        package let role: String?
    }

    package struct Document: Hashable, Sendable {
        package let digest: DocumentDigest
        /// `nil` where it was erased.
        package let name: String?
    }

    package struct Filing: Hashable, Sendable {
        package let event: Int
        package let countries: [JurisdictionCode]
        package let dates: [PartialDate]
        package let revision: DocumentDigest
    }

    package let submission: Submission
    /// `nil` where nobody can read the manifest any more.
    package let manifest: SubmissionManifest?
    package let filings: [Filing]
    package let acts: [Act]
    package let course: RecordedCourse

    private var places: [Place: [Int]] = [:]

    private struct Place: Hashable {
        let name: String?
        let action: String?
        let date: PartialDate
    }

    init(
        submission: Submission,
        manifest: SubmissionManifest?,
        filings: [Filing],
        acts: [Act],
        course: RecordedCourse
    ) {
        self.submission = submission
        self.manifest = manifest
        self.filings = filings
        self.acts = acts
        self.course = course
        for (number, act) in acts.enumerated() {
            for date in act.dates {
                let place = Place(name: act.name.rawValue, action: act.action.rawValue, date: date)
                places[place, default: []].append(number)
            }
        }
    }

    /// The acts of the row's case, action and date: few, however many there are.
    package func acts(like row: SheetRow) -> [Act] {
        guard let date = row.date("date") else { return [] }
        return (places[Place(name: row["case"], action: row["action"], date: date)] ?? []).map { acts[$0] }
    }

    package var rows: ManifestRows? { manifest.map { ManifestRows($0) } }
}

extension Tasuki {
    /// The submission as rows are held against it; `nil` where there is none of that name.
    package func recorded(_ name: SubmissionName) async throws -> RecordedSubmission? {
        let history: [HistoryEntry]
        do {
            history = try await self.history(of: name)
        } catch EngineError.noSuchSubmission {
            return nil
        }
        guard let submission = Submission.replaying(history.map(\.record)) else { return nil }
        let text = try world.vault.bytes(of: submission.opened.manifest).flatMap {
            String(validating: $0, as: UTF8.self)
        }
        let source = world.definitions as? any ManifestSource
        // What a correction says anew stands with the correction.
        let texts = history.reduce(into: [:]) { $0.merge($1.texts) { first, _ in first } }
        return RecordedSubmission(
            submission: submission,
            manifest: text.flatMap { try? source?.manifest(from: $0) },
            filings: history.compactMap { Self.filing($0.record, in: submission) },
            acts: history.compactMap { Self.act($0, texts, in: submission) },
            course: RecordedCourse(history, texts, of: submission)
        )
    }

    private static func filing(_ record: EventRecord, in submission: Submission) -> RecordedSubmission.Filing? {
        guard case .dossierFiled(let filed) = record.event, !submission.reversed.contains(record.number) else {
            return nil
        }
        let corrected = (submission.corrections[record.number] ?? []).compactMap(\.newDate)
        return .init(
            event: record.number,
            countries: filed.targets,
            dates: [record.occurredOn] + corrected.suffix(1),
            revision: filed.filing.revision
        )
    }

    private static func act(
        _ entry: HistoryEntry,
        _ texts: [TextCommitment: String],
        in submission: Submission
    ) -> RecordedSubmission.Act? {
        guard let recording = submission.recording(entry.record) else { return nil }
        return .init(
            event: entry.record.number,
            name: recording.name,
            action: recording.action,
            dates: [entry.record.occurredOn, recording.occurredOn].uniqued(),
            fields: RecordedFields(recording.payload, texts),
            documents: recording.payload.documents.map {
                .init(digest: $0.digest, name: texts[$0.name])
            },
            role: entry.record.recordedBy.capacity.role
        )
    }
}
