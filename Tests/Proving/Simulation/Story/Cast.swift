import Chance
import Engine
import Regulation
import Submissions

/// The submissions of a run: up to three of one product, so that what is approved in one matters to another.
struct Cast {
    let submissions: [SubmissionOpened]

    private static let classes: [JurisdictionCode: DeviceClass] = [
        "JP": "II", "SG": "B", "MY": "B", "TH": "2", "TW": "2", "KR": "2", "VN": "C", "PH": "B", "ID": "B", "IN": "B",
        "HK": "II", "CN": "II", "AU": "IIa",
    ]

    init(dice: inout Dice, definitions: SharedDefinitions, vault: MemoryVault) throws {
        let manifest = try vault.put(Array("manifest".utf8))
        let all = try definitions.jurisdictions()
        let holders = all.map(\.code)
        let plan = try Self.plan(&dice, all)
        submissions = plan.map { name, targets, held in
            SubmissionOpened(
                name: name,
                product: "sample-cad",
                productVersion: "1.0.0",
                claims: ["C1", "C2"],
                applicant: "sample-company",
                holders: holders,
                targets: targets,
                adopted: [],
                manifest: manifest,
                classes: Self.classes,
                held: held
            )
        }
    }

    private typealias Part = (SubmissionName, [SubmissionOpened.Target], [Approval])

    private static func plan(_ dice: inout Dice, _ all: [Jurisdiction]) throws -> [Part] {
        switch dice.roll(0...5) {
        case 0:
            // One country's decision, and two that rest on it.
            return [
                ("alpha", [target("SG", "national")], []),
                ("beta", [target("MY", "singapore-programme")], []),
                ("gamma", [target("TH", "singapore-programme"), target("TW", "reliance")], []),
            ]
        case 1, 2:
            // A chain of approvals held from the beginning, over three submissions.
            return [
                ("alpha", [target("TW", "national")], [approval("alpha", "SG")]),
                ("beta", [target("HK", "national")], [approval("beta", "MY", on: ["alpha/held-SG-1"])]),
                ("gamma", [target("TH", "singapore-programme")], [approval("gamma", "VN", on: ["beta/held-MY-1"])]),
            ]
        case 3:
            // Approved in several countries, for changes that are taken up together, or with terms, for renewals.
            if dice.chance(40) {
                let until = PartialDate("2026-09-30")
                let held = (["MY", "TH", "TW"] as [JurisdictionCode]).map { approval("alpha", $0, until: until) }
                return [("alpha", [target("SG", "national")], held)]
            }
            let held = (["JP", "SG", "TH"] as [JurisdictionCode]).map { approval("alpha", $0) }
            return [("alpha", [target("TW", "national")], held)]
        case 4:
            return [
                (
                    "alpha",
                    [
                        target("JP", "two-stage", .concurrentAction), target("SG", "bundled", .concurrentAction),
                        target("TH", "bundled", .concurrentReview), target("MY", "reliance"),
                    ], []
                ),
                ("beta", [target("TW", "abridged")], [approval("beta", "AU", on: ["alpha/held-SG-1"])]),
            ]
        default:
            return ["alpha", "beta", "gamma"].map { name in
                let countries = all.shuffled(using: &dice).prefix(dice.roll(1...3))
                let targets = countries.compactMap { country -> SubmissionOpened.Target? in
                    let routes = country.routes.map(\.name).uniqued().filter { $0 != "hub" && $0 != "bundled" }
                    return dice.pick(routes).map { target(country.code, $0) }
                }
                return (SubmissionName(name), targets.isEmpty ? [target("SG", "national")] : targets, [])
            }
        }
    }

    private static func target(
        _ code: JurisdictionCode,
        _ route: RouteName,
        _ participation: Participation? = nil
    ) -> SubmissionOpened.Target {
        .init(jurisdiction: code, route: route, participation: participation)
    }

    private static func approval(
        _ name: SubmissionName,
        _ code: JurisdictionCode,
        on approvals: [Approval.ID] = [],
        until end: PartialDate? = nil
    ) -> Approval {
        Approval(
            id: Approval.ID("\(name)/held-\(code)-1"),
            product: "sample-cad",
            productVersion: "1.0.0",
            jurisdiction: code,
            basis: approvals.isEmpty ? .full : .abridged,
            stage: nil,
            claims: ["C1", "C2"],
            number: "H-1",
            grantedOn: .year(2025),
            validUntil: end,
            conditions: [],
            dependsOn: approvals.map { .init(approval: $0, revision: 1) }
        )
    }

    /// One document for each requirement of each target, in a language that it accepts.
    static func entries(of opened: SubmissionOpened, _ definitions: SharedDefinitions) throws -> [DossierEntry] {
        try opened.targets.flatMap { target in
            (try definitions.jurisdiction(target.jurisdiction)?.requirements ?? []).map { requirement in
                DossierEntry(
                    heading: requirement.heading,
                    jurisdiction: target.jurisdiction,
                    language: requirement.languages.first
                )
            }
        }
    }
}

extension Sequence where Element: Hashable {
    /// The elements in order, each once.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
