import ArgumentParser
import CanonicalJSON
import CommandLineTool
import Definitions
import Engine
import SQLiteStore
import Submissions
import Views

struct BenchMeasure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Run one job and print one line of JSON.",
        discussion: """
            one         twelve actions on each submission of a new workspace, each awaited to its durable end
            concurrent  the same by many actors at once
            long        actions and loads of a submission with a long history beside one with a short one
            lists       pages of every list of a workspace that 'tasuki-bench generate' made; of two, page by page
                        in turn

            EXAMPLES
              tasuki-bench measure one --workspace /tmp/one --submissions 100
              tasuki-bench measure concurrent --workspace /tmp/many --submissions 1000 --actors 64
              tasuki-bench measure long --workspace /tmp/long --events 100000
              tasuki-bench measure lists --workspace /tmp/million --beside /tmp/thousand
            """
    )

    enum Job: String, ExpressibleByArgument, CaseIterable { case one, concurrent, long, lists }

    @Argument(help: "one, concurrent, long or lists.")
    var job: Job

    @OptionGroup var global: GlobalOptions

    @Option(help: "Submissions, each with twelve actions; for long, actions measured on each history.")
    var submissions = 100

    @Option(help: "Actors at once.")
    var actors = 64

    @Option(help: "Events of the long history.")
    var events = 100_000

    @Option(help: "For lists, another workspace to be read in turn with the first.")
    var beside: String?

    func run() async throws {
        switch job {
        case .one, .concurrent: try await act()
        case .long: try await prolong()
        case .lists: try await list()
        }
    }

    private func act() async throws {
        let workspace = try global.createMeasured()
        let workload = try Workload(workspace.tasuki)
        let names = try await workload.begin(.singapore, count: submissions, prefix: "job-")
        let measured =
            job == .one
            ? try await workload.oneAtATime(.singapore, on: names)
            : try await workload.concurrently(.singapore, on: names, actors: actors)
        Terminal.print(measured.json.canonicalText())
        try await workspace.close()
    }

    /// Actions on both histories in turn, then loads of both by a process that remembers neither.
    private func prolong() async throws {
        let rounds = max(10, submissions)
        var workspace = try global.createMeasured()
        var workload = try Workload(workspace.tasuki)
        let names = try await workload.begin(.singapore, count: 2, prefix: "job-")
        for (number, name) in names.enumerated() { try await workload.finish(.singapore, on: name, number: number) }
        for (number, length) in [(0, 100), (1, events)] {
            let name = names[number]
            let missing = length - (try await workspace.tasuki.submission(name).submission.version)
            _ = try await workload.prolong(name, number: number, by: missing / 2 * 2, prefix: "before-")
        }
        var actions = [Samples(), Samples()]
        var loads = [Samples(), Samples()]
        var total = Measurement("long", operations: 0, elapsed: .zero)
        let clock = ContinuousClock()
        for round in 0..<rounds {
            try await workspace.close()
            workspace = try Workspace.open(folder: workspace.folder, configuration: workspace.configuration.path)
            workload = try Workload(workspace.tasuki)
            // Whichever comes first pays for what a process does once, so they take turns.
            for number in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
                _ = try await workspace.store.read { try $0.submissions(after: nil, limit: 1) }
                let began = clock.now
                _ = try await workspace.store.read { [names] in try $0.submission(names[number]) }
                loads[number].add(clock.now - began)
                let done = try await workload.prolong(names[number], number: number, by: 2, prefix: "\(round)-")
                actions[number].add(contentsOf: done.samples)
                if number == 1 {
                    total = Measurement("long", operations: total.operations + 2, elapsed: total.elapsed + done.elapsed)
                }
            }
        }
        var measured = Measurement("long", operations: total.operations, elapsed: total.elapsed, samples: actions[1])
        measured.more = [
            "events": .integer(Int64(events)),
            "short_act_ms": .number(actions[0].milliseconds(at: 0.5) ?? 0),
            "long_act_ms": .number(actions[1].milliseconds(at: 0.5) ?? 0),
            "short_load_ms": .number(loads[0].milliseconds(at: 0.5) ?? 0),
            "long_load_ms": .number(loads[1].milliseconds(at: 0.5) ?? 0),
        ]
        Terminal.print(measured.json.canonicalText())
        try await workspace.close()
    }

    private func list() async throws {
        var workspaces = [try global.open()]
        if let beside {
            workspaces.append(
                try Workspace.open(folder: beside, configuration: workspaces[0].configuration.path)
            )
        }
        for measured in try await ListJobs(workspaces.map(\.tasuki)).run(rounds: max(10, submissions)) {
            Terminal.print(measured.json.canonicalText())
        }
        for workspace in workspaces { try await workspace.close() }
    }
}
