import CanonicalJSON
public import Regulation
public import Submissions

/// The use cases of one workspace: what both doors, the terminal and HTTP, call.
public struct Tasuki: Sendable {
    public let store: any SubmissionStore
    public let world: World
    package let pins: PinCache
    let sweeps: Sweeps
    let recents: RecentBases

    public init(store: any SubmissionStore, world: World) {
        self.store = store
        self.world = world
        pins = PinCache()
        sweeps = Sweeps()
        recents = RecentBases()
    }

    /// The same workspace with its wall clock standing still.
    init(_ running: Tasuki, at moment: Instant) {
        store = running.store
        world = running.world.standing(at: moment)
        pins = running.pins
        sweeps = running.sweeps
        recents = running.recents
    }

    /// The workspace's now: its own clock, and never before what was recorded last.
    package func now(_ reader: any StoreReader) throws -> Instant {
        let now: Instant
        switch try reader.settings().clock {
        case .wall: now = world.wallClock()
        case .simulated(let simulated): now = simulated
        }
        return max(now, try reader.lastRecordedAt() ?? now)
    }

    // MARK: - Commands

    /// Opens a submission of one product version.
    public func open(_ opened: SubmissionOpened, by actor: Actor) async throws -> Acceptance {
        try await store.write { transaction in
            try self.run(.open(opened), on: opened.name, by: actor, in: transaction)
        }
    }

    /// Files the dossier for every target.
    public func file(
        _ name: SubmissionName,
        revision: DocumentDigest,
        entries: [DossierEntry],
        by actor: Actor,
        on date: PartialDate? = nil,
        expecting version: Int? = nil
    ) async throws -> Acceptance {
        return try await writing { transaction in
            try ActorCheck.check(actor)
            return try self.accepting(.refusal(name, "file", actor), in: transaction) { transaction in
                if try transaction.submission(name) != nil { try self.fireDue(on: name, in: transaction) }
                return try self.run(
                    .file(revision: revision, entries: entries),
                    on: name,
                    by: actor,
                    at: date,
                    expecting: version,
                    in: transaction
                )
            }
        }
    }

    /// Corrects what an earlier event recorded; the event itself stays as it is.
    public func correct(_ request: CorrectionRequest) async throws -> Acceptance {
        let salted = world.randomBytes
        return try await writing { transaction in
            try ActorCheck.check(request.actor)
            let refused = RefusedAttempt.refusal(request.submission, "correct/\(request.event)", request.actor)
            return try self.accepting(refused, in: transaction) { transaction in
                try self.fireDue(on: request.submission, in: transaction)
                let submission = try self.loaded(request.submission, in: transaction)
                guard let record = try transaction.event(request.event, of: request.submission),
                    let recording = submission.recording(record)
                else { throw Refusal.noSuchEvent(request.event) }
                let shelf = Shelf(transaction, self.world, self.pins)
                let rule = try self.rule(recording.action, of: recording.name, in: submission, shelf)
                var reader = PayloadReader(rule: rule, randomBytes: salted)
                let fields = try reader.values(request.fields)
                let reason = reader.commit(request.reason)
                let acceptance = try self.run(
                    .correct(event: request.event, fields: fields, date: request.date, reason: reason),
                    on: request.submission,
                    by: request.actor,
                    expecting: request.expectedVersion,
                    for: recording.name,
                    in: transaction
                )
                try transaction.keep(reader.texts)
                return acceptance
            }
        }
    }

    /// Takes back a mistaken action; only who recorded it may, and only while nothing has built on it.
    public func reverse(
        _ event: Int,
        in submission: SubmissionName,
        by actor: Actor,
        reason: String
    ) async throws -> Acceptance {
        let salted = world.randomBytes
        return try await writing { transaction in
            try ActorCheck.check(actor)
            let refused = RefusedAttempt.refusal(submission, "reverse/\(event)", actor)
            return try self.accepting(refused, in: transaction) { transaction in
                try self.fireDue(on: submission, in: transaction)
                var commitments = TextCommitter(randomBytes: salted)
                let folded = try self.loaded(submission, in: transaction)
                let name = try transaction.event(event, of: submission).flatMap(folded.recording)?.name
                let acceptance = try self.run(
                    .reverse(event: event, reason: commitments.commit(reason)),
                    on: submission,
                    by: actor,
                    for: name,
                    in: transaction
                )
                try transaction.keep(commitments.texts)
                return acceptance
            }
        }
    }

    /// Binds a case to the rules that are configured now for its opening day, because those it was bound to were wrong.
    public func rebind(
        _ name: CaseName,
        in submission: SubmissionName,
        by actor: Actor,
        reason: String
    ) async throws -> Acceptance {
        let salted = world.randomBytes
        return try await writing { transaction in
            try ActorCheck.check(actor)
            let refused = RefusedAttempt.refusal(submission, "\(name)/rebind", actor)
            return try self.accepting(refused, in: transaction) { transaction in
                try self.fireDue(on: submission, in: transaction)
                let folded = try self.loaded(submission, in: transaction)
                guard let subject = folded[name] else {
                    throw Refusal.noSuchCase(name, known: folded.cases.map(\.name))
                }
                let date = subject.openedOn.latest
                guard
                    let text = try self.world.definitions.canonicalRules(
                        of: subject.jurisdiction,
                        route: subject.route,
                        on: date,
                        for: folded.opened.classes[subject.jurisdiction]
                    )
                else { throw Refusal.noRoute(subject.jurisdiction, subject.route, on: date) }
                let pin = Shelf.pin(of: text)
                try transaction.pin(text, as: pin)
                var commitments = TextCommitter(randomBytes: salted)
                let reason = commitments.commit(reason)
                let acceptance = try self.run(
                    .rebind(name, to: pin, reason: reason),
                    on: submission,
                    by: actor,
                    for: name,
                    in: transaction
                )
                try transaction.keep(commitments.texts)
                return acceptance
            }
        }
    }

    // MARK: - One command inside a transaction

    package func loaded(_ name: SubmissionName, in reader: any StoreReader) throws -> Submission {
        guard let submission = try reader.submission(name) else {
            throw EngineError.noSuchSubmission(name, known: try reader.submissions(after: nil, limit: 50))
        }
        return submission
    }

    /// Fires what is due before anything else may happen; it stays fired even if the command is then refused.
    func fireDue(on name: SubmissionName, in transaction: any StoreTransaction) throws {
        guard let submission = try transaction.submission(name) else { return }
        let shelf = Shelf(transaction, world, pins)
        guard try mayMove(submission, at: try now(transaction), shelf) else { return }
        try run(.fireDeadlines, on: name, by: .deadline, in: transaction)
    }

    /// What the case's procedure says of the action.
    func rule(
        _ action: ActionName,
        of name: CaseName,
        in submission: Submission,
        _ shelf: Shelf
    ) throws -> ActionRule {
        guard let subject = submission[name] else {
            throw Refusal.noSuchCase(name, known: submission.cases.map(\.name))
        }
        guard let procedure = shelf.procedure(subject.procedure) else {
            try shelf.check()
            throw Refusal.noRules(subject.procedure)
        }
        guard let rule = procedure.action(action) else {
            throw Refusal.noSuchAction(action, known: procedure.actions.map(\.name))
        }
        return rule
    }
}

extension Submission {
    package var hasOpenCases: Bool { cases.contains { !$0.isOver } }
}
