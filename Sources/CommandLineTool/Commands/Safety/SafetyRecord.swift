import ArgumentParser
import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

struct SafetyRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record an event: in every country where the product is approved, the duty to report begins.",
        discussion: """
            The time runs from the day on which the company became aware, by the rule of each country for such an event. \
            Approved is where an approval is in force or suspended, granted here or declared as held. Countries without a \
            known rule are named, and wait without a day.

            Kinds: death; public-health-threat, a serious threat to public health; serious, a serious injury or \
            deterioration of health; recurrence, which might lead to one if it happened again; other.

            Where the event happened decides in some countries; as long as nobody says it, the shortest time counts. What \
            was mistyped is put right with 'tasuki correct', and every day follows.

            EXAMPLES
              tasuki safety record kazami-colon-cade --kind serious --aware-on 2028-11-24 \\
                --occurred-on 2028-11-20 --occurred-in JP --summary "A lesion was missed."
              tasuki safety record kazami-colon-cade --kind death --aware-on 2028-11-24 --dry-run
            """
    )

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case death
        case publicHealthThreat = "public-health-threat"
        case serious, recurrence, other
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The product, by its id.")
    var product: String

    @Option(help: "What happened.")
    var kind: Kind

    @Option(help: "The day on which the company became aware, as well as it is known.")
    var awareOn: DateArgument

    @Option(help: "The day on which it happened, as well as it is known.")
    var occurredOn: DateArgument?

    @Option(help: "The country in which it happened, by its ISO 3166-1 code.")
    var occurredIn: String?

    @Option(help: "What happened, in words; they stay out of the log.")
    var summary: String?

    @Option(help: "The day from which it is recorded here (default: today).")
    var on: DateArgument?

    func run() async throws {
        try await global.run { workspace, labels in
            let product = try await workspace.tasuki.product(named: product)
            let (fields, date, actor) = (try fields(labels), try on?.date(), try actor.actor())
            func record(_ tasuki: Tasuki) async throws -> Acceptance {
                try await tasuki.recordSafetyEvent(
                    of: product,
                    fields,
                    by: actor,
                    on: date,
                    expecting: basis.expect.map(VersionCondition.init),
                    key: basis.key
                )
            }
            let text = SafetyText(labels: labels)
            if basis.dryRun {
                let rehearsal = try await workspace.tasuki.rehearsing(record)
                guard let event = try await workspace.tasuki.safetyEvent(of: rehearsal) else { return }
                return try output.print(text.answer([event], opening: labels["safety.rehearsed"], isDryRun: true))
            }
            let acceptance = try await record(workspace.tasuki)
            let events = try await workspace.tasuki.safetyEvents(of: product)
            let own = events.filter { $0.submission == acceptance.submission && $0.name == acceptance.name }
            try output.print(text.answer(own, opening: labels.text("safety.recorded", own.first?.fullName ?? "")))
        }
    }

    private func fields(_ labels: Labels) throws -> [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "kind": .string(kind.rawValue), "awareOn": .string(try awareOn.date(named: "--aware-on").description),
        ]
        if let occurredOn {
            fields["occurredOn"] = .string(try occurredOn.date(named: "--occurred-on").description)
        }
        if let occurredIn {
            let code = occurredIn.uppercased()
            guard LanguageCodes.isCountry(code) else {
                let meant = LanguageCodes.countryMeant(by: code).map { labels.text("safety.meant", $0) } ?? ""
                throw Failure(.usage, labels.text("safety.badCountry", occurredIn) + meant)
            }
            fields["occurredIn"] = .string(code)
        }
        if let summary { fields["summary"] = .string(summary) }
        return fields
    }
}
