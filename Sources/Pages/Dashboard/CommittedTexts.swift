import Engine
import Submissions
import Views

/// The texts behind the commitments of a history; one that was erased says so.
struct CommittedTexts {
    private let texts: [TextCommitment: String]
    private let erased: String

    init(_ history: [HistoryEntry], _ labels: Labels) {
        texts = history.reduce(into: [:]) { all, entry in all.merge(entry.texts) { first, _ in first } }
        erased = labels["page.textErased"]
    }

    subscript(_ commitment: TextCommitment) -> String { texts[commitment] ?? erased }

    func text(ifAny commitment: TextCommitment) -> String? { texts[commitment] }
}
