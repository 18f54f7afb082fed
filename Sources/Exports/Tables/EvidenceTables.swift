import CanonicalJSON
import Engine
import Regulation
import Submissions
import TransparencyLog
import Views

/// The tables of a package.
///
/// Columns have English names that never change with the language of a reader; words in cells come from the labels.
struct EvidenceTables {
    let evidence: SubmissionEvidence
    let labels: Labels

    /// `simulated` beside every row, because a row may be copied without the rest.
    private var clock: String { evidence.status.isSimulated ? "simulated" : "wall" }

    var status: CSVTable {
        var table = CSVTable(header: [
            "case", "jurisdiction", "authority", "route", "participation", "procedure", "standing", "state",
            "state_label", "since", "clock_unit", "clock_limit", "clock_agency_held", "clock_applicant_held",
            "limit_confidence", "due", "due_confidence", "overdue", "turn", "outcome", "approval_number",
            "approval_standing", "approval_basis", "approval_claims", "valid_until", "flags", "transcribed_events",
            "replaced_by", "version", "due_earliest", "due_latest", "as_of", "workspace_clock",
        ])
        for row in evidence.status.rows {
            let bounds = row.due.cells
            let clock = row.clock
            let approval = row.approval
            table.add([
                row.fullName, row.jurisdiction.rawValue, labels.authority(of: row), row.route.rawValue,
                row.participation?.rawValue, row.procedure.rawValue, row.standing.rawValue, joined(row.states),
                labels.state(of: row), row.since.description, clock?.unit.rawValue, clock?.limit.map(String.init),
                clock?.agencyHeld.description, clock?.applicantHeld.description, clock?.rule.confidence.rawValue,
                row.due?.description, row.due.map { _ in row.isDueDoubtful ? "unconfirmed" : "confirmed" },
                row.isOverdue ? "yes" : "no", labels.turn(of: row), row.outcome?.rawValue, approval?.number,
                approval?.standing.rawValue, approval?.basis.rawValue, approval.map { joined($0.claims) },
                approval?.validUntil?.description,
                approval.map { $0.flags.map { labels.words(for: $0) }.joined(separator: "; ") },
                joined(row.transcribed), row.replacedBy?.rawValue, "\(row.version)",
                bounds[0], bounds[1], evidence.status.asOf.description, self.clock,
            ])
        }
        return table
    }

    var history: CSVTable {
        var table = CSVTable(header: [
            "number", "leaf", "leaf_hash", "case", "occurred_on", "recorded_at_utc", "recorded_at_local", "person",
            "capacity", "identity_checked", "on_behalf_of", "action", "what", "texts", "documents", "state_after",
            "corrects", "corrected_by", "refused", "workspace_clock",
        ])
        let hashes = Dictionary(evidence.leaves.map { ($0.position, $0.hash.description) }) { first, _ in first }
        let events = evidence.history.map { (position: $0.position, cells: cells(of: $0, hashes)) }
        let refusals = evidence.refusals.map { (position: $0.position, cells: cells(of: $0, hashes)) }
        for row in (events + refusals).sorted(by: { $0.position < $1.position }) { table.add(row.cells) }
        return table
    }

    private func cells(of entry: HistoryEntry, _ hashes: [Int: String]) -> [String?] {
        let record = entry.record
        let names = Set((record.event.payload?.documents ?? []).map(\.name))
        let texts = record.event.commitments.filter { !names.contains($0) }
            .map { entry.texts[$0] ?? labels["report.erased"] }
        var corrects: Int?
        if case .corrected(let corrected) = record.event { corrects = corrected.event }
        return [
            "\(record.number)", "\(entry.position)", hashes[entry.position], entry.name?.rawValue,
            record.occurredOn.description, record.recordedAt.description, entry.recordedLocally,
            record.recordedBy.person.rawValue, record.recordedBy.capacity.description,
            record.recordedBy.isAuthenticated ? "yes" : "no", record.onBehalfOf?.description,
            record.event.action?.rawValue, labels.words(for: entry),
            texts.joined(separator: "\n"), joined((record.event.payload?.documents ?? []).map(\.digest)),
            joined(entry.states), corrects.map(String.init), joined(entry.correctedBy), nil, clock,
        ]
    }

    private func cells(of refused: SubmissionEvidence.Refused, _ hashes: [Int: String]) -> [String?] {
        let refusal = refused.refusal
        return [
            nil, "\(refused.position)", hashes[refused.position], nil, nil, refusal.recordedAt.description,
            refused.recordedLocally, refusal.actor.person.rawValue, refusal.actor.capacity.description,
            refusal.actor.isAuthenticated ? "yes" : "no", nil, refusal.attempt, labels["report.refused"], nil, nil,
            nil, nil, nil, refusal.code, clock,
        ]
    }

    private func joined(_ items: [some CustomStringConvertible]) -> String {
        items.map(\.description).joined(separator: " ")
    }
}

extension DocumentCollection {
    var table: CSVTable {
        var table = CSVTable(header: [
            "digest", "name", "heading", "jurisdiction", "language", "filing", "event", "media_type", "size", "file",
        ])
        for document in documents {
            table.add([
                document.digest.rawValue, document.name, document.heading?.description, document.jurisdiction?.rawValue,
                document.language, document.filing.map(String.init), document.event.map(String.init),
                document.mediaType, document.size.map(String.init), document.path,
            ])
        }
        return table
    }
}
