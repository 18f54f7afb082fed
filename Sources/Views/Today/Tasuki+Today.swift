package import Engine
package import Regulation
import Statecharts
import Submissions

extension Tasuki {
    /// What the day brings, over every submission of the workspace.
    ///
    /// It looks as far ahead as `horizon`; what is overdue and what waits without a day is always told. At a past `instant`
    /// it tells what was known then, and suggests no commands.
    package func today(within horizon: Horizon, asOf instant: Instant? = nil) async throws -> TodayReport {
        try await store.read { reader in
            let settings = try reader.settings()
            let moment = try instant ?? self.now(reader)
            let through = horizon.end(from: settings.zone.civilDate(at: moment))
            var items: [TodayItem] = []
            let isEmpty = try self.look(through: through, asOf: instant, reader) { builder, submission, duties in
                items += try builder.items(of: submission, duties)
            }
            let sorted = items.sorted { $0.precedes($1) }
            return TodayReport(
                asOf: moment,
                zone: settings.zone,
                isSimulated: settings.clock != .wall,
                through: through,
                isWorkspaceEmpty: isEmpty,
                mine: sorted.filter { $0.part == .mine },
                others: sorted.filter { $0.part == .others },
                ahead: sorted.filter { $0.part == .ahead }
            )
        }
    }

    /// How many cases wait for the applicant without a duty that tells of it, of which only ``today(within:asOf:)`` tells.
    package func movesWithoutDuty(of product: ProductID?, asOf instant: Instant? = nil) async throws -> Int {
        try await store.read { reader in
            let today = try reader.settings().zone.civilDate(at: try instant ?? self.now(reader))
            var count = 0
            _ = try self.look(through: today, asOf: instant, reader) { builder, submission, duties in
                guard product.map({ $0 == submission.opened.product }) ?? true else { return }
                count += try builder.moves(of: submission, duties)
            }
            return count
        }
    }

    /// Hands each submission with its duties, however far ahead, to `body`; answers whether there was none.
    private func look(
        through last: CivilDate,
        asOf instant: Instant?,
        _ reader: any StoreReader,
        _ body: (TodayBuilder, Submission, [Duty]) throws -> Void
    ) throws -> Bool {
        let settings = try reader.settings()
        let moment = try instant ?? now(reader)
        let everything = Horizon(100, .years) ?? .quarter
        var (position, isEmpty): (SubmissionName?, Bool) = (nil, true)
        while true {
            let names = try reader.submissions(after: position, limit: Self.submissionsAtATime)
            let submissions = try names.compactMap { try known($0, at: instant, reader) }
            let builder = TodayBuilder(
                tasuki: self,
                reader: reader,
                library: try library(asOf: instant, reader),
                moment: moment,
                zone: settings.zone,
                through: last,
                suggests: instant == nil
            )
            let due = try due(in: submissions, within: everything, asOf: instant, reader)
            let duties = Dictionary(grouping: due.items, by: \.submission)
            for submission in submissions { try body(builder, submission, duties[submission.name] ?? []) }
            isEmpty = isEmpty && submissions.isEmpty
            guard names.count == Self.submissionsAtATime else { return isEmpty }
            position = names.last
        }
    }

    private static let submissionsAtATime = 200
}

extension TodayItem {
    package enum Part: String, Hashable, Sendable { case mine, others, ahead }

    /// To whom it is of use.
    package var part: Part {
        guard let duty else { return if case .wait = subject { .others } else { .mine } }
        guard duty.isOwed else { return .ahead }
        // A target is the authority's, whoever has the case at the moment.
        if duty.kind == .target { return .others }
        return switch duty.turn {
        case .applicant: .mine
        case .body, .hub, .others: .others
        case .nobody: .ahead
        }
    }
}

/// Makes the lines of one submission.
private struct TodayBuilder {
    let tasuki: Tasuki
    let reader: any StoreReader
    let library: Library
    let moment: Instant
    let zone: Zone
    /// The last day that the look covers.
    let through: CivilDate
    let suggests: Bool

    /// The lines of a submission with these duties, which are all of it, however far ahead.
    func items(of submission: Submission, _ duties: [Duty]) throws -> [TodayItem] {
        var items: [TodayItem] = []
        var shown = duties.through(through)
        var suggesters: [CaseName: Suggester] = [:]
        for subject in submission.cases {
            let own = duties.filter { $0.name == subject.name && $0.turn == .applicant }
            let isTurn = try isTurn(subject)
            let telling = own.filter { Self.telling.contains($0.kind) }
            // What it is the applicant's move to do is told however far its day is.
            if isTurn, !telling.contains(where: shown.contains) {
                let questions = telling.filter { $0.kind == .question }
                shown += questions.isEmpty ? Array(telling.prefix(1)) : questions
            }
            let isMove = isTurn && telling.isEmpty
            let isAsked = suggests && own.contains(where: shown.contains)
            if isMove || isAsked { suggesters[subject.name] = try suggester(for: subject, in: submission) }
            if isMove, let suggester = suggesters[subject.name] {
                let item = try move(of: subject, in: submission, suggester)
                if !isForHub(item, subject, of: submission, duties) { items.append(item) }
            }
            if !isTurn, let item = try wait(for: subject, in: submission, besides: duties) { items.append(item) }
        }
        return try items
            + shown.map { duty in
                let subject = duty.name.flatMap { submission[$0] }
                let found = suggestion(for: duty, subject.flatMap { suggesters[$0.name] })
                return TodayItem(
                    subject: .duty(duty),
                    asker: duty.kind == .question ? try subject.flatMap(asker) : nil,
                    today: today,
                    suggestion: found.suggestion,
                    blocked: found.blocked
                )
            }
    }

