import ArgumentParser
import CanonicalJSON
import Engine
import Regulation
import SQLiteStore
import Submissions
import Views

struct TrackList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tracks of a country, or of every country of a submission, and those that were opened.",
        discussion: "EXAMPLES\n  tasuki track list SG\n  tasuki track list colon-cade --lang ja"
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "A submission, or a country or region by its ISO 3166-1 code.")
    var name: String

    func run() async throws {
        try await global.run { workspace, labels in
            let offers = try await TrackOffers(workspace: workspace, labels: labels).offers(for: name)
            try output.print(
                Answer(
                    display: { table(offers, labels, width: $0) },
                    payload: { .array(offers.map(\.json)) },
                    sheet: { csv(offers) }
                )
            )
        }
    }

    private func table(_ offers: [TrackOffers.Offer], _ labels: Labels, width: Int) -> String {
        var table = Table(["jurisdiction", "track", "procedure", "case"].map { labels["columns.\($0)"] })
        for offer in offers {
            let opened = offer.opened.map { "\($0.fullName): \(labels.state(of: $0))" }
            table.add([
                offer.jurisdiction.rawValue, "\(offer.track) – \(offer.label)",
                labels["procedures.\(offer.procedure)"], opened.isEmpty ? "–" : opened.joined(separator: " · "),
            ])
        }
        return offers.isEmpty ? labels["page.none"] : table.text(width: width)
    }

    private func csv(_ offers: [TrackOffers.Offer]) -> [[String]] {
        [["jurisdiction", "track", "label", "procedure", "opened"]]
            + offers.map { offer in
                [
                    offer.jurisdiction.rawValue, offer.track.rawValue, offer.label, offer.procedure,
                    offer.opened.map(\.fullName).joined(separator: " "),
                ]
            }
    }
}

/// The tracks that jurisdictions offer today, each with the cases that were opened on it.
struct TrackOffers {
    struct Offer {
        let jurisdiction: JurisdictionCode
        let track: RouteName
        let label: String
        let procedure: String
        let opened: [StatusRow]

        var json: JSONValue {
            .object([
                "jurisdiction": .string(jurisdiction.rawValue), "track": .string(track.rawValue),
                "label": .string(label), "procedure": .string(procedure),
                "opened": .array(opened.map { .string($0.fullName) }),
            ])
        }
    }

    let workspace: Workspace
    let labels: Labels

    func offers(for name: String) async throws -> [Offer] {
        let configured = try workspace.tasuki.world.definitions.jurisdictions()
        if let jurisdiction = configured.first(where: { $0.code.rawValue == name.uppercased() }) {
            let tracks = Set(jurisdiction.tracks.map(\.name))
            return try await offers(of: [jurisdiction], in: try await submissions(with: tracks, in: jurisdiction.code))
        }
        let submission = try await workspace.tasuki.submission(SubmissionName(name)).submission
        let codes = submission.opened.targets.map(\.jurisdiction) + submission.approvals.map(\.jurisdiction)
        return try await offers(of: configured.filter { codes.contains($0.code) }, in: [submission.name])
    }

    /// Submissions with a case on one of the tracks, the first that fall due; at most so many as a table can show.
    private func submissions(with tracks: Set<RouteName>, in code: JurisdictionCode) async throws -> [SubmissionName] {
        try await workspace.store.read { reader in
            var found: Set<SubmissionName> = []
            var last: CasePosition?
            while found.count < Self.limit {
                let rows = try reader.caseRows(CaseFilter(jurisdiction: code), after: last, limit: 500)
                found.formUnion(rows.filter { $0.isTrack && tracks.contains($0.route) }.map(\.submission))
                guard let end = rows.last, rows.count == 500 else { break }
                last = end.position(by: .due)
            }
            return Array(found.sorted().prefix(Self.limit))
        }
    }

    private static let limit = 200

    private func offers(of jurisdictions: [Jurisdiction], in names: [SubmissionName]) async throws -> [Offer] {
        let now = try await workspace.tasuki.clock().now
        var rows: [StatusRow] = []
        for name in names { rows += try await workspace.tasuki.status(of: name, includingReplaced: true).rows }
        return jurisdictions.flatMap { jurisdiction in
            let today = jurisdiction.zone.civilDate(at: now)
            let inForce = jurisdiction.tracks.filter { $0.isInForce(on: today) }
            let known = inForce.map(\.name)
            return inForce.enumerated().filter { known.lastIndex(of: $0.element.name) == $0.offset }.map { _, rule in
                Offer(
                    jurisdiction: jurisdiction.code,
                    track: rule.name,
                    label: labels.text(ifAny: "routes.\(rule.name)") ?? rule.names[labels.language]
                        ?? rule.name.rawValue,
                    procedure: rule.procedure,
                    opened: rows.filter { $0.jurisdiction == jurisdiction.code && $0.route == rule.name }
                )
            }
        }
    }
}
