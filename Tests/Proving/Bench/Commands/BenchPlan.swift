import ArgumentParser
import CanonicalJSON
import CommandLineTool
import Definitions
import Engine
import Regulation
import Submissions
import Views

struct BenchPlan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Open submissions in a new workspace, and print the requests that carry them on over HTTP.",
        discussion: """
            One request a line: {"connection","method","path","headers","body"}. Those of one connection are sent in \
            order, each after the reply of the one before.

            EXAMPLE
              tasuki-bench plan --workspace /tmp/http --submissions 640 --actors 64 > requests.jsonl
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "Submissions, each with twelve actions.")
    var submissions = 640

    @Option(help: "Connections.")
    var actors = 64

    func run() async throws {
        let workspace = try global.createMeasured()
        let workload = try Workload(workspace.tasuki)
        let names = try await workload.begin(.singapore, count: submissions, prefix: "job-")
        for (number, name) in names.enumerated() {
            for (index, step) in Course.singapore.steps.enumerated() {
                let request = workload.request(step, in: name, number: number)
                Terminal.print(
                    JSONValue.object([
                        "connection": .integer(Int64(number % actors)), "method": "POST",
                        "path": .string("/v1/cases/\(name)/\(step.name)/actions/\(step.action)"),
                        "headers": .object([
                            "content-type": "application/json", "idempotency-key": .string("\(name)-\(index)"),
                        ]),
                        "body": .object([
                            "as": .string(request.actor.capacity.description),
                            "by": .string(request.actor.person.rawValue), "fields": .object(request.fields),
                        ]),
                    ]).canonicalText()
                )
            }
        }
        try await workspace.close()
    }
}

extension GlobalOptions {
    /// A new workspace on the wall clock, for a measurement.
    func createMeasured() throws -> Workspace {
        let configuration = try configuration()
        guard let zone = try configuration.zones()["Asia/Tokyo"] else { throw ExitCode(78) }
        return try Workspace.create(
            folder: Places.workspace(option: workspace),
            configuration: configuration.path,
            settings: WorkspaceSettings(clock: .wall, zone: zone)
        )
    }
}
