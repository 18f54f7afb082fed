import Definitions
import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("Walked without a plan, no case comes to where it cannot end")
struct WalkTests {
    private static let today = "2026-06-01"
    /// They await members, so that nobody walks them alone.
    private static let hubs: Set<String> = ["bundled-hub", "bundled-change-hub", "bundled-renewal-hub"]
    private static let seeds: ClosedRange<UInt64> = 1...4

    /// What a walk begins with.
    private enum Beginning {
        case filed([SubmissionOpened.Target])
        case track(RouteName, JurisdictionCode)
        case bundle(RouteName, [JurisdictionCode])
        /// Registrations that run, of which the first two begin the bundle.
        case renewals([JurisdictionCode])
    }

    @Test("alone, by every shipped procedure")
    func alone() throws {
        let field = try Field()
        var walked: Set<String> = []
        var steps = 0
        for jurisdiction in field.jurisdictions {
            for route in jurisdiction.routes where route.name != "hub" && walked.insert(route.procedure).inserted {
                let target = SubmissionOpened.Target(
                    jurisdiction: jurisdiction.code,
                    route: route.name,
                    participation: nil
                )
                steps += try walk(.filed([target]), by: route.procedure, in: field)
            }
            for track in jurisdiction.tracks
            where !Self.hubs.contains(track.procedure) && walked.insert(track.procedure).inserted {
                steps += try walk(.track(track.name, jurisdiction.code), by: track.procedure, in: field)
            }
        }
        #expect(walked.union(Self.hubs) == Set(field.procedures.keys.map(\.rawValue)))
        #expect(steps > 500, "walks that do little prove little")
    }

    @Test("in a bundle with each of Japan's routes")
    func bundles() throws {
        let field = try Field()
        let japan = try #require(field.jurisdictions.first { $0.code == "JP" })
        let routes = japan.routes.filter { $0.name != "hub" && !$0.relies }.map(\.name)
        var steps = 0
        for route in Set(routes).sorted() {
            let targets: [SubmissionOpened.Target] = [
                .init(jurisdiction: "JP", route: route, participation: .concurrentAction),
                .init(jurisdiction: "SG", route: "bundled", participation: .concurrentAction),
                .init(jurisdiction: "TH", route: "bundled", participation: .concurrentReview),
            ]
            steps += try walk(.filed(targets), by: "a bundle with \(route)", in: field)
        }
        #expect(steps > 200, "walks that do little prove little")
    }

    @Test("in a bundle of changes, with Japan's and those of two members, some of whom leave or need no decision")
    func changes() throws {
        let field = try Field()
        var (steps, left, closed) = (0, 0, 0)
        for seed: UInt64 in 1...8 {
            let codes: [JurisdictionCode] = seed.isMultiple(of: 2) ? ["JP", "SG", "TH"] : ["SG", "TW", "MY"]
            let name = "a bundle of changes in \(codes)"
            let walk = try walk(
                .bundle("change-hub", codes),
                by: name,
                under: seed...seed,
                shunning: ["withdraw"],
                in: field
            )
            steps += walk.steps
            for scenario in walk.ends {
                left += scenario.submission?.cases.count { $0.decisions.contains { $0.outcome == .left } } ?? 0
                closed += scenario.states(of: "change-hub") == ["bundleClosed"] ? 1 : 0
            }
        }
        #expect(steps > 200 && left > 0 && closed > 0, "\(steps) steps, \(left) left, \(closed) closed")
    }

