package import Engine
package import Regulation
package import Statecharts
package import Submissions

/// The course of every case over time, for a picture.
package struct Timeline: Hashable, Sendable {
    /// Who held a case, from one day to another.
    package struct Segment: Hashable, Sendable {
        package let from: PartialDate
        /// `nil` while it lasts.
        package let to: PartialDate?
        package let turn: StateDetail.Turn
        /// The body whose turn it is, where it is one's own body's.
        package let body: BodyID?
        package let states: [StateID]
    }

    package struct Milestone: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case opened, filed(Filing.Kind), questionsIssued(Int), questionsAnswered, reportShared
            case decided(Decision.Outcome), amended, flagged, deadlinePassed, left(for: CaseName), corrected
        }

        package let on: PartialDate
        package let kind: Kind
        package let event: Int
        package let isTranscribed: Bool
    }

    package struct Lane: Hashable, Sendable {
        package let row: StatusRow
        package let segments: [Segment]
        package let milestones: [Milestone]
    }

    package let report: StatusReport
    package let lanes: [Lane]
    /// The first and the last day that the picture must show.
    package let span: DateBounds
}

extension Tasuki {
    package func timeline(of name: SubmissionName, asOf instant: Instant? = nil) async throws -> Timeline {
        try await store.read { reader in try self.timeline(of: name, asOf: instant, reader) }
    }

    func timeline(of name: SubmissionName, asOf instant: Instant?, _ reader: any StoreReader) throws -> Timeline {
        let report = try self.status(of: name, asOf: instant, nil, true, reader)
        let library = try self.library(asOf: instant, reader)
        let history = try self.course(of: name, through: instant, library, reader)
        var drafts: [CaseName: LaneDraft] = [:]
        var state: Submission?
        for event in history {
            let before = state
            state = Submission.evolve(state, event)
            guard let about = event.event.subject, let subject = state?[about],
                let bound = try library.bound(ifKept: subject.pins)
            else { continue }
            drafts[about, default: LaneDraft()].add(event, subject, bound, before: before)
        }
        let lanes = report.rows.map { row in
            Timeline.Lane(
                row: row,
                segments: drafts[row.name]?.segments ?? [],
                milestones: drafts[row.name]?.milestones ?? []
            )
        }
        let today = report.zone.civilDate(at: report.asOf)
        let first = lanes.flatMap(\.segments).map(\.from.earliest).min() ?? today
        let dues = report.rows.filter { !$0.isOver }.compactMap(\.due?.latest)
        let last = max(today, dues.max() ?? today)
        return Timeline(report: report, lanes: lanes, span: DateBounds(earliest: first, latest: max(first, last)))
    }
}

/// A lane while the history is read: a new segment begins where the turn or the states change.
private struct LaneDraft {
    var segments: [Timeline.Segment] = []
    var milestones: [Timeline.Milestone] = []

    mutating func add(_ record: EventRecord, _ subject: Case, _ bound: BoundCase, before: Submission?) {
        let procedure = bound.procedure
        let states = procedure.chart.atomicStates(of: subject.configuration)
        let turn = subject.isOver ? .nobody : procedure.turn(in: states)
        var body: BodyID?
        if case .body(let function) = turn { body = bound.rules.body(that: function)?.id }
        if segments.last.map({ $0.states != states || $0.turn != turn }) ?? true {
            if let last = segments.popLast() {
                let (turn, body) = (last.turn, last.body)
                segments.append(
                    .init(from: last.from, to: record.reckonedOn, turn: turn, body: body, states: last.states)
                )
            }
            segments.append(.init(from: record.reckonedOn, to: nil, turn: turn, body: body, states: states))
        }
        var kinds = kinds(record.event, procedure)
        if before?.isVaried(by: record.event) == true { kinds.removeAll { $0 == .decided(.approved) } }
        milestones += kinds.map {
            .init(on: record.reckonedOn, kind: $0, event: record.number, isTranscribed: record.onBehalfOf != nil)
        }
    }

    private func kinds(_ event: SubmissionEvent, _ procedure: Procedure) -> [Timeline.Milestone.Kind] {
        var kinds: [Timeline.Milestone.Kind] = []
        switch event {
        // With what was filed for several countries at once, each of their cases begins.
        case .caseOpened(let opened): kinds.append(opened.filing == nil ? .opened : .filed(.initial))
        case .caseAdvanced(let advanced):
            if case .deadline(let state, _) = advanced.cause,
                procedure.details[state]?.deadline?.isBeginning != true
            {
                kinds.append(.deadlinePassed)
            }
        case .corrected: kinds.append(.corrected)
        case .approvalFlagged: kinds.append(.flagged)
        case .actionReversed: kinds.append(.corrected)
        case .opened, .amended, .dossierFiled, .messageIgnored, .rulesRebound, .letterConfirmed, .letterDisputed: break
        }
        for change in event.changes {
            switch change {
            case .filed(let filing): kinds.append(.filed(filing.kind))
            case .questionsAdded(let questions) where questions.contains { $0.status == .issued }:
                kinds.append(.questionsIssued(questions.count))
            case .reportShared: kinds.append(.reportShared)
            case .decided(let decision): kinds.append(.decided(decision.outcome))
            case .approvalAmended: kinds.append(.amended)
            case .replaced(let name): kinds.append(.left(for: name))
            default: break
            }
        }
        return kinds
    }
}

extension Submission {
    /// Whether the event decides anew on an approval that the case holds already, and leaves its claims and its stage as they are,
    /// as where conditions are varied: that is no approval once more.
    func isVaried(by event: SubmissionEvent) -> Bool {
        guard let name = event.subject, let held = approval(of: name) else { return false }
        return event.changes.contains { change in
            guard case .approvalAmended(held.id, let claims, let stage, _, _) = change else { return false }
            return Set(claims) == Set(held.claims) && stage == held.stage
        }
    }
}
