import CanonicalJSON
package import Regulation
import Submissions

extension Course {
    private static func officer(_ body: BodyID) -> Actor.Capacity { .role("officer", at: body) }

    private static func question(_ text: String) -> [String: JSONValue] {
        ["questions": .array([.object(["text": .string(text), "heading": .string("CH3.05")])])]
    }

    private static func answer(_ number: Int) -> [String: JSONValue] {
        [
            "answers": .array([
                .object([
                    "question": .string("q-\(number)"),
                    "text": .string("The table asked for is enclosed as annex \(number)."),
                ])
            ])
        ]
    }

    private static let claims: JSONValue = .array([.string("C1")])

    /// One country's own review with two rounds of questions, to its approval and a little beyond: twelve actions.
    package static func national(_ code: JurisdictionCode, by body: BodyID) -> Course {
        let officer = officer(body)
        let name = CaseName(code.rawValue)
        return Course(
            targets: [.init(jurisdiction: code, route: "national", participation: nil)],
            steps: [
                Step(name, "accept", by: officer, ["reference": "REF-1"]),
                Step(
                    name,
                    "ask",
                    by: officer,
                    question("How was the stand-alone sensitivity weighted by lesion size?")
                ),
                Step(name, "answer", answer(1)),
                Step(name, "quoteFee", by: officer, ["fee": "evaluation", "amount": "SGD 1910.00"]),
                Step(name, "payFee", ["fee": "evaluation", "amount": "SGD 1910.00", "reference": "INV-1"]),
                Step(name, "ask", by: officer, question("Which penetration tests were repeated for this version?")),
                Step(name, "answer", answer(2)),
                Step(name, "finishReview", by: officer),
                Step(name, "returnToReview", by: officer, ["reason": "The second answer is to be assessed once more."]),
                Step(name, "finishReview", by: officer),
                Step(name, "approve", by: officer, ["number": "DE-0001", "claims": claims]),
                Step(name, "suspend", by: officer, ["reason": "A complaint from the market is under study."]),
            ]
        )
    }

    /// A bundle of four countries up to its decisions: the hub, two simultaneous reviews, one by reliance.
    package static let bundle = Course(
        targets: [
            .init(jurisdiction: "JP", route: "two-stage", participation: .concurrentAction),
            .init(jurisdiction: "SG", route: "bundled", participation: .concurrentAction),
            .init(jurisdiction: "TH", route: "bundled", participation: .concurrentReview),
            .init(jurisdiction: "MY", route: "reliance", participation: nil),
        ],
        steps: [
            Step("hub", "acceptBundle", by: officer("PMDA")),
            Step("hub", "payFee", ["reference": "INV-1"]),
            Step("hub", "fanOut", by: officer("PMDA")),
            Step("JP", "accept", by: officer("PMDA")),
            Step("SG", "accept", by: officer("HSA")),
            Step("TH", "accept", by: officer("ThaiFDA")),
            Step("JP", "reliabilityResult", by: officer("PMDA"), ["result": "conform"]),
            Step("JP", "clinicalPracticeResult", by: officer("PMDA"), ["result": "conform"]),
            Step("JP", "qualitySystemResult", by: officer("PMDA"), ["result": "conform"]),
            Step("JP", "writeReport", by: officer("PMDA"), documents: 1),
            Step("JP", "toMinister", by: officer("PMDA")),
            Step("hub", "closeJointReview", by: officer("PMDA")),
            Step("hub", "giveConsent", ["recipients": .array([.string("SG"), .string("TH"), .string("MY")])]),
            Step("hub", "shareReport", by: officer("PMDA"), documents: 1),
            Step("SG", "ready", by: officer("HSA")),
            Step("hub", "openWindow", by: officer("PMDA")),
            Step("SG", "approve", by: officer("HSA"), ["number": "DE-0002", "claims": claims]),
        ]
    )

    /// The twelve-action job of the comparison with other engines.
    package static let singapore = national("SG", by: "HSA")

    /// What a workspace of many submissions holds, in rough proportion.
    package static let mixture: [Course] = [
        singapore, bundle, national("TW", by: "TFDA"), national("KR", by: "MFDS"), bundle, national("AU", by: "TGA"),
        national("TH", by: "ThaiFDA"),
    ]
}
