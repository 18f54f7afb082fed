import ArgumentParser
import CanonicalJSON
import Definitions
import Statecharts
import Views

struct ProcedureTrace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Run a bare chart through events and show the active atomic states after each.",
        discussion: """
            JSON is an array: the configuration at the start, then one for each event, each the active atomic states in \
            document order. An event that enables nothing leaves the configuration as it is.

            EXAMPLE
              tasuki procedure trace chart.yaml --events submit,ask,answer --format json
            """
    )

    @OptionGroup var output: FormatOption

    @Argument(help: "A chart with 'initial' and 'states' only.")
    var file: String

    @Option(help: "Events, separated by commas.")
    var events: String = ""

    func run() async throws {
        do {
            let chart = try ProcedureReader.chart(from: try SourceFile.read(file))
            let names = events.split(separator: ",").map { EventName(rawValue: $0.trimming) }
            let trace = try configurations(of: chart, names)
            try output.print(answer(trace, names))
        } catch let unsettled as StatechartUnsettled {
            try fail(Failure(.refused, "the chart does not come to rest within \(unsettled.microsteps) microsteps"))
        } catch let diagnostics as Diagnostics {
            try fail(Failure(.badConfiguration, diagnostics.description))
        } catch let failure as Failure {
            try fail(failure)
        }
    }

    private func configurations(of chart: Statechart, _ names: [EventName]) throws -> [[StateID]] {
        var host = UnguardedHost()
        var configuration = Configuration()
        for step in try chart.start(host: &host) { configuration.apply(step) }
        var trace = [chart.atomicStates(of: configuration)]
        for name in names {
            for step in try chart.step(from: configuration, on: name, host: &host) ?? [] { configuration.apply(step) }
            trace.append(chart.atomicStates(of: configuration))
        }
        return trace
    }

    private func answer(_ trace: [[StateID]], _ names: [EventName]) -> Answer {
        Answer(
            display: { width in
                let phrases = Phrases.read(.ofEnvironment, configuration: nil)
                var table = Table(["event", "active states"].map { phrases.translated($0) })
                for (event, states) in zip([phrases.translated("(start)")] + names.map(\.rawValue), trace) {
                    table.add([event, states.map(\.rawValue).joined(separator: ", ")])
                }
                return table.text(width: width)
            },
            // On one line, so that two traces are compared as text.
            json: { JSONValue.array(trace.map { .array($0.map { .string($0.rawValue) }) }).canonicalText() },
            sheet: {
                [["event", "states"]]
                    + zip([""] + names.map(\.rawValue), trace).map { [$0, $1.map(\.rawValue).joined(separator: " ")] }
            }
        )
    }

    private func fail(_ failure: Failure) throws -> Never {
        Terminal.note("tasuki: " + Phrases.read(.ofEnvironment, configuration: nil).translated(failure.description))
        throw ExitCode(failure.code.rawValue)
    }
}

extension Substring {
    var trimming: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
