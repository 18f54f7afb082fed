import Chance
import Engine
import Regulation
import Statecharts
import Submissions
import Views

/// Thinks of the next errand, mostly a sensible one, from what the log says at that moment.
struct ErrandAuthor {
    let run: Run
    private let cast: Cast
    let definitions: SharedDefinitions
    private let rules: Rules
    let number: Int

    init(run: Run, cast: Cast, definitions: SharedDefinitions) {
        self.run = run
        self.cast = cast
        self.definitions = definitions
        rules = Rules(definitions: definitions, pinned: run.disk.pinned)
        number = run.errands.count + 1
    }

    func errand(_ dice: inout Dice) -> Errand {
        if let opened = cast.submissions.first(where: { run.witness.current($0.name) == nil }) {
            // Somebody may be opening it already, and the process may have crashed over it.
            let isSent = run.errands.contains { $0.isOpening(of: opened.name) }
            if dice.chance(isSent ? 10 : 60) { return .open(opened, by: person(.applicant)) }
        }
        let open = cast.submissions.compactMap { run.witness.current($0.name) }
        guard let submission = dice.pick(open) else { return .open(cast.submissions[0], by: person(.applicant)) }
        if !submission.isFiled {
            let isSent = run.errands.contains { $0.isFiling(of: submission.name) }
            if dice.chance(isSent ? 15 : 80) { return filing(of: submission, &dice) }
        }
        if let code = unregistered(in: submission).first, dice.chance(70) {
            return .openTrack("registration", of: code, in: submission.name, by: person(.applicant), key: nil)
        }
        if mayBundle(submission), dice.chance(30), let bundle = bundle(of: submission, &dice) { return bundle }
        switch dice.roll(0...99) {
        case 0..<5 where run.setting.isSimulatedClock: return .advanceClock(later(submission, &dice))
        case 5..<7: return .fireDeadlines
        case 7..<9: return .drain
        case 9..<11: return .look(submission.name)
        case 11..<18: return track(of: submission, &dice)
        case 18..<23: return correction(of: submission, &dice)
        case 23..<27: return reversal(of: submission, &dice)
        case 27..<29: return rebinding(of: submission, &dice)
        case 29..<30: return filing(of: submission, &dice)
        case 30..<33: return amendment(of: submission, &dice)
        case 33..<34: return .open(submission.opened, by: person(.applicant))
        case 34..<38: return answer(in: submission, &dice)
        default: return action(in: submission, &dice)
        }
    }

    func person(_ capacity: Actor.Capacity) -> Actor {
        Actor(person: PersonID("p\(number)"), capacity: capacity)
    }

    private func filing(of submission: Submission, _ dice: inout Dice) -> Errand {
        var entries = (try? Cast.entries(of: submission.opened, definitions)) ?? []
        if dice.chance(5) { entries = Array(entries.dropFirst(3)) }
        let revision = (try? run.world.vault.put(Array("dossier of \(submission.name)".utf8))) ?? "none"
        return .file(
            submission.name,
            revision: revision,
            entries,
            for: dice.chance(60) ? [] : submission.opened.targets.map(\.jurisdiction).filter { _ in dice.chance(50) },
            by: person(dice.chance(95) ? .applicant : .role("officer", at: "HSA")),
            expecting: dice.chance(30) ? submission.version : nil
        )
    }

    /// A holder more or less, another target, a class that is not stated any more, or the next version.
    private func amendment(of submission: Submission, _ dice: inout Dice) -> Errand {
        let old = submission.opened
        var (holders, targets, version) = (old.holders, old.targets, old.productVersion)
        var classes = old.classes
        switch dice.roll(0...4) {
        case 0: if !holders.isEmpty { holders.removeLast() }
        case 1: holders = (holders + targets.map(\.jurisdiction)).uniqued()
        case 2:
            let codes = ((try? definitions.jurisdictions()) ?? []).filter { rules in
                !targets.contains { $0.jurisdiction == rules.code }
            }
            if let rules = dice.pick(codes), let route = rules.routes.first?.name {
                targets.append(.init(jurisdiction: rules.code, route: route, participation: nil))
            }
        case 3: if let target = dice.pick(targets) { classes[target.jurisdiction] = nil }
        default: version += "1"
        }
        return .amend(
            SubmissionOpened(
                name: old.name,
                product: old.product,
                productVersion: version,
                claims: old.claims,
                applicant: old.applicant,
                holders: holders,
                targets: targets,
                adopted: old.adopted,
                manifest: old.manifest,
                calendars: old.calendars,
                classes: classes,
                traits: old.traits,
                held: old.held,
                conditions: old.conditions
            ),
            by: person(dice.chance(95) ? .applicant : .role("officer", at: "HSA"))
        )
    }

