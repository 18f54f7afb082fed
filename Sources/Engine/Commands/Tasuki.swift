public import Regulation
public import Submissions
import TransparencyLog

/// The use cases of one workspace: what both doors, the terminal and HTTP, call.
public struct Tasuki: Sendable {
    public let store: any SubmissionStore
    public let world: World
    let pins = PinCache()
    let sweeps = Sweeps()

    public init(store: any SubmissionStore, world: World) {
        self.store = store
        self.world = world
    }

    /// The workspace's now: its own clock, and never before what was recorded last.
    func now(_ reader: any StoreReader) throws -> Instant {
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

    /// Carries out one action of a person on a case, after every deadline that is due.
    ///
    /// - Throws: `Refusal`, recorded as a leaf of its own; ``EngineError`` for a malformed request, not recorded.
    public func act(_ request: ActionRequest) async throws -> Acceptance {
        let salted = world.randomBytes
        // What needs no transaction is done before the writer's time is taken.
        try ActorCheck.check(request.actor)
        let key = request.idempotencyKey
        let digest = key.map { _ in request.digest }
        return try await writing { transaction in
            if let key, let kept = try transaction.answer(to: key) {
                guard kept.request == digest else { throw EngineError.keyReused(key.key) }
                return Result<Acceptance, Refusal>.success(kept.acceptance)
            }
            let refused = RefusedAttempt.refusal(request.submission, "\(request.name)/\(request.action)", request.actor)
            return try self.accepting(refused, in: transaction) { transaction in
                let name = request.submission
                try self.fireDue(on: name, in: transaction)
                let rule = try self.rule(of: request, in: transaction)
                var reader = PayloadReader(rule: rule, randomBytes: salted)
                let payload = try reader.payload(request.fields, request.documents)
                let revision = try self.revision(of: request)
                let acceptance = try self.run(
                    .act(request.name, request.action, payload, revision: revision),
                    on: name,
                    by: request.actor,
                    at: request.occurredOn,
                    expecting: request.expectedVersion,
                    for: request.name,
                    in: transaction
                )
                try transaction.keep(reader.texts)
                if let key, let digest {
                    try transaction.keep(KeptAnswer(request: digest, acceptance: acceptance), to: key)
                }
                return acceptance
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
                let rule = try self.rule(recording.action, of: recording.name, in: submission, transaction)
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

    func loaded(_ name: SubmissionName, in reader: any StoreReader) throws -> Submission {
        guard let submission = try reader.submission(name) else {
            throw EngineError.noSuchSubmission(name, known: try reader.submissions(after: nil, limit: 50))
        }
        return submission
    }

    @discardableResult
    func run(
        _ command: Command,
        on name: SubmissionName,
        by actor: Actor,
        at date: PartialDate? = nil,
        expecting version: Int? = nil,
        for subject: CaseName? = nil,
        in transaction: any StoreTransaction
    ) throws -> Acceptance {
        try ActorCheck.check(actor)
        let submission = try transaction.submission(name)
        if submission == nil {
            guard case .open = command else {
                throw EngineError.noSuchSubmission(name, known: try transaction.submissions(after: nil, limit: 50))
            }
        }
        let shelf = Shelf(transaction, world, pins)
        let product: ProductID? =
            if case .open(let opened) = command { opened.product } else { submission?.opened.product }
        let approvals = try product.map { try transaction.approvals(of: $0, except: name) } ?? []
        let context = DecisionContext(
            name: name,
            actor: actor,
            now: try now(transaction),
            occurredOn: date,
            expectedVersion: version,
            rulebook: shelf.rulebook,
            approvals: approvals,
            recording: { number in shelf.event(number, of: name) }
        )
        let records: [EventRecord]
        do {
            records = try Submission.decide(command, given: submission, in: context)
        } catch {
            // A look-up that failed makes the core refuse for want of rules: the fault behind it is the truth.
            try shelf.check()
            throw error
        }
        try shelf.check()
        try shelf.keepFresh(in: transaction)
        guard let first = records.first, let last = records.last else {
            let version = submission?.version ?? 0
            return Acceptance(submission: name, name: subject, version: version, events: version...version)
        }
        let after = try transaction.append(records, to: name) { before, after in
            try self.changedRows(from: before, to: after, at: context.now, shelf)
        }
        try enqueueDependencies(before: submission, after: after, in: transaction)
        let newVersion = subject.flatMap { after[$0]?.version } ?? last.number
        return Acceptance(submission: name, name: subject, version: newVersion, events: first.number...last.number)
    }

    /// Fires what is due before anything else may happen; it stays fired even if the command is then refused.
    func fireDue(on name: SubmissionName, in transaction: any StoreTransaction) throws {
        guard let submission = try transaction.submission(name) else { return }
        guard try mayMove(submission, transaction) else { return }
        try run(.fireDeadlines, on: name, by: .deadline, in: transaction)
    }

    private func rule(of request: ActionRequest, in transaction: any StoreTransaction) throws -> ActionRule {
        let submission = try loaded(request.submission, in: transaction)
        return try rule(request.action, of: request.name, in: submission, transaction)
    }

    private func rule(
        _ action: ActionName,
        of name: CaseName,
        in submission: Submission,
        _ reader: any StoreReader
    ) throws -> ActionRule {
        guard let subject = submission[name] else {
            throw Refusal.noSuchCase(name, known: submission.cases.map(\.name))
        }
        let shelf = Shelf(reader, world, pins)
        guard let procedure = shelf.procedure(subject.procedure) else {
            try shelf.check()
            throw Refusal.noRules(subject.procedure)
        }
        guard let rule = procedure.action(action) else {
            throw Refusal.noSuchAction(action, known: procedure.actions.map(\.name))
        }
        return rule
    }

    /// The list of the documents that came with an action, frozen as a document of its own.
    private func revision(of request: ActionRequest) throws -> DocumentDigest? {
        guard !request.documents.isEmpty else { return nil }
        let documents = request.documents.map { document -> JSONValue in
            .object([
                "digest": .string(document.digest.rawValue), "name": .string(document.name),
                "mediaType": .string(document.mediaType), "size": .integer(Int64(document.size)),
            ])
        }
        let list = JSONValue.object([
            "documents": .array(documents), "filedWith": .string("\(request.name)/\(request.action)"),
        ])
        return try world.vault.put(list.canonicalBytes())
    }
}

extension Submission {
    var hasOpenCases: Bool { cases.contains { !$0.isOver } }
}