    /// Cases in which it is the applicant's move, and no duty of these tells of it.
    func moves(of submission: Submission, _ duties: [Duty]) throws -> Int {
        try submission.cases.count { subject in
            let isTold = duties.contains { duty in
                duty.name == subject.name && duty.turn == .applicant && Self.telling.contains(duty.kind)
            }
            guard try !isTold && isTurn(subject) else { return false }
            // What can be done is asked only where it may be done through the hub.
            guard submission.isMember(subject), let suggester = try suggester(for: subject, in: submission) else {
                return true
            }
            return !isForHub(try move(of: subject, in: submission, suggester), subject, of: submission, duties)
        }
    }

    private func suggestion(
        for duty: Duty,
        _ suggester: Suggester?
    ) -> (suggestion: Suggestion?, blocked: AvailableAction?) {
        guard suggests, duty.turn == .applicant, duty.isOwed, duty.kind != .target else { return (nil, nil) }
        if duty.kind == .filing { return (Suggestion(filing: duty.submission, for: duty.jurisdiction), nil) }
        return suggester?.suggestion(for: duty) ?? (nil, nil)
    }

    /// Duties that tell by when a move is to be made.
    private static let telling: [Duty.Kind] = [.question, .deadline, .validity, .renewalCloses]

    private func isTurn(_ subject: Case) throws -> Bool {
        guard !subject.isOver, subject.replacedBy == nil, let bound = try library.bound(ifKept: subject.pins) else {
            return false
        }
        let states = bound.procedure.chart.atomicStates(of: subject.configuration)
        return bound.procedure.turns(in: states).contains(.applicant)
    }

    /// Whether what the case waits for is to be answered through the hub, of which the hub's own duties tell.
    private func isForHub(_ item: TodayItem, _ subject: Case, of submission: Submission, _ duties: [Duty]) -> Bool {
        submission.isMember(subject) && item.suggestion == nil
            && duties.contains { $0.name == subject.bundle && $0.turn == .applicant && $0.kind == .question }
    }

    private func suggester(for subject: Case, in submission: Submission) throws -> Suggester? {
        guard let bound = try library.bound(ifKept: subject.pins) else { return nil }
        return Suggester(
            offered: try tasuki.actions(of: subject, in: submission, at: moment, reader),
            subject: subject,
            procedure: bound.procedure,
            yearlyFee: bound.rules.boundRoute?.fees.first { $0.due == .yearly }?.id
        )
    }

    /// What the case waits for, where it is another's move and no duty of theirs tells by when.
    private func wait(
        for subject: Case,
        in submission: Submission,
        besides duties: [Duty]
    ) throws -> TodayItem? {
        guard !subject.isOver, subject.replacedBy == nil else { return nil }
        // That a letter is still to be confirmed says nothing of when the case goes on.
        let isTold = duties.contains { duty in
            duty.name == subject.name && (duty.kind == .target || duty.date != nil && duty.turn != .applicant)
        }
        guard !isTold else { return nil }
        let row = try tasuki.row(subject, of: submission, at: moment, library)
        guard row.turn != .applicant, row.turn != .nobody else { return nil }
        return TodayItem(
            subject: .wait(
                .init(
                    submission: submission.name,
                    name: subject.name,
                    jurisdiction: subject.jurisdiction,
                    product: submission.opened.product,
                    row: row,
                    questions: [],
                    text: nil
                )
            ),
            asker: nil,
            today: today,
            suggestion: nil,
            blocked: nil
        )
    }

    private func move(of subject: Case, in submission: Submission, _ suggester: Suggester) throws -> TodayItem {
        let open = submission.questions.filter { $0.origin == subject.name && $0.status == .issued && $0.due == nil }
        let texts = try reader.texts(open.map(\.text)).mapValues(\.text)
        let words = open.compactMap { texts[$0.text] }.filter { !$0.isEmpty }
        let found = suggester.move(answering: open.map(\.id))
        return TodayItem(
            subject: .move(
                .init(
                    submission: submission.name,
                    name: subject.name,
                    jurisdiction: subject.jurisdiction,
                    product: submission.opened.product,
                    row: suggester.offered.row,
                    questions: open.map(\.id),
                    text: words.isEmpty ? nil : words.joined(separator: " · ")
                )
            ),
            asker: open.isEmpty ? nil : try asker(subject),
            today: today,
            suggestion: suggests ? found.suggestion : nil,
            blocked: suggests ? found.blocked : nil
        )
    }

    /// The body that asks in the case: the hub, or the one that reviews.
    private func asker(_ subject: Case) throws -> BodyID? {
        guard let rules = try library.rules(subject.rules) else { return nil }
        return subject.name == .hub ? rules.hub : rules.body(that: .reviews)?.id
    }

    /// The day of the whole report, so that no line counts from another than its heading.
    private var today: CivilDate { zone.civilDate(at: moment) }
}