    /// A moment to go on to: often the day after something falls due.
    private func later(_ submission: Submission, _ dice: inout Dice) -> Instant {
        if let due = submission.nextDue, dice.chance(60) {
            let morning = Zone.utc.startOfDay(CivilDate(dayNumber: due.dayNumber + 2))
            if morning > run.now { return morning }
        }
        return run.now.adding(milliseconds: Int64(dice.roll(-1...60)) * 86_400_000)
    }

    private func track(of submission: Submission, _ dice: inout Dice) -> Errand {
        let held = submission.approvals.map(\.jurisdiction)
        let codes = (submission.opened.targets.map(\.jurisdiction) + held).uniqued()
        if let bundle = bundle(of: submission, &dice) { return bundle }
        let code = dice.pick(codes) ?? "SG"
        let tracks = (try? definitions.jurisdiction(code)).flatMap { $0 }?.tracks.map(\.name).uniqued() ?? []
        let track = dice.chance(60) && tracks.contains("registration") ? "registration" : dice.pick(tracks)
        return .openTrack(
            dice.chance(97) ? track ?? "registration" : "no-such-track",
            of: code,
            in: submission.name,
            by: person(.applicant),
            key: dice.chance(70) ? "k\(number)" : nil
        )
    }

    // MARK: - Going back

    /// What people recorded in the events that are durable, by number, as corrections left it.
    private func recordings(of submission: Submission) -> [Int: Recording] {
        run.disk.events(of: submission.name).reduce(into: [:]) { found, event in
            found[event.record.number] = submission.recording(event.record)
        }
    }

    private func correction(of submission: Submission, _ dice: inout Dice) -> Errand {
        if dice.chance(12), let errand = reclassing(submission, &dice) { return errand }
        let recordings = recordings(of: submission)
        guard let event = dice.pick(recordings.keys.sorted()), let recording = recordings[event],
            let subject = submission[recording.name], let bound = rules.jurisdiction(subject.rules),
            let rule = rules.procedure(subject.procedure)?.action(recording.action)
        else { return action(in: submission, &dice) }
        let today = bound.zone.civilDate(at: run.now)
        let author = PayloadAuthor(submission: submission, subject: subject, rules: bound, today: today)
        let correctable = rule.fields.filter { [.text, .code, .date, .conditions].contains($0.kind) }
        let field = dice.chance(90) ? dice.pick(correctable) : dice.pick(rule.fields)
        let date = field == nil || dice.chance(20) ? CivilDate(dayNumber: today.dayNumber - dice.roll(0...9)) : nil
        return .correct(
            CorrectionRequest(
                submission: submission.name,
                event: event,
                actor: person(capacities(of: rule, bound).first ?? .applicant),
                fields: field.map { [$0.name.rawValue: author.value(of: $0, &dice)] } ?? [:],
                date: date.map { dice.chance(80) ? .day($0) : .roughly($0, &dice) },
                reason: "A slip of the pen.",
                expectedVersion: dice.chance(20) ? subject.version : nil
            )
        )
    }

    private func reversal(of submission: Submission, _ dice: inout Dice) -> Errand {
        let recordings = recordings(of: submission)
        let numbers = recordings.keys.sorted()
        // What was done last is what nobody went on from.
        guard let event = dice.pick(dice.chance(80) ? Array(numbers.suffix(4)) : numbers),
            let recording = recordings[event]
        else { return action(in: submission, &dice) }
        let recorder = Actor(person: recording.recordedBy, capacity: .applicant)
        return .reverse(event, in: submission.name, by: dice.chance(90) ? recorder : person(.applicant))
    }

