import CanonicalJSON
import Engine
import Regulation
import Submissions
import TransparencyLog

/// The writer's transaction, shared by the bodies of one batch; each body runs in a savepoint of its own.
///
/// As in the real store, what a body does to folded submissions is staged, and published to the bodies after it only
/// when its savepoint is released.
final class SimulatedTransaction: StoreTransaction, DurableReading {
    private(set) var state: DurableState
    /// What may be kept once the transaction has committed.
    private(set) var memory: WriterMemory
    private var stagedFolds: [SubmissionName: Submission] = [:]
    /// A write that failed half way: whatever the body makes of the error, its savepoint is rolled back.
    private var failure: (any Error)?
    private let firstSize: Int
    private let plant: Plant?
    /// Dependencies that only memory knows, where that defect is planted.
    private(set) var unsaved: [Dependency]
    /// Writes until the disk is full; `nil` while it has room.
    var room: Int?

    init(_ state: DurableState, memory: WriterMemory, unsaved: [Dependency], plant: Plant?) {
        self.state = state
        self.memory = memory
        self.unsaved = unsaved
        self.plant = plant
        firstSize = state.leaves.count
    }

    /// Runs one body, which leaves nothing behind where it throws.
    func savepoint<Output>(_ body: (SimulatedTransaction) throws -> Output) throws -> Output {
        let before = state
        stagedFolds = [:]
        failure = nil
        do {
            let output = try body(self)
            if let failure { throw failure }
            if plant != .lostUpdateInBatch { publish() }
            return output
        } catch {
            state = before
            if plant == .staleCacheAfterRefusal { publish() }
            throw error
        }
    }

    /// Stores the head of the tree if leaves were appended, as the last thing before the commit.
    func seal() -> DurableState {
        if state.leaves.count > firstSize { state.heads.append(state.frontier.head) }
        state.dataVersion += 1
        memory.dataVersion = state.dataVersion
        if plant == .lostUpdateInBatch { memory.folds = FoldCache(limit: 0) }
        return state
    }

    private func publish() {
        for name in stagedFolds.keys.sorted() {
            if let submission = stagedFolds[name] { memory.folds.keep(submission) }
        }
    }

    private func writing<Output>(_ body: () throws -> Output) throws -> Output {
        do {
            if let left = room {
                guard left > 0 else { throw SimulatedFault.diskFull }
                room = left - 1
            }
            return try body()
        } catch {
            failure = error
            throw error
        }
    }

    // MARK: - Reading what was just written

    func submission(_ name: SubmissionName) throws -> Submission? {
        if let submission = stagedFolds[name] ?? memory.folds[name] { return submission }
        let folded = plant == .lostUpdateInBatch ? foldBeforeBatch(name) : state.fold(name)
        if let folded { stagedFolds[name] = folded }
        return folded
    }

    private func foldBeforeBatch(_ name: SubmissionName) -> Submission? {
        state.events(of: name).filter { $0.position < firstSize }.map(\.record).reduce(nil, Submission.evolve)
    }

    func keptSubmissions(_ name: SubmissionName) throws -> [Submission] { [] }

    func lastRecordedAt() throws -> Instant? { state.lastRecordedAt }

    func head() throws -> TreeHead { state.frontier.head }

    // MARK: - The log

    func append(_ decided: LogAddition) throws {
        let name = decided.after.name
        let addition = try plant?.tampering(decided, over: submission(name), state.rows[name]) ?? decided
        let after = addition.after
        guard let first = addition.leaves.first?.record, let last = addition.leaves.last?.record else { return }
        try writing {
            for leaf in addition.leaves {
                try insert(leaf.bytes, leaf.hash, leaf.record, of: after.name, at: leaf.record.recordedAt)
            }
            let before = state.rows[after.name]
            let rows = addition.rows.filter { row in
                plant != .rowOfItsCaseAlone
                    || !(before?.cases.contains { $0.name == row.name && $0.version == row.version } ?? false)
            }
            state.rows[after.name] = DurableState.Row(after, changing: rows, after: before)
            state.passages.append(.init(submission: after.name, numbers: first.number...last.number))
        }
        stagedFolds[after.name] = after
    }

    func appendRefusal(_ leaf: JSONValue, of name: SubmissionName, at instant: Instant) throws {
        let bytes = leaf.canonicalBytes()
        try writing { try insert(bytes, MerkleHash.leaf(bytes), nil, of: name, at: instant) }
    }

    private func insert(
        _ bytes: [UInt8],
        _ hash: Digest,
        _ record: EventRecord?,
        of name: SubmissionName,
        at instant: Instant
    ) throws {
        let number = record?.number
        if let number, plant != .lostUpdateInBatch {
            let next = (state.positions[name]?.count ?? 0) + 1
            guard number == next else { throw SimulatedFault.constraint("\(name) has \(number) where \(next) is due") }
        }
        guard state.lastRecordedAt.map({ $0 <= instant }) ?? true else {
            throw SimulatedFault.constraint("a leaf is recorded before the one before it")
        }
        let position = state.leaves.count
        state.leaves.append(
            StoredLeaf(position: position, submission: name, number: number, bytes: bytes, hash: hash)
        )
        state.records.append(record)
        if number != nil { state.positions[name, default: []].append(position) }
        state.frontier.append(hash)
        state.lastRecordedAt = instant
    }

    // MARK: - Beside the log

    func keep(_ texts: [CommittedText]) throws {
        try writing {
            for text in texts where state.texts[text.commitment] == nil { state.texts[text.commitment] = text }
        }
    }

    func pin(_ body: String, as pin: Pin) throws {
        try writing { if state.pinned[pin] == nil { state.pinned[pin] = body } }
    }

    func keep(_ answer: KeptAnswer, to key: IdempotencyKey) throws {
        guard plant != .duplicateOnRetry else { return }
        try writing {
            guard state.answers[key] == nil else { throw SimulatedFault.constraint("a key is kept twice") }
            state.answers[key] = answer
        }
    }

    func enqueue(_ dependency: Dependency) throws {
        if plant == .dependencyLostOnCrash { return unsaved.append(dependency) }
        try writing {
            // Once for each cause and target, even after it was carried out.
            let isKnown = state.queue.contains { queued in
                queued.dependency.target == dependency.target && queued.dependency.cause == dependency.cause
            }
            if !isKnown { state.queue.append(.init(dependency: dependency)) }
        }
    }

    func dependencies(limit: Int) throws -> [Dependency] {
        if plant == .dependencyLostOnCrash { return Array(unsaved.prefix(max(0, limit))) }
        return Array(state.queue.lazy.filter { !$0.isDone }.map(\.dependency).prefix(max(0, limit)))
    }

    func finish(_ dependency: Dependency) throws {
        if plant == .dependencyLostOnCrash { return unsaved.removeAll { $0 == dependency } }
        try writing {
            for index in state.queue.indices
            where state.queue[index].dependency.target == dependency.target
                && state.queue[index].dependency.cause == dependency.cause
            {
                state.queue[index].isDone = true
            }
        }
    }

    func setSimulatedNow(_ instant: Instant) throws {
        try writing {
            guard case .simulated(let now) = state.settings.clock else { throw EngineError.clockIsWall }
            guard instant >= now else { throw EngineError.clockBackwards(now: now, asked: instant) }
            state.settings = WorkspaceSettings(clock: .simulated(now: instant), zone: state.settings.zone)
        }
    }
}
