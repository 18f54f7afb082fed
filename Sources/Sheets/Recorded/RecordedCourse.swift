package import Regulation
package import Submissions
import Views

/// What a submission went through beside its filings and acts, and what of its course no row can tell.
package struct RecordedCourse: Sendable {
    /// A manifest as it was stated: the first, or one that took its place.
    package struct Statement: Hashable, Sendable {
        package let event: Int
        package let date: PartialDate
        package let manifest: DocumentDigest
    }

    /// A track that somebody opened; those that follow from an act follow from it again.
    package struct Track: Hashable, Sendable {
        package let event: Int
        package let name: CaseName
        package let track: RouteName
        package let country: JurisdictionCode
        /// As it was first recorded, and as it stands after corrections.
        package let dates: [PartialDate]
        package let role: String?
    }

    /// Something recorded that does not go out as it is.
    package struct Loss: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            /// What a body said of a letter.
            case answer
            /// Rules that were bound anew.
            case rebound
            /// What was put right goes out as it stands now, and what was taken back does not.
            case corrected, reversed
            /// A text or document that was erased.
            case text, document
            /// A track that came before another of its kind which was recorded first, so that their names would change.
            case track
            /// Tracks that were taken up together through a hub: opened one by one they would be others.
            case bundle
            /// A yearly fee that is overdue: of what comes in elsewhere only later years are owed.
            case yearly
        }

        package let kind: Kind
        package let event: Int
        package let name: CaseName?

        package init(kind: Kind, event: Int, name: CaseName?) {
            self.kind = kind
            self.event = event
            self.name = name
        }
    }

    /// The first is what the submission was opened with.
    package private(set) var statements: [Statement] = []
    package private(set) var tracks: [Track] = []
    package private(set) var losses: [Loss] = []

    init(_ history: [HistoryEntry], _ texts: [TextCommitment: String], of submission: Submission) {
        var opened: Set<CaseName> = []
        for entry in history {
            let record = entry.record
            opened.formUnion(record.event.openedTracks)
            if submission.reversed.contains(record.number) { continue }
            add(record, of: submission, openedByTracks: opened)
            if let recording = submission.recording(record),
                RecordedFields(recording.payload, texts).fields.contains(where: { $0.value == nil })
            {
                lose(.text, record)
            }
        }
        for (place, track) in tracks.enumerated() {
            let earlier = tracks[..<place].filter { $0.track == track.track && $0.country == track.country }
            guard let date = track.dates.last, let before = earlier.last?.dates.last, date.earliest < before.earliest
            else {
                continue
            }
            losses.append(Loss(kind: .track, event: track.event, name: track.name))
        }
    }

    private mutating func add(_ record: EventRecord, of submission: Submission, openedByTracks: Set<CaseName>) {
        let corrected = (submission.corrections[record.number] ?? []).compactMap(\.newDate)
        switch record.event {
        case .opened(let stated), .amended(let stated):
            statements.append(
                Statement(event: record.number, date: corrected.last ?? record.occurredOn, manifest: stated.manifest)
            )
        case .caseOpened(let opened):
            guard opened.isTrack, record.recordedBy.capacity.isOfAPerson, !openedByTracks.contains(opened.name) else {
                return
            }
            // Told once, with the hub.
            if submission.isHub(opened.name) { lose(.bundle, record) }
            guard opened.bundle == nil, !submission.isHub(opened.name) else { return }
            tracks.append(
                Track(
                    event: record.number,
                    name: opened.name,
                    track: opened.route,
                    country: opened.jurisdiction,
                    dates: [record.occurredOn] + corrected.suffix(1),
                    role: record.recordedBy.capacity.role
                )
            )
        case .letterConfirmed, .letterDisputed: lose(.answer, record)
        case .rulesRebound: lose(.rebound, record)
        case .corrected: lose(.corrected, record)
        case .actionReversed: lose(.reversed, record)
        case .dossierFiled, .caseAdvanced, .messageIgnored, .approvalFlagged: break
        }
    }

    private mutating func lose(_ kind: Loss.Kind, _ record: EventRecord) {
        losses.append(Loss(kind: kind, event: record.number, name: record.event.subject))
    }
}

extension Actor.Capacity {
    /// As it is typed; `nil` for the applicant and Tasuki itself.
    var role: String? {
        if case .role = self { description } else { nil }
    }
}
