import ArgumentParser
import Engine
import Regulation
import Views

struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Show or advance the workspace's clock.",
        subcommands: [Show.self, Advance.self],
        defaultSubcommand: Show.self
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what time it is in the workspace.",
            discussion: "EXAMPLE\n  tasuki clock show"
        )

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            try await global.run { workspace, labels in Terminal.print(try await workspace.clockLine(labels)) }
        }
    }

    struct Advance: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move a simulated clock forward; deadlines passed on the way fire.",
            discussion: """
                A date means nine in the morning in the workspace's zone.

                EXAMPLES
                  tasuki clock advance 2026-07-01
                  tasuki clock advance 2026-07-01T17:00:00+09:00
                  tasuki clock advance 2026-07-01 --dry-run
                """
        )

        @OptionGroup var global: GlobalOptions
        @OptionGroup var rehearsal: DryRunOption

        @Flag(help: "Go on without asking, however far.")
        var yes = false

        @Argument(help: "A date or an instant.")
        var to: String

        func run() async throws {
            try await global.run { workspace, labels in
                let clock = try await workspace.tasuki.clock()
                let zone = clock.settings.zone
                let instant: Instant
                if let date = CivilDate(to) {
                    instant = zone.startOfDay(date).adding(milliseconds: 9 * 3_600_000)
                } else if let exact = Instant(to) {
                    instant = exact
                } else {
                    throw EngineError.badDate(to, of: "TO", .moment)
                }
                guard !rehearsal.dryRun else { return try await rehearse(workspace, to: instant, labels) }
                try confirm(instant, zone.civilDate(at: clock.now), zone, labels)
                try await workspace.tasuki.advanceClock(to: instant)
                Terminal.print(try await workspace.clockLine(labels))
            }
        }

        /// Asks before a step of more than ten years, which nothing takes back.
        private func confirm(_ instant: Instant, _ today: CivilDate, _ zone: Zone, _ labels: Labels) throws {
            let years = zone.civilDate(at: instant).year - today.year
            guard !yes, years > 10 else { return }
            let question = labels.text("answers.clock.far", "\(years)", "\(zone.civilDate(at: instant))")
            guard Terminal.isInteractive else {
                throw Failure(.refused, question + labels["refusals.separator"] + labels["confirm.left"])
            }
            try Confirmation(labels: labels).ask { _ in question + " " + labels["answers.clock.goOn"] }
        }

        /// Tells of each submission what its deadlines would bring by then.
        private func rehearse(_ workspace: Workspace, to instant: Instant, _ labels: Labels) async throws {
            let line = try await workspace.clockLine(labels, at: instant)
            Terminal.print(labels.rehearsed(line, true))
            let text = RehearsalText(labels: labels)
            try await workspace.tasuki.rehearseAdvancing(to: instant) { rehearsal in
                let report = try await workspace.tasuki.report(of: rehearsal)
                Terminal.print { "\n\(report.submission)\n" + text.table(report, width: $0) }
            }
        }
    }
}

extension Workspace {
    /// What the clock says; or would say at `instant`.
    func clockLine(_ labels: Labels, at instant: Instant? = nil) async throws -> String {
        let (today, settings) = try await tasuki.clock()
        let now = instant ?? today
        let kind =
            switch settings.clock {
            case .wall: labels["answers.clock.wall"]
            case .simulated: labels["answers.clock.simulated"]
            }
        return labels.text("answers.clock.line", "\(settings.zone.localText(now)) \(settings.zone.id)", "\(now)", kind)
    }
}
