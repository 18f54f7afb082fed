import Chance
import Engine
import Regulation
import Submissions

/// Writes a story while it happens: what comes next is chosen by the dice from what is possible.
struct Author {
    private var dice: Dice
    private let cast: Cast
    private let definitions: SharedDefinitions
    private var errandsLeft: Int
    /// Errands that were sent and not answered, or answered that the store was busy.
    private var owed: [Int] = []

    init(dice: Dice, cast: Cast, definitions: SharedDefinitions) {
        self.dice = dice
        self.cast = cast
        self.definitions = definitions
        errandsLeft = 0
        errandsLeft = self.dice.roll(40...80)
    }

    /// - Returns: `nil` where the story is told.
    mutating func next(_ run: Run) -> Move? {
        guard errandsLeft > 0 else { return nil }
        let idle = run.clients.indices.filter { run.clients[$0].current == nil }
        let fate = dice.roll(0...999)
        switch fate {
        case 0..<8: return .arm(process: process(), dice.pick(Fate.allCases) ?? .commitFails)
        case 8..<11: return .crash(process: process())
        case 11..<30 where !run.setting.isSimulatedClock: return .tick(minutes: minutes(run))
        case 30..<45: return .settle
        case 45..<55: return .lockedOut(process: process())
        default: break
        }
        if let client = dice.pick(idle), dice.chance(18) { return send(by: client, run) }
        if let move = dice.pick(possible(run)) { return move }
        guard let client = dice.pick(idle) else { return .settle }
        return send(by: client, run)
    }

    private mutating func process() -> Int { dice.roll(0...(Run.processCount - 1)) }

    /// Mostly on, often past what falls due next; now and then an hour back.
    private mutating func minutes(_ run: Run) -> Int {
        switch dice.roll(0...9) {
        case 0: return -dice.roll(1...90)
        case 1...2: return dice.roll(1...3_000)
        case 3...4: return dice.roll(3_000...60_000)
        default:
            let due = cast.submissions.compactMap { run.witness.current($0.name)?.nextDue }.min()
            guard let due else { return dice.roll(3_000...60_000) }
            let morning = Zone.utc.startOfDay(CivilDate(dayNumber: due.dayNumber + dice.roll(1...2)))
            let gap = (morning.millisecondsSinceEpoch - run.now.millisecondsSinceEpoch) / 60_000
            return gap > 0 ? Int(gap) : dice.roll(1...3_000)
        }
    }

    private mutating func possible(_ run: Run) -> [Move] {
        var moves: [Move] = []
        for (number, client) in run.clients.enumerated() {
            if client.executor.isReady { moves.append(.proceed(client: number)) }
            if client.current?.store.waitingLooks.contains(number) == true { moves.append(.serve(client: number)) }
        }
        if let batch = run.batch {
            moves.append(.finish(process: batch.process))
        } else {
            for (number, process) in run.processes.enumerated() where !process.store.waitingWrites.isEmpty {
                moves.append(.take(process: number, count: dice.roll(1...4)))
            }
        }
        return moves
    }

    private mutating func send(by client: Int, _ run: Run) -> Move {
        owed = run.owed
        if !owed.isEmpty, dice.chance(50), let errand = dice.pick(owed) {
            return .send(client: client, errand: errand, process: process())
        }
        errandsLeft -= 1
        let writer = ErrandAuthor(run: run, cast: cast, definitions: definitions)
        let errand = run.add(writer.errand(&dice))
        return .send(client: client, errand: errand, process: process())
    }
}
