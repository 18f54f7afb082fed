import Engine
import Regulation
import Statecharts
import Submissions

/// Rows that differ in all that lists look at, and what each list must make of them, by plainly going through them.
enum VariedRows {
    static let officer = Actor.Capacity.role("officer", at: "HSA")
    static let codes: [CaseName] = ["MY", "SG", "TH"]
    static let states: [StateID?] = ["asking", "reading", nil, "waiting"]
    /// Who has the move, with those who may make it.
    private static let turns: [(CaseTurn, CaseMovers)] = [
        (.applicant, .applicant), (.body("HSA"), CaseMovers([officer, .role("reader", at: "HSA")])), (.nobody, .none),
        (.body("HSA"), CaseMovers([officer])), (.body("MDA"), CaseMovers([.role("officer", at: "MDA")])),
    ]

    private static let bySubmission: [(name: SubmissionName, rows: [CaseRow])] = (0..<18).map { index in
        let name = SubmissionName("s-\(10 + index)")
        return (name, codes.enumerated().map { row($1, of: name, number: 3 * index + $0) })
    }

    private static var all: [CaseRow] { bySubmission.flatMap(\.rows) }

    static func day(_ number: Int) -> CivilDate { CivilDate(dayNumber: 20_000 + number) }

    /// Each property goes round at a pace of its own, so that they meet in all ways.
    private static func row(_ code: CaseName, of name: SubmissionName, number: Int) -> CaseRow {
        let isOver = number % 11 == 7 || number / codes.count == 4
        let isReplaced = number % 13 == 5
        let (turn, movers) = turns[isOver ? 2 : number % turns.count]
        return CaseRow(
            submission: name,
            product: product(of: number / codes.count),
            name: code,
            jurisdiction: JurisdictionCode(code.rawValue),
            route: "reliance",
            isTrack: number % 9 == 4,
            version: 1,
            deadline: isOver || number % 4 == 1 ? nil : day(number * 5 % 9),
            isOver: isOver,
            isReplaced: isReplaced,
            outlook: CaseRow.Outlook(
                procedure: "by-hand",
                state: states[number / 2 % states.count],
                turn: turn,
                movers: movers,
                due: number % 6 == 2 ? nil : day(number * 7 % 10),
                applicantDue: isOver || isReplaced || number % 3 == 1 ? nil : day(number * 3 % 8),
                isDueUnconfirmed: number % 5 == 1,
                isFirstDayUnknown: number % 5 == 2,
                looksOutside: !isOver && number % 8 == 3,
                flagged: number % 7 < 3 ? (number % 2 == 0 ? ["HSA"] : ["HSA", "MDA"]) : number % 7 < 5 ? ["MDA"] : []
            )
        )
    }

    private static func product(of submission: Int) -> ProductID { submission % 3 == 0 ? "p-0" : "p-1" }

    /// Appends the submissions with their rows, not in the order of their names.
    static func append(to store: some SubmissionStore) async throws {
        let entries = bySubmission
        try await store.write { transaction throws in
            for (name, rows) in entries.sorted(by: { $0.rows[0].product > $1.rows[0].product }) {
                let records =
                    [StoreStory.opened(name, product: rows[0].product)]
                    + codes.enumerated().map { StoreStory.caseOpened($0 + 2, $1) }
                guard let after = Submission.replaying(records) else { return }
                try transaction.append(LogAddition(records, from: nil, to: after, rows: rows))
            }
        }
    }

    static func submissions(where isListed: (CaseRow) -> Bool) -> [SubmissionName] {
        bySubmission.filter { $0.rows.contains(where: isListed) }.map(\.name)
    }

    static func list(by order: CaseOrder, where isListed: (CaseRow) -> Bool) -> [CaseRow] {
        all.filter(isListed).sorted { $0.position(by: order) < $1.position(by: order) }
    }

    /// Every combination of what a filter can ask for.
    static var filters: [CaseFilter] {
        var filters: [CaseFilter] = []
        for jurisdiction in [nil, "SG"] as [JurisdictionCode?] {
            for state in [nil, "reading"] as [StateID?] {
                for turn in [nil, .applicant, .nobody, .body("HSA")] as [CaseTurn?] {
                    for through in [nil, day(4)] {
                        filters.append(
                            CaseFilter(jurisdiction: jurisdiction, state: state, turn: turn, dueThrough: through)
                        )
                    }
                }
            }
        }
        return filters
    }
}

extension CaseFilter {
    func admits(_ row: CaseRow) -> Bool {
        if let jurisdiction, jurisdiction != row.jurisdiction { return false }
        if let state, state != row.outlook.state { return false }
        if let turn, turn != row.outlook.turn { return false }
        guard let dueThrough else { return true }
        return row.outlook.due.map { $0 <= dueThrough } ?? false
    }
}
