import Engine
import Regulation
import Submissions
import Views

/// One row of the table of jurisdictions.
struct CountryRow: TemplateModel {
    struct BodyName: TemplateModel {
        let bodyID: String
        let bodyName: String
        let bodyFollows: Bool
    }

    struct StateName: TemplateModel {
        let stateText: String
        let stateTone: String
    }

    struct Bar: TemplateModel {
        let barWidth: Int
        let barTone: String

        /// - Parameters:
        ///   - share: In hundredths of the limit.
        ///   - isRunning: Whether time can still be lost.
        init(_ share: Int, isRunning: Bool) {
            barWidth = min(100, share)
            barTone = share > 100 ? "bad" : share > 80 && isRunning ? "wait" : "info"
        }
    }

    let rowName: String
    let rowCase: String
    let rowIsReplaced: Bool
    let rowBodies: [BodyName]
    let rowRoute: String
    let rowProposal: String?
    let rowParticipation: String?
    let rowStates: [StateName]
    let rowNotes: [Note]
    let rowSince: String
    let rowClock: String
    let rowBar: Bar?
    let rowClockNotes: [String]
    /// The date, in parts between which a line may break.
    let rowDue: [String]
    let rowDueMark: String?
    let rowOverdue: String?
    let rowTurn: String
    let rowTurnName: String?
    let rowTurnTone: String

    init(_ row: StatusRow, page: SubmissionPage, history: [HistoryEntry], texts: CommittedTexts) {
        let labels = page.labels
        rowName =
            row.isOfProduct
            ? labels["page.ofProduct"] : row.isHub ? labels["routes.hub"] : page.names[row.jurisdiction]
        rowCase = row.fullName
        rowIsReplaced = row.replacedBy != nil
        rowBodies = row.authority.enumerated().map { index, body in
            BodyName(bodyID: body.rawValue, bodyName: page.names[body], bodyFollows: index > 0)
        }
        rowRoute = labels.routeName(of: row)
        rowProposal = row.standing == .proposal ? labels["page.proposalNote"] : nil
        rowParticipation = row.participation.map { labels["participation.\($0.rawValue)"] }
        rowStates = row.states.enumerated().map { index, state in
            // Parallel states stand below each other; the first, in document order, carries the colour.
            StateName(
                stateText: labels["states.\(row.procedure).\(state)"],
                stateTone: (index == 0 ? row.level : .plain).rawValue
            )
        }
        rowNotes = RowNotes(labels, texts, history).notes(on: row)
        rowSince = labels.words(for: row.since)
        let clock = ClockText(row, labels)
        rowClock = clock.main
        rowBar = clock.share.map { Bar($0, isRunning: row.clock?.isRunning == true) }
        rowClockNotes = clock.remarks
        let isDue = row.due != nil && !row.isOver
        rowDue =
            row.due.flatMap { isDue ? (labels.words(for: $0) + (row.isDueDoubtful ? "*" : "")).unbroken : nil } ?? [
                "–"
            ]
        rowDueMark = isDue && row.isDueDoubtful ? labels["page.legendUnconfirmed"] : nil
        rowOverdue = isDue && row.isOverdue ? labels["page.overdue"] : nil
        rowTurn = labels.turn(of: row)
        rowTurnName = row.turnBody.map { page.names[$0] }
        rowTurnTone = row.turn == .applicant ? "me" : ""
    }
}

extension StatusRow {
    var level: Level {
        switch approval?.standing {
        case .inForce: return .good
        case .suspended, .withdrawn, .lapsed: return .bad
        case nil: break
        }
        if isOver { return outcome == .refused || outcome == .deemedWithdrawn || outcome == .notFiled ? .bad : .plain }
        if isOverdue { return .bad }
        return turn == .applicant ? .wait : .info
    }
}
