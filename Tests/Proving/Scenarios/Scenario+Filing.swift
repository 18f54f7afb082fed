package import Regulation
package import Submissions

extension Scenario {
    /// The countries of the demo, on the routes of the demo.
    package static let bundle: [SubmissionOpened.Target] = [
        .init(jurisdiction: "JP", route: "two-stage", participation: .concurrentAction),
        .init(jurisdiction: "SG", route: "bundled", participation: .concurrentAction),
        .init(jurisdiction: "TH", route: "bundled", participation: .concurrentReview),
        .init(jurisdiction: "MY", route: "reliance", participation: nil),
    ]

    /// The class of the sample in each country, as the demo's product has it.
    package static let classes: [JurisdictionCode: DeviceClass] = [
        "JP": "II", "SG": "B", "MY": "B", "TH": "2", "TW": "2", "KR": "2", "VN": "C", "PH": "B", "ID": "B", "IN": "B",
        "HK": "II", "CN": "II", "AU": "IIa",
    ]

    /// Opens a submission of a product with the claims C1 and C2.
    package mutating func open(
        _ targets: [SubmissionOpened.Target] = Self.bundle,
        classes: [JurisdictionCode: DeviceClass] = [:],
        held: [Approval] = [],
        calendars: [JurisdictionCode: String] = [:],
        traits: [TraitStatement] = []
    ) throws(Refusal) {
        let opened = SubmissionOpened(
            name: "sample",
            product: "sample-cad",
            productVersion: "1.0.0",
            claims: ["C1", "C2"],
            applicant: "sample-company",
            holders: targets.map(\.jurisdiction),
            targets: targets,
            adopted: [],
            manifest: "manifest",
            calendars: calendars,
            classes: Self.classes.merging(classes) { _, own in own },
            traits: traits,
            held: held
        )
        try send(.open(opened))
    }

    /// Opens and files, with every document that any target requires.
    package mutating func file(
        _ targets: [SubmissionOpened.Target] = Self.bundle,
        classes: [JurisdictionCode: DeviceClass] = [:],
        held: [Approval] = [],
        calendars: [JurisdictionCode: String] = [:],
        traits: [TraitStatement] = []
    ) throws(Refusal) {
        try open(targets, classes: classes, held: held, calendars: calendars, traits: traits)
        try send(.file(revision: "revision", entries: entries(for: targets), for: []))
    }

    /// Files and brings the bundle to joint review: fee paid, fanned out, JP, SG and TH accepted.
    package mutating func review() throws(Refusal) {
        try file()
        try act("hub", "acceptBundle", by: Self.officer("PMDA"))
        try act("hub", "payFee", ["reference": .code("INV-1")])
        try act("hub", "fanOut", by: Self.officer("PMDA"))
        try act("JP", "accept", by: Self.officer("PMDA"))
        try act("SG", "accept", by: Self.officer("HSA"))
        try act("TH", "accept", by: Self.officer("ThaiFDA"))
    }

    /// Brings Japan before the Minister with every inspection conforming, and the bundle to its decision window.
    package mutating func openWindow() throws(Refusal) {
        try review()
        let reviewer = Self.officer("PMDA")
        for result in ["reliabilityResult", "clinicalPracticeResult", "qualitySystemResult"] as [ActionName] {
            try act("JP", result, by: reviewer, ["result": .choice("conform")])
        }
        try act("JP", "writeReport", by: reviewer, documents: 1)
        try act("JP", "toMinister", by: reviewer)
        try act("hub", "closeJointReview", by: reviewer)
        try act("hub", "giveConsent", ["recipients": .jurisdictions(["SG", "TH", "MY"])])
        try act("hub", "shareReport", by: reviewer, documents: 1)
        try act("SG", "ready", by: Self.officer("HSA"))
        try act("hub", "openWindow", by: reviewer)
    }

    /// One document for each requirement of each target, in a language that it accepts.
    package func entries(for targets: [SubmissionOpened.Target]) -> [DossierEntry] {
        targets.flatMap { target in
            (jurisdiction(target.jurisdiction)?.requirements ?? []).map { requirement in
                DossierEntry(
                    heading: requirement.heading,
                    jurisdiction: target.jurisdiction,
                    language: requirement.languages.first
                )
            }
        }
    }
}
