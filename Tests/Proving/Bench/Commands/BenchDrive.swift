import ArgumentParser
import CommandLineTool
import Engine
import Foundation
import Regulation
import SQLiteStore
import Submissions
import Synchronization
import Views

struct BenchDrive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drive",
        abstract: "Act on a workspace with many actors at once, and print what was asked and what was answered.",
        discussion: """
            One line for each: 'sent KEY' before a request is handed in; 'ok KEY SUBMISSION CASE VERSION FIRST LAST' \
            once its commit is durable; 'refused KEY CODE'; 'failed KEY CODE' where the store could not; \
            'opened SUBMISSION'. Ends at SIGTERM or SIGINT with what was handed in; exits 69 where the store failed.

            EXAMPLE
              tasuki-bench drive --workspace /tmp/w --seed 7 --actors 16 --seconds 2
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "Names the submissions, so that two runs never share one.")
    var seed: UInt64 = 1

    @Option(help: "Actors at once.")
    var actors = 16

    @Option(help: "Actions in all (default: no end).")
    var actions: Int?

    @Option(help: "Seconds after which no new action begins (default: no end).")
    var seconds: Double?

    func run() async throws {
        try await global.run { workspace, _ in
            let drive = Drive(
                workload: try Workload(workspace.tasuki),
                seed: seed,
                actions: actions ?? .max,
                end: seconds.map { ContinuousClock.now + .seconds($0) }
            )
            let signals = [SIGTERM, SIGINT].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number)
                source.setEventHandler { drive.stop() }
                source.activate()
                return source
            }
            await withTaskGroup(of: Void.self) { group in
                for actor in 0..<max(1, actors) { group.addTask { await drive.run(actor) } }
            }
            for source in signals { source.cancel() }
            if drive.hasFailed { throw ExitCode(69) }
        }
    }
}

/// What the actors of one run share.
private final class Drive: Sendable {
    private struct State {
        var left: Int
        var isStopped = false
        var hasFailed = false
    }

    private let workload: Workload
    private let seed: UInt64
    private let end: ContinuousClock.Instant?
    private let state: Mutex<State>

    init(workload: Workload, seed: UInt64, actions: Int, end: ContinuousClock.Instant?) {
        self.workload = workload
        self.seed = seed
        self.end = end
        state = Mutex(State(left: actions))
    }

    var hasFailed: Bool { state.withLock { $0.hasFailed } }

    func stop() { state.withLock { $0.isStopped = true } }

    private func takeTurn() -> Bool {
        state.withLock { state in
            guard !state.isStopped, state.left > 0, end.map({ ContinuousClock.now < $0 }) ?? true else { return false }
            state.left -= 1
            return true
        }
    }

    func run(_ actor: Int) async {
        var number = 0
        while takeTurn() {
            let course = Course.mixture[(number + actor) % Course.mixture.count]
            let name = SubmissionName("d\(seed)-\(actor)-\(number)")
            do {
                try await workload.begin(course, as: name, number: number)
                print("opened \(name)")
            } catch {
                fail("\(name)", error)
                return
            }
            for (index, step) in course.steps.enumerated() {
                guard takeTurn() else { return }
                // Every fifth request comes out of turn first, and must be refused without a trace.
                if index % 5 == 4, let later = course.steps.last, later.action != step.action {
                    guard await send(later, in: name, number: number, key: "\(name)-r\(index)") else { return }
                }
                guard await send(step, in: name, number: number, key: "\(name)-\(index)") else { return }
            }
            number += 1
        }
    }

    /// Whether the store still serves.
    private func send(_ step: Course.Step, in name: SubmissionName, number: Int, key: String) async -> Bool {
        let request = workload.request(step, in: name, number: number, key: key)
        print("sent \(key)")
        do {
            let answer = try await workload.tasuki.act(request)
            let (first, last) = (answer.events.lowerBound, answer.events.upperBound)
            print("ok \(key) \(name) \(step.name) \(answer.version) \(first) \(last)")
            return true
        } catch let refusal as Refusal {
            print("refused \(key) \(refusal.code)")
            return true
        } catch EngineError.busy {
            print("failed \(key) engine.busy")
            return true
        } catch {
            fail(key, error)
            return false
        }
    }

    private func fail(_ key: String, _ error: any Error) {
        let code = (error as? any StoreFault)?.code ?? (error as? EngineError)?.code ?? "internal"
        print("failed \(key) \(code)")
        state.withLock { $0.hasFailed = true }
    }

    /// One write for each line, so that a kill never leaves a line that was not meant.
    private func print(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