    /// What a body says of a letter, or what somebody else says for it.
    private func answer(in submission: Submission, _ dice: inout Dice) -> Errand {
        let letters = submission.cases.flatMap { submission.transcriptions(of: $0) }
        let waiting = submission.cases.flatMap { submission.lettersToConfirm(of: $0) }
        guard let letter = dice.pick(dice.chance(70) && !waiting.isEmpty ? waiting : letters) else {
            return action(in: submission, &dice)
        }
        return .answerLetter(
            letter.event,
            disputed: dice.chance(40),
            in: submission.name,
            by: person(dice.chance(90) ? letter.sender : .applicant)
        )
    }

    private func rebinding(of submission: Submission, _ dice: inout Dice) -> Errand {
        guard let subject = dice.pick(submission.cases) else { return action(in: submission, &dice) }
        return .rebind(subject.name, in: submission.name, by: person(.applicant))
    }

    // MARK: - Going on

    private func action(in submission: Submission, _ dice: inout Dice) -> Errand {
        let open = submission.cases.filter { !$0.isOver }
        // Mostly where nobody else is at work; else most would come too late.
        let quiet = open.filter { !busyCases.contains("\(submission.name)/\($0.name)") }
        let first = dice.chance(80) && !quiet.isEmpty ? quiet : open
        let ended = submission.cases.filter { $0.isOver && !$0.passed.isEmpty }
        // What is taken up together goes on in several cases, so that it gets to its filing.
        let together = first.filter { subject in
            subject.isTrack && (submission.isHub(subject.name) || subject.bundle != nil)
                && goesOn(subject, in: submission)
        }
        let hubs = together.filter { submission.isHub($0.name) }
        let joint = !hubs.isEmpty && dice.chance(40) ? hubs : together
        let wanted = !joint.isEmpty && dice.chance(80) ? joint : first
        let picked = !ended.isEmpty && dice.chance(10) ? ended : wanted
        guard let subject = dice.pick(dice.chance(97) && !picked.isEmpty ? picked : submission.cases),
            let bound = rules.bound(subject)
        else { return .look(submission.name) }
        let (procedure, jurisdiction) = (bound.procedure, bound.rules)
        let today = jurisdiction.zone.civilDate(at: run.now)
        let offers = submission.offers(
            of: subject,
            bound,
            register: register(beside: submission),
            on: .day(today)
        )
        // What only keeps books is always on offer; it must not crowd out what moves the case.
        let moving = offers.filter { offer in
            let name = offer.rule.name.rawValue
            return offer.unmet.isEmpty && !name.hasSuffix("Fee") && !name.hasSuffix("Commitment")
        }
        let willing = dice.chance(85) && !moving.isEmpty ? moving.map(\.rule) : offers.map(\.rule)
        var chosen = dice.chance(97) && !willing.isEmpty ? dice.pick(willing) : dice.pick(procedure.actions)
        // What ends a case is mostly thought over; and what is taken up together, even more.
        if let rule = chosen, Self.endings.contains(rule.name), dice.chance(75) { chosen = dice.pick(willing) }
        let isTogether = together.contains { $0.name == subject.name }
        if isTogether, let rule = chosen, Self.endings.contains(rule.name), dice.chance(90) {
            chosen = dice.pick(moving.map(\.rule).filter { !Self.endings.contains($0.name) }) ?? chosen
        }
        // And it is brought to its end now and then, for which all have to do their part.
        if isTogether, let next = moving.first(where: { Self.goingOn.contains($0.rule.name) }), dice.chance(40) {
            chosen = next.rule
        }
        let late = late(subject, procedure, &dice)
        guard let rule = late?.rule ?? chosen else { return .look(submission.name) }
        let author = PayloadAuthor(submission: submission, subject: subject, rules: jurisdiction, today: today)
        let capacity = dice.pick(capacities(of: rule, jurisdiction)) ?? .applicant
        // Some of what bodies do comes by letter.
        let typist: Actor.Capacity = dice.chance(15) ? .applicant : capacity
        let actor = person(dice.chance(97) ? typist : .role("officer", at: "PMDA"))
        let wantsDocument =
            rule.documents == .required || rule.documents == .optional && dice.chance(30)
            || actor.capacity == .applicant && capacity != .applicant
        return .act(
            ActionRequest(
                submission: submission.name,
                name: subject.name,
                action: dice.chance(99) ? rule.name : "noSuchAction",
                actor: actor,
                occurredOn: late.map { .day($0.day) } ?? day(today, subject.openedOn.latest, &dice),
                fields: author.fields(of: rule, &dice),
                documents: wantsDocument && dice.chance(97) ? [document()] : [],
                expected: version(of: subject, &dice).map(VersionCondition.init),
                key: key(&dice)
            )
        )
    }

