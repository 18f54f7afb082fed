import Engine
import Submissions

/// Leaves out of a failing story whatever it does not need to break the same rule.
///
/// First whole stretches of the schedule give way to "everything settles", then halves, quarters and single moves go.
struct Shortening {
    private let definitions: SharedDefinitions
    private let plant: Plant?
    private let rule: String
    private var story: Story
    private var violation: Violation
    private var playsLeft = 4_000

    init(_ story: Story, _ violation: Violation, _ definitions: SharedDefinitions, _ plant: Plant?) {
        self.story = story
        self.violation = violation
        self.definitions = definitions
        self.plant = plant
        rule = violation.rule
    }

    /// - Returns: the shortest story found, and how it ends.
    func run() -> (Story, Violation) {
        var work = self
        work.keepPlayed()
        work.expectLess()
        work.smooth()
        var before: [Move] = []
        repeat {
            before = work.story.moves
            work.leaveOut()
            work.calm()
        } while work.story.moves != before && work.playsLeft > 0
        return (work.story, work.violation)
    }

    /// Takes `moves` for the story if they still break the rule.
    private mutating func accept(_ moves: [Move]) -> Bool {
        var shorter = story
        shorter.moves = moves
        return accept(shorter)
    }

    private mutating func accept(_ shorter: Story) -> Bool {
        guard playsLeft > 0 else { return false }
        playsLeft -= 1
        guard let found = shorter.play(definitions, plant: plant).violation, found.rule == rule else { return false }
        story = shorter
        violation = found
        return true
    }

    private mutating func keepPlayed() { _ = accept(story.moves) }

    /// Drops what requests say of versions and dates: it would make them fail once something before them is left out.
    private mutating func expectLess() {
        var plain = story
        plain.errands = story.errands.map(\.plain)
        if accept(plain) { return }
        for index in story.errands.indices where story.errands[index].plain != story.errands[index] {
            var plainer = story
            plainer.errands[index] = story.errands[index].plain
            _ = accept(plainer)
        }
    }

    /// Tries the plainest schedule: each errand to its end before the next, with faults where they stood.
    private mutating func smooth() {
        var plain: [Move] = []
        for move in story.moves {
            switch move {
            case .send: plain += [.settle, move]
            case .arm, .crash, .tick: plain.append(move)
            case .proceed, .serve, .take, .finish, .lockedOut, .settle: break
            }
        }
        if accept(plain) { return }
        // Else stretch by stretch, from the beginning.
        var index = 0
        while index < story.moves.count {
            guard case .send = story.moves[index] else {
                index += 1
                continue
            }
            let next = story.moves[(index + 1)...].firstIndex { if case .send = $0 { true } else { false } }
            let end = next ?? story.moves.count
            let faults = story.moves[(index + 1)..<end].filter { $0.isFault }
            _ = accept(Array(story.moves[...index]) + faults + [.settle] + story.moves[end...])
            index += 1
        }
    }

    /// Delta debugging: leaves out ever smaller pieces.
    private mutating func leaveOut() {
        var size = max(1, story.moves.count / 2)
        while true {
            var start = 0
            while start < story.moves.count {
                let end = min(start + size, story.moves.count)
                if !accept(Array(story.moves[..<start]) + story.moves[end...]) { start = end }
            }
            if size == 1 { return }
            size = max(1, size / 2)
        }
    }

    /// Tries plainer moves in the place of others.
    private mutating func calm() {
        for index in story.moves.indices {
            switch story.moves[index] {
            case .proceed, .serve, .take, .finish, .lockedOut:
                var moves = story.moves
                moves[index] = .settle
                _ = accept(moves)
            case .send(let client, let errand, let process) where client != 0 || process != 0:
                for (client, process) in [(0, 0), (0, process), (client, 0)] {
                    var moves = story.moves
                    moves[index] = .send(client: client, errand: errand, process: process)
                    if accept(moves) { break }
                }
            case .tick(let minutes):
                // One long wait reads better than two.
                guard let next = story.moves[(index + 1)...].firstIndex(where: { $0.minutes != nil }) else { continue }
                var moves = story.moves
                moves[next] = .tick(minutes: minutes + (moves[next].minutes ?? 0))
                moves[index] = .settle
                _ = accept(moves)
            case .send, .arm, .crash, .settle: break
            }
        }
    }
}

extension Errand {
    /// The same without the version that it expects and the day that it names.
    fileprivate var plain: Errand {
        switch self {
        case .act(let request):
            .act(
                ActionRequest(
                    submission: request.submission,
                    name: request.name,
                    action: request.action,
                    actor: request.actor,
                    fields: request.fields,
                    documents: request.documents,
                    key: request.key
                )
            )
        case .file(let name, let revision, let entries, let codes, let actor, _):
            .file(name, revision: revision, entries, for: codes, by: actor, expecting: nil)
        default: self
        }
    }
}

extension Move {
    fileprivate var minutes: Int? { if case .tick(let minutes) = self { minutes } else { nil } }

    fileprivate var isFault: Bool {
        switch self {
        case .arm, .crash, .tick: true
        case .send, .proceed, .serve, .take, .finish, .lockedOut, .settle: false
        }
    }
}
