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

    /// Tracks that somebody took up together: the hub that was opened, with the countries that took part from the beginning.
    package struct Bundle: Hashable, Sendable {
        package let event: Int
        /// The case of the hub.
        package let name: CaseName
        package let hub: RouteName
        package fileprivate(set) var countries: [JurisdictionCode]
        /// As it was first recorded, and as it stands after corrections.
        package let dates: [PartialDate]
        fileprivate let recordedAt: Instant
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
            /// Tracks that were taken up together through a hub, and of which a correction left less than two countries, or not on
            /// its day.
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
    package private(set) var bundles: [Bundle] = []
    /// Acts by which cases that ran joined a bundle as it was opened: its own step tells of them.
    package private(set) var joined: Set<Int> = []
    package private(set) var losses: [Loss] = []
    /// Everything that was opened and is named by its number, in the order in which it was recorded.
    private var openings: [Opening] = []
    private let countries: [CaseName: JurisdictionCode]
    /// The bundle that is being opened, where nothing else was recorded since.
    private var current: Bundle?

    private struct Opening {
        let event: Int
        let name: CaseName
        let track: RouteName
        /// `nil` for a hub, which belongs to the product.
        let country: JurisdictionCode?
        let date: PartialDate?
    }

    init(_ history: [HistoryEntry], _ texts: [TextCommitment: String], of submission: Submission) {
        countries = Dictionary(submission.cases.map { ($0.name, $0.jurisdiction) }) { first, _ in first }
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
        keep()
        for (place, opening) in openings.enumerated() {
            let earlier = openings[..<place].filter { $0.track == opening.track && $0.country == opening.country }
            guard let date = opening.date, let before = earlier.last?.date, date.earliest < before.earliest
            else {
                continue
            }
            losses.append(Loss(kind: .track, event: opening.event, name: opening.name))
        }
    }

    /// Keeps the bundle that was being opened; with less than two countries it could not be opened so.
    private mutating func keep() {
        guard let bundle = current else { return }
        current = nil
        if bundle.countries.count > 1 {
            bundles.append(bundle)
        } else {
            losses.append(Loss(kind: .bundle, event: bundle.event, name: bundle.name))
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
            add(opened, record, [record.occurredOn] + corrected.suffix(1), isHub: submission.isHub(opened.name))
        case .letterConfirmed, .letterDisputed: lose(.answer, record)
        case .rulesRebound: lose(.rebound, record)
        case .corrected: lose(.corrected, record)
        case .actionReversed: lose(.reversed, record)
        case .caseAdvanced(let advanced): add(advanced, record, corrected)
        case .dossierFiled, .messageIgnored, .approvalFlagged: break
        }
    }

    private mutating func add(_ opened: CaseOpened, _ record: EventRecord, _ dates: [PartialDate], isHub: Bool) {
        openings.append(
            Opening(
                event: record.number,
                name: opened.name,
                track: opened.route,
                country: isHub ? nil : opened.jurisdiction,
                date: dates.last
            )
        )
        if let hub = opened.bundle {
            if current?.name == hub, dates.last == current?.dates.last {
                current?.countries.append(opened.jurisdiction)
            } else {
                lose(.bundle, record)
            }
            return
        }
        keep()
        if isHub {
            current = Bundle(
                event: record.number,
                name: opened.name,
                hub: opened.route,
                countries: [],
                dates: dates,
                recordedAt: record.recordedAt
            )
        } else {
            tracks.append(
                Track(
                    event: record.number,
                    name: opened.name,
                    track: opened.route,
                    country: opened.jurisdiction,
                    dates: dates,
                    role: record.recordedBy.capacity.role
                )
            )
        }
    }

    /// Counts an act by which a case joined the bundle that is being opened to that; another act ends its opening.
    private mutating func add(_ advanced: CaseAdvanced, _ record: EventRecord, _ corrected: [PartialDate]) {
        guard advanced.cause.action != nil, let bundle = current else { return }
        let hubs = advanced.outcome.changes.compactMap { if case .bundleJoined(let hub) = $0 { hub } else { nil } }
        // What was typed in later on the same day comes to the same.
        if hubs == [bundle.name], record.recordedAt == bundle.recordedAt,
            (corrected.last ?? record.occurredOn) == bundle.dates.last,
            let code = countries[advanced.name]
        {
            joined.insert(record.number)
            current?.countries.append(code)
        } else {
            keep()
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