    /// Whether something can be done in the case that does not end it.
    private func goesOn(_ subject: Case, in submission: Submission) -> Bool {
        guard let bound = rules.bound(subject) else { return false }
        let today = bound.rules.zone.civilDate(at: run.now)
        let offers = submission.offers(of: subject, bound, register: register(beside: submission), on: .day(today))
        return offers.contains { offer in
            let name = offer.rule.name
            return offer.unmet.isEmpty && !Self.endings.contains(name) && !name.rawValue.hasSuffix("Fee")
        }
    }

    /// What a deadline asked for that has passed, done in time and typed in only now.
    private func late(
        _ subject: Case,
        _ procedure: Procedure,
        _ dice: inout Dice
    ) -> (rule: ActionRule, day: CivilDate)? {
        guard let passed = subject.passed.last, dice.chance(30) else { return nil }
        let asked = procedure.actions.filter { rule in
            procedure.chart.transitions.contains { transition in
                transition.source == passed.state
                    && transition.event?.matches(EventName(rawValue: rule.name.rawValue)) == true
            }
        }
        return dice.pick(asked).map { ($0, CivilDate(dayNumber: passed.due.dayNumber - dice.roll(0...2))) }
    }

    private static let goingOn: Set<ActionName> = [
        "file", "acceptBundle", "closeJointReview", "accept", "approve", "renew",
    ]
    private static let endings: Set<ActionName> = [
        "withdraw", "refuse", "refuseToFile", "failAssessment", "surrender", "cancel", "leave", "withdrawApproval",
    ]

    /// Cases on which somebody's action is under way.
    private var busyCases: Set<String> {
        Set(
            run.clients.compactMap { client in
                guard let current = client.current, case .act(let request) = run.errands[current.errand] else {
                    return nil
                }
                return "\(request.submission)/\(request.name)"
            }
        )
    }

    private func capacities(of rule: ActionRule, _ bound: Jurisdiction) -> [Actor.Capacity] {
        rule.performers.flatMap { $0.capacities(in: bound, hub: rules.hub?.hub) }
    }

    private func register(beside submission: Submission) -> [Approval] {
        run.disk.rows.keys.sorted().filter { $0 != submission.name }.flatMap { run.disk.rows[$0]?.approvals ?? [] }
    }

    private func day(_ today: CivilDate, _ opened: CivilDate, _ dice: inout Dice) -> PartialDate? {
        switch dice.roll(0...29) {
        case 0...3:
            .day(max(CivilDate(dayNumber: today.dayNumber - dice.roll(1...30)), dice.chance(90) ? opened : .earliest))
        case 4: .day(CivilDate(dayNumber: today.dayNumber + dice.roll(1...3)))
        case 5: .month(year: today.year, month: today.month)
        case 6: .roughly(CivilDate(dayNumber: today.dayNumber - dice.roll(0...9)), &dice)
        default: nil
        }
    }

    private func version(of subject: Case, _ dice: inout Dice) -> Int? {
        switch dice.roll(0...29) {
        case 0...8: subject.version
        case 9: max(0, subject.version - 1)
        default: nil
        }
    }

    /// Mostly a key of its own: most clients are careful.
    private func key(_ dice: inout Dice) -> String? {
        dice.chance(75) ? "k\(number)" : nil
    }

    private func document() -> IncomingDocument {
        let bytes = Array("letter".utf8)
        let digest = (try? run.world.vault.put(bytes)) ?? "none"
        return IncomingDocument(digest: digest, name: "letter.txt", mediaType: "text/plain", size: bytes.count)
    }
}

extension Submission {
    /// When the next deadline that may fire falls due.
    var nextDue: CivilDate? {
        cases.filter { !$0.isOver }.flatMap(\.deadlines.values).filter { $0.confidence == .confirmed }.map(\.due).min()
    }
}

extension Errand {
    fileprivate func isOpening(of name: SubmissionName) -> Bool {
        if case .open(let opened, _) = self { opened.name == name } else { false }
    }

    fileprivate func isFiling(of name: SubmissionName) -> Bool {
        if case .file(let filed, _, _, _, _, _) = self { filed == name } else { false }
    }
}
