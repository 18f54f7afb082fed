import Engine
import Regulation
import Submissions
import Views

/// One approval as the page shows it.
struct ApprovalItem: TemplateModel {
    struct Fact: TemplateModel {
        let factName: String
        let factText: String
    }

    struct ConditionItem: TemplateModel {
        let conditionText: String
        let conditionDue: String?
        let conditionStanding: String?
        let conditionTone: String
    }

    let approvalName: String
    let approvalStanding: String
    let approvalTone: String
    let approvalFacts: [Fact]
    let approvalConditions: [ConditionItem]
    let approvalNotes: [Note]

    /// - Returns: Nil for a case that holds no approval.
    init?(_ row: StatusRow, page: SubmissionPage, history: [HistoryEntry], texts: CommittedTexts) {
        guard let approval = row.approval else { return nil }
        let labels = page.labels
        approvalName = "\(page.names[row.jurisdiction]) (\(approval.id))"
        approvalStanding = labels["approvalStanding.\(approval.standing.rawValue)"]
        approvalTone = (approval.standing == .inForce ? Level.good : .bad).rawValue
        approvalFacts = Self.facts(approval, labels)
        approvalConditions = approval.conditions.map {
            ConditionItem($0, of: row, labels, texts)
        }
        approvalNotes = RowNotes(labels, texts, history).notes(on: approval.flags)
    }

    private static func facts(_ approval: Approval, _ labels: Labels) -> [Fact] {
        let references = approval.dependsOn.map { "\($0.approval) (\(labels.text("page.version", "\($0.revision)")))" }
        let stage = approval.stage.map { labels["approvalStage.\($0)"] }
        let facts: [(String, String?)] = [
            ("columns.approval", approval.number),
            ("page.granted", approval.grantedOn.description),
            ("columns.basis", labels["basis.\(approval.basis.rawValue)"]),
            ("page.stage", stage),
            ("columns.claims", approval.claims.map(\.rawValue).joined(separator: ", ")),
            ("columns.validUntil", approval.validUntil?.description),
            ("columns.dependsOn", references.isEmpty ? nil : references.joined(separator: ", ")),
        ]
        return facts.compactMap { key, value in value.map { Fact(factName: labels[key], factText: $0) } }
    }
}

extension ApprovalItem.ConditionItem {
    init(_ condition: Condition, of row: StatusRow, _ labels: Labels, _ texts: CommittedTexts) {
        let held = row.conditions.first { $0.condition == condition }
        conditionText = texts[condition.text]
        conditionDue = condition.due?.description
        conditionStanding = held.flatMap { labels.words(for: $0) }
        conditionTone = (held?.isOverdue == true ? Level.bad : held?.standing == .open ? .wait : .good).rawValue
    }
}
