import Engine
import Regulation
import Submissions

/// Reads out of one submission's history what each filing held and whom it reached.
struct FilingReader {
    /// A filing with what the log says about it; its list lies in the vault.
    struct Found {
        let submission: SubmissionName
        let filing: Filing
        let event: Int
        let position: Int
        let cases: [Case]
        /// Those of these cases that are hubs, whose country is not for that reason one that the filing reaches.
        let hubs: [CaseName]
        /// The countries that a filing through the hub reaches.
        let hubReach: [JurisdictionCode]
        /// The names of files by their digest, those erased left out.
        let names: [DocumentDigest: TextCommitment]
        let headings: [HeadingCode]
        /// For which targets, where it is a dossier; also those that have still to file it with their authority.
        let targets: [JurisdictionCode]
    }

    let final: Submission
    private(set) var found: [Found] = []
    private let dossiers: [CaseName: Int]

    init?(_ history: [StoredEvent]) {
        guard let final = Submission.replaying(history.map(\.record)) else { return nil }
        self.final = final
        dossiers = Self.dossiers(of: history)
        var state: Submission?
        for event in history {
            state = Submission.evolve(state, event.record)
            // What a hub filed for its bundle is told once more in every case that it reached.
            for filing in Self.filings(of: event.record.event)
            where !found.contains(where: { $0.filing.number == filing.number }) {
                found.append(read(filing, event, after: state ?? final))
            }
        }
    }

    private static func filings(of event: SubmissionEvent) -> [Filing] {
        var filings: [Filing] = []
        if case .dossierFiled(let filed) = event { filings.append(filed.filing) }
        for case .filed(let filing) in event.changes { filings.append(filing) }
        return filings
    }

    private func read(_ filing: Filing, _ event: StoredEvent, after state: Submission) -> Found {
        let questions = event.record.event.answered.compactMap { id in state.questions.first { $0.id == id } }
        let documents = event.record.event.payload?.documents ?? []
        return Found(
            submission: final.name,
            filing: filing,
            event: event.record.number,
            position: event.position,
            cases: cases(of: filing, event.record.event),
            hubs: final.cases.map(\.name).filter(final.isHub),
            hubReach: reach(of: questions, through: event.record.event.subject, in: state),
            names: Dictionary(documents.map { ($0.digest, $0.name) }) { first, _ in first },
            headings: questions.compactMap(\.heading).uniqued(),
            targets: targets(of: event.record.event)
        )
    }

    private func targets(of event: SubmissionEvent) -> [JurisdictionCode] {
        if case .dossierFiled(let filed) = event { filed.targets } else { [] }
    }

    /// The cases to which the filing belongs; those that it opens come after it in the log.
    ///
    /// A case that files for itself later does so with the dossier that opened it, by which its completeness is judged.
    private func cases(of filing: Filing, _ event: SubmissionEvent) -> [Case] {
        final.cases.filter { subject in
            guard !subject.filings.isEmpty else { return false }
            return subject.filings.contains(filing.number) || dossiers[subject.name] == filing.number
        }
    }

    /// The dossier of each case: the last that was filed for its country before it was opened, or since, while it had
    /// still to file for itself.
    private static func dossiers(of history: [StoredEvent]) -> [CaseName: Int] {
        var last: [JurisdictionCode: Int] = [:]
        var dossiers: [CaseName: Int] = [:]
        var open: [JurisdictionCode: CaseName] = [:]
        for event in history {
            if let name = event.record.event.subject, !filings(of: event.record.event).isEmpty {
                open = open.filter { $0.value != name }
            }
            switch event.record.event {
            case .dossierFiled(let filed):
                for code in filed.targets {
                    last[code] = filed.filing.number
                    if let name = open[code] { dossiers[name] = filed.filing.number }
                }
            case .caseOpened(let opened) where !opened.isTrack && opened.name != .hub:
                dossiers[opened.name] = last[opened.jurisdiction]
                open[opened.jurisdiction] = opened.filing == nil ? opened.name : nil
            default: break
            }
        }
        return dossiers
    }

    /// Those in the bundle then; an answer only to questions of single countries reaches those.
    private func reach(
        of questions: [Question],
        through hub: CaseName?,
        in state: Submission
    ) -> [JurisdictionCode] {
        let hub = hub.flatMap { state.isHub($0) ? $0 : nil } ?? .hub
        let members = state.members(of: hub).map(\.jurisdiction).uniqued()
        let scopes = questions.map(\.scope)
        guard !scopes.isEmpty, !scopes.contains(nil) else { return members }
        return members.filter { scopes.contains($0) }
    }
}

extension FilingReader.Found {
    func document(_ entry: FrozenList.Entry, texts: [TextCommitment: String]) -> FiledDocument {
        let reached = cases.filter { !hubs.contains($0.name) }.map(\.jurisdiction).uniqued()
        let countries = reached.isEmpty && cases.contains { hubs.contains($0.name) } ? hubReach : reached
        let own = entry.jurisdiction
        return FiledDocument(
            submission: submission,
            filing: filing,
            event: event,
            position: position,
            cases: cases.filter { own == nil || !hubs.contains($0.name) && $0.jurisdiction == own }.map(\.name),
            jurisdictions: countries.filter { own == nil || $0 == own },
            digest: entry.digest,
            size: entry.size,
            mediaType: entry.mediaType,
            path: entry.path,
            name: entry.path?.split(separator: "/").last.map(String.init) ?? names[entry.digest].flatMap { texts[$0] },
            headings: entry.heading.map { [$0] } ?? headings,
            jurisdiction: own,
            language: entry.language
        )
    }
}

extension SubmissionEvent {
    /// The questions that the event answered.
    fileprivate var answered: [QuestionID] {
        changes.compactMap { if case .questionAnswered(let id, _) = $0 { id } else { nil } }
    }
}