    @Test("in a bundle of renewals, which others join later and some leave")
    func renewals() throws {
        let field = try Field()
        var (steps, left, joined, closed) = (0, 0, 0, 0)
        for seed: UInt64 in 1...8 {
            let walk = try walk(
                .renewals(["TH", "MY", "TW"]),
                by: "a bundle of renewals",
                under: seed...seed,
                shunning: ["withdraw", "surrender", "cancel"],
                in: field
            )
            steps += walk.steps
            for submission in walk.ends.compactMap(\.submission) {
                left += submission.cases.count { $0.decisions.contains { $0.outcome == .left } }
                joined += submission["TW-registration"]?.joined.count ?? 0
                closed += submission.cases.count { $0.route == "renewal-hub" && $0.isOver }
            }
        }
        #expect(
            steps > 200 && left > 0 && joined > 0 && closed > 0,
            "\(steps) steps, \(left) left, \(joined) joined later, \(closed) over"
        )
    }

    private func walk(_ beginning: Beginning, by name: String, in field: Field) throws -> Int {
        try walk(beginning, by: name, under: Self.seeds, in: field).steps
    }

    /// Walks under each seed, and holds every case that is left against the exploration of its procedure.
    private func walk(
        _ beginning: Beginning,
        by name: String,
        under seeds: ClosedRange<UInt64>,
        shunning shunned: Set<ActionName> = [],
        in field: Field
    ) throws -> (steps: Int, ends: [Scenario]) {
        var steps = 0
        var ends: [Scenario] = []
        for seed in seeds {
            var scenario = try Scenario(today: Self.today)
            switch beginning {
            case .filed(let targets): try scenario.file(targets, held: [Self.approval])
            case .track(let track, let code):
                try scenario.open(
                    [.init(jurisdiction: code, route: "national", participation: nil)],
                    held: [Self.approval(in: code)]
                )
                try scenario.send(.openTrack(track, code))
            case .bundle(let hub, let codes):
                try scenario.open(
                    codes.map { .init(jurisdiction: $0, route: "national", participation: nil) },
                    held: codes.map { Self.approval(in: $0) }
                )
                try scenario.send(.openBundle(hub, codes))
            case .renewals(let codes):
                try scenario.open(
                    codes.map { .init(jurisdiction: $0, route: "national", participation: nil) },
                    held: codes.map { Self.approval(in: $0, until: PartialDate("2027-01-31")) }
                )
                for code in codes { try scenario.send(.openTrack("registration", code)) }
                try scenario.send(.openBundle("renewal-hub", Array(codes.prefix(2))))
            }
            let day = try #require(CivilDate(Self.today))
            var walk = Walk(scenario, from: day, seed: seed, shunning: shunned)
            let wentOn = try walk.go(upTo: 120)
            steps += walk.steps
            ends.append(walk.scenario)
            try expectFilingAgain(walk.scenario, "\(name), seed \(seed)")
            for subject in walk.scenario.submission?.cases ?? [] where !subject.isOver {
                let ends = field.endReachable[ProcedureID(subject.procedure.rawValue)] ?? []
                let place = walk.scenario.states(of: subject.name)
                #expect(ends.contains(subject.configuration), "\(name), seed \(seed): \(subject.name) in \(place)")
                let rests = field.procedures[ProcedureID(subject.procedure.rawValue)]?.deliberate ?? [:]
                let isAtRest = subject.configuration.active.contains { rests[$0] != nil }
                #expect(wentOn || isAtRest, "\(name), seed \(seed): nothing goes on with \(subject.name) in \(place)")
            }
        }
        return (steps, ends)
    }

    /// Wherever a country's case has ended without an approval that is still there, the product can be filed for again.
    private func expectFilingAgain(_ scenario: Scenario, _ walk: String) throws {
        guard let submission = scenario.submission else { return }
        for target in submission.opened.targets where target.participation == nil {
            guard let subject = submission.member(target.jurisdiction) else { continue }
            let standing = submission.approval(of: subject.name)?.standing
            guard standing.map({ $0 == .withdrawn || $0 == .lapsed }) ?? subject.isOver else { continue }
            let place = scenario.states(of: subject.name)
            #expect(subject.isOver, "\(walk): \(subject.name) goes on in \(place) after its approval has ended")
            var again = scenario
            try again.send(
                .file(revision: "again", entries: scenario.entries(for: [target]), for: [target.jurisdiction])
            )
            let filed = again.submission?.member(target.jurisdiction)
            #expect(filed?.name != subject.name, "\(walk): \(subject.name) in \(place)")
        }
    }

    private static let approval = approval(in: "US")

    private static func approval(in code: JurisdictionCode, until end: PartialDate? = nil) -> Approval {
        Approval(
            id: Approval.ID("sample/held-\(code)-1"),
            product: "sample-cad",
            productVersion: "1.0.0",
            jurisdiction: code,
            basis: .full,
            stage: nil,
            claims: ["C1"],
            number: "H-1",
            grantedOn: .year(2025),
            validUntil: end,
            conditions: [],
            dependsOn: []
        )
    }
}

/// Everything that ships, explored.
private struct Field {
    let jurisdictions: [Jurisdiction]
    let procedures: [ProcedureID: Procedure]
    /// The states of a case from which an end can be reached, or where a case may stay.
    let endReachable: [ProcedureID: Set<Configuration>]

    init() throws {
        let folder = ConfigFolder(path: Repository.configuration)
        jurisdictions = try folder.jurisdictions()
        let all = try folder.procedures()
        procedures = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        let explorations = Explorations(of: all)
        endReachable = procedures.mapValues { procedure in
            explorations[procedure.id].map(Self.endReachable) ?? []
        }
    }

    private static func endReachable(in exploration: Exploration) -> Set<Configuration> {
        var sources: [[Int]] = Array(repeating: [], count: exploration.stands.count)
        for edge in exploration.edges.joined() { sources[edge.to].append(edge.from) }
        var reaching: Set<Int> = []
        var waiting = exploration.stands.indices.filter { stand in
            exploration.isOver(stand)
                || exploration.stands[stand].configuration.active.contains {
                    exploration.procedure.deliberate[$0] != nil
                }
        }
        while let stand = waiting.popLast() {
            if reaching.insert(stand).inserted { waiting += sources[stand] }
        }
        return Set(reaching.map { exploration.stands[$0].configuration })
    }
}
