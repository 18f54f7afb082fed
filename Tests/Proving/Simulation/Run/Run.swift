import Engine
import Regulation
import Submissions

/// One run: the engine's own code over the store double, moved one step at a time by a single thread.
final class Run {
    struct Process {
        var store: SimulatedStore
        var tasuki: Tasuki
        var armed: Fate?
    }

    struct Client {
        let executor = ClientExecutor()
        var current: (errand: Int, process: Int, store: SimulatedStore)?
    }

    static let processCount = 2
    static let clientCount = 4

    let setting: Story
    let plant: Plant?
    let world: SimulatedWorld
    private(set) var errands: [Errand] = []
    private(set) var disk: DurableState
    var processes: [Process] = []
    var clients: [Client] = []
    var batch: OpenBatch?
    private(set) var witness: Witness
    private(set) var tally = Tally()
    /// Errands that had no clear answer, or none but that it is busy, and that may be sent again.
    private(set) var owed: [Int] = []
    /// What clients heard, in order.
    private(set) var heard: [String] = []
    private let mailbox = Mailbox()

    init(_ setting: Story, begins: Instant, definitions: SharedDefinitions, plant: Plant?) {
        self.setting = setting
        self.plant = plant
        world = SimulatedWorld(seed: setting.seed, begins: begins, definitions: definitions)
        let clock: WorkspaceSettings.Clock = setting.isSimulatedClock ? .simulated(now: begins) : .wall
        disk = DurableState(settings: WorkspaceSettings(clock: clock, zone: .utc))
        witness = Witness(definitions: definitions)
        clients = (0..<Self.clientCount).map { _ in Client() }
        processes = (0..<Self.processCount).map { _ in newProcess() }
        errands = setting.errands
    }

    /// What the workspace's clock says.
    var now: Instant {
        if case .simulated(let now) = disk.settings.clock { now } else { world.now }
    }

    func add(_ errand: Errand) -> Int {
        errands.append(errand)
        return errands.count - 1
    }

    func newProcess() -> Process {
        let store = SimulatedStore(limit: setting.limit, foldLimit: setting.foldLimit)
        return Process(store: store, tasuki: Tasuki(store: store, world: world.world))
    }

    // MARK: - Steps

    /// - Returns: false where the move had nothing to move.
    func apply(_ move: Move) throws(Violation) -> Bool {
        tally.steps += 1
        switch move {
        case .send(let client, let errand, let process): return send(errand, by: client, to: process)
        case .proceed(let client): return try proceed(client)
        case .serve(let client): return try serve(client)
        case .take(let process, let count): return try take(count, of: process)
        case .finish(let process): return try finish(process)
        case .arm(let process, let fate):
            processes[process].armed = fate
            return true
        case .lockedOut(let process): return lockOut(process)
        case .crash(let process):
            count("crash at rest or while writing")
            try crash(process)
            return true
        case .tick(let minutes):
            guard !setting.isSimulatedClock else { return false }
            if minutes < 0 { count("clock set back") }
            world.tick(Int64(minutes) * 60_000)
            return true
        case .settle:
            try settle()
            return true
        }
    }

    private func send(_ errand: Int, by client: Int, to process: Int) -> Bool {
        guard clients[client].current == nil, errands.indices.contains(errand) else { return false }
        tally.commands += 1
        owed.removeAll { $0 == errand }
        clients[client].current = (errand, process, processes[process].store)
        witness.sent(errand, errands[errand], disk)
        let (request, tasuki, mailbox) = (errands[errand], processes[process].tasuki, mailbox)
        Task(executorPreference: clients[client].executor) {
            let outcome = await Caller.$client.withValue(client) { await request.run(tasuki) }
            mailbox.put(outcome, for: client)
        }
        return true
    }

    func proceed(_ client: Int) throws(Violation) -> Bool {
        guard clients[client].executor.isReady else { return false }
        clients[client].executor.proceed()
        guard let outcome = mailbox.take(for: client),
            let (errand, process, store) = clients[client].current
        else { return true }
        clients[client].current = nil
        // An answer on its way out of a process that has died meanwhile reaches nobody.
        let isAlive = processes[process].store === store
        try hear(isAlive ? outcome : .noAnswer, to: errand)
        return true
    }

    private func hear(_ outcome: Outcome, to errand: Int) throws(Violation) {
        switch outcome {
        case .accepted, .done: tally.accepted += 1
        case .refused: tally.refused += 1
        case .noAnswer: tally.unanswered += 1
        case .failed(.busy): count("busy")
        case .failed, .fault, .broken: tally.failed += 1
        }
        tally.answers[outcome.kind, default: 0] += 1
        heard.append("\(errand): \(outcome.words)")
        if outcome.leavesOpen, errands[errand].isRepeatable { owed.append(errand) }
        try witness.hear(outcome, to: errand, errands[errand], disk)
    }

    func serve(_ client: Int) throws(Violation) -> Bool {
        guard let current = clients[client].current, current.store.waitingLooks.contains(client) else { return false }
        current.store.serve(client, on: disk)
        try witness.check(current.store.takeNews())
        return true
    }

    func take(_ wanted: Int, of process: Int) throws(Violation) -> Bool {
        let store = processes[process].store
        guard batch == nil, wanted > 0, !store.waitingWrites.isEmpty else { return false }
        let isFull = processes[process].armed == .diskFull
        if isFull {
            processes[process].armed = nil
            count("disk full")
        }
        var begun = store.begin(
            wanted,
            process: process,
            on: disk,
            foldLimit: setting.foldLimit,
            room: isFull ? Int(setting.seed % 4) : nil,
            plant: plant
        )
        if plant == .replyBeforeSync { begun.answer() }
        batch = begun
        return true
    }

    func finish(_ process: Int) throws(Violation) -> Bool {
        guard var begun = batch, begun.process == process else { return false }
        let fate = processes[process].armed
        processes[process].armed = nil
        if let fate { count(fate.words) }
        batch = nil
        defer { begun.fail(SimulatedFault.processDied) }
        switch fate {
        case .crashBeforeSync:
            begun.fail(SimulatedFault.processDied)
            try crash(process)
        case .crashAfterSync:
            try commit(begun)
            begun.fail(SimulatedFault.processDied)
            try crash(process)
        case .commitFails:
            begun.fail(SimulatedFault.commitFailed)
        case .diskFull, nil:
            try commit(begun)
            processes[process].store.remember(begun)
            begun.answer()
            try witness.check(processes[process].store.takeNews())
        }
        return true
    }

    private func commit(_ begun: OpenBatch) throws(Violation) {
        disk = begun.transaction.seal()
        try witness.absorb(disk)
    }

    private func lockOut(_ process: Int) -> Bool {
        guard let batch, batch.process != process else { return false }
        let tickets = processes[process].store.takeTickets(.max)
        guard !tickets.isEmpty else { return false }
        count("locked out")
        for ticket in tickets { ticket.fail(EngineError.busy) }
        return true
    }

    func count(_ fault: String) { tally.faults[fault, default: 0] += 1 }

    /// The counts of the run, with those of its log.
    var summary: Tally {
        var summary = tally
        summary.seeds = 1
        witness.count(into: &summary)
        return summary
    }
}
