import Regulation
import Statecharts

extension SubmissionEvent {
    /// The case that the event is about; `nil` for events of the whole submission.
    package var subject: CaseName? {
        switch self {
        case .opened, .amended, .dossierFiled: nil
        case .caseOpened(let event): event.name
        case .caseAdvanced(let event): event.name
        case .messageIgnored(let event): event.name
        case .corrected(let event): event.name
        case .actionReversed(let event): event.name
        case .rulesRebound(let event): event.name
        case .letterConfirmed(let event): event.name
        case .letterDisputed(let event): event.name
        case .approvalFlagged(let event): CaseName(String(event.approval.rawValue.split(separator: "/").last ?? ""))
        }
    }

    /// The action that a person did, where the event records one.
    package var action: ActionName? {
        if case .caseAdvanced(let event) = self { event.cause.action } else { nil }
    }

    /// What a person handed in.
    package var payload: Payload? {
        if case .caseAdvanced(let event) = self { event.payload } else { nil }
    }

    package var changes: [Change] {
        switch self {
        case .caseOpened(let event): event.outcome.changes
        case .caseAdvanced(let event): event.outcome.changes
        default: []
        }
    }

    /// The cases of the tracks that another track opened with this event.
    package var openedTracks: [CaseName] {
        changes.compactMap { if case .sent("track.opened", let name) = $0 { name } else { nil } }
    }

    /// The commitments to free texts that the event's payload or reason holds.
    package var commitments: [TextCommitment] {
        switch self {
        case .caseAdvanced(let event): event.payload.commitments
        case .corrected(let event):
            event.fields.flatMap { ($0.old?.commitments ?? []) + $0.new.commitments } + [event.reason]
        case .actionReversed(let event): [event.reason]
        case .rulesRebound(let event): [event.reason]
        case .letterDisputed(let event): [event.reason]
        default: []
        }
    }
}

extension CaseAdvanced.Cause {
    /// The action that a person did.
    package var action: ActionName? {
        switch self {
        case .action(let action), .lateAction(let action, _): action
        case .message, .deadline, .condition, .correction: nil
        }
    }
}

extension Payload {
    package var commitments: [TextCommitment] {
        fields.sorted { $0.key < $1.key }.flatMap(\.value.commitments) + documents.map(\.name)
    }
}

extension FieldValue {
    package var commitments: [TextCommitment] {
        switch self {
        case .text(let text): [text]
        case .questions(let drafts): drafts.map(\.text)
        case .answers(let drafts): drafts.map(\.text)
        case .conditions(let conditions): conditions.map(\.text)
        case .code, .date, .integer, .flag, .claims, .jurisdictions, .choice, .money: []
        }
    }
}
