package import Engine
package import Regulation
package import Statecharts
package import Submissions

/// One event as a reader of the history needs it: with its texts, its place in the log and what it led to.
package struct HistoryEntry: Hashable, Sendable {
    package let position: Int
    package let record: EventRecord
    /// The case the event is about; `nil` for events of the submission.
    package let name: CaseName?
    /// The active atomic states of that case afterwards.
    package let states: [StateID]
    package let procedure: ProcedureID?
    /// The texts behind the commitments of the event, those erased left out.
    package let texts: [TextCommitment: String]
    /// Numbers of later events that correct this one or take it back.
    package let correctedBy: [Int]
    /// What an amended manifest says otherwise than before.
    package let amendment: Amendment?
    /// `2026-05-12 10:30:00 +08:00`: when it was recorded, at the body's place.
    package let recordedLocally: String
    /// The names of the route of a case that the event opened, by language; none where it has a common name.
    package let routeNames: [String: String]
    /// What the event typed in from a letter, with what its body says of it now.
    package var letter: Transcription?
}

extension Tasuki {
    /// The history of a submission, or of one of its cases, as it was known at `instant`.
    ///
    /// - Parameters:
    ///   - submission: The submission.
    ///   - name: Its case; nil for all that happened to it.
    ///   - instant: Until when; nil for all that is known.
    ///   - reading: Reads a manifest, for what an amendment changed beside the facts.
    /// - Returns: Event by event, the oldest first.
    /// - Throws: Where there is no such submission or case.
    package func history(
        of submission: SubmissionName,
        case name: CaseName? = nil,
        asOf instant: Instant? = nil,
        reading: @escaping ManifestReading = { _ in nil }
    ) async throws -> [HistoryEntry] {
        try await store.read { reader in try self.history(of: submission, name, instant, reader, reading) }
    }

    func history(
        of submission: SubmissionName,
        _ name: CaseName?,
        _ instant: Instant?,
        _ reader: any StoreReader,
        _ reading: ManifestReading = { _ in nil }
    ) throws -> [HistoryEntry] {
        let events = try reader.history(of: submission, through: instant)
        guard let final = Submission.replaying(events.map(\.record)) else {
            _ = try loaded(submission, in: reader)
            throw EngineError.submissionNotKnownYet(submission)
        }
        // A case of which a reversal took back the opening has events all the same.
        if let name, !events.contains(where: { $0.record.event.subject == name }) {
            throw Refusal.noSuchCase(name, known: final.cases.map(\.name))
        }
        var corrections: [Int: [Int]] = [:]
        for event in events {
            switch event.record.event {
            case .corrected(let corrected): corrections[corrected.event, default: []].append(event.record.number)
            case .actionReversed(let reversed): corrections[reversed.event, default: []].append(event.record.number)
            default: break
            }
        }
        let library = Library(reader, world, pins)
        let workspaceZone = try reader.settings().zone
        var state: Submission?
        var entries: [HistoryEntry] = []
        for event in events {
            var amendment: Amendment?
            if case .amended(let new) = event.record.event {
                amendment = try state.map { before in
                    try Amendment(from: before.opened, to: new) { self.manifest($0, reading) }
                        .naming(self.world.definitions, on: event.record.reckonedOn.latest)
                }
            }
            state = Submission.evolve(state, event.record)
            let about = event.record.event.subject
            guard name == nil || about == name else { continue }
            let subject = about.flatMap { state?[$0] }
            let procedure = try subject.flatMap { try library.procedure($0.procedure) }
            let zone = try subject.flatMap { try library.rules($0.rules)?.zone } ?? workspaceZone
            entries.append(
                HistoryEntry(
                    position: event.position,
                    record: event.record,
                    name: about,
                    states: subject.flatMap { procedure?.chart.atomicStates(of: $0.configuration) } ?? [],
                    procedure: procedure?.id,
                    texts: try reader.texts(event.record.event.commitments).mapValues(\.text),
                    correctedBy: corrections[event.record.number] ?? [],
                    amendment: amendment,
                    recordedLocally: zone.localText(event.record.recordedAt),
                    routeNames: try routeNames(of: event.record.event, recordedAt: event.record.recordedAt),
                    letter: final.transcription(event.record.number)
                )
            )
        }
        return entries
    }

    private func routeNames(of event: SubmissionEvent, recordedAt moment: Instant) throws -> [String: String] {
        guard case .caseOpened(let opened) = event else { return [:] }
        let today = Zone.utc.civilDate(at: moment)
        return try world.definitions.ownNames(of: opened.route, in: opened.jurisdiction, on: today)
    }
}
