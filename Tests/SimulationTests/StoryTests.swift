import CanonicalJSON
import Engine
import Regulation
import Submissions
import Testing

@testable import Simulation

@Suite("Stories that went wrong once")
struct StoryTests {
    private static let lead = Actor(person: "lead", capacity: .applicant)

    private func ending(_ errands: [Errand], _ moves: [Move], limit: Int = 64) throws -> Ending {
        let story = Story(
            seed: 8,
            isSimulatedClock: true,
            limit: limit,
            foldLimit: 64,
            errands: errands,
            moves: moves
        )
        return story.play(try Shipped.definitions.get(), plant: nil)
    }

    private func opening(
        _ name: SubmissionName,
        holding held: [Approval],
        _ definitions: SharedDefinitions
    ) throws -> Errand {
        .open(
            SubmissionOpened(
                name: name,
                product: "sample-cad",
                productVersion: "1.0.0",
                claims: ["C1", "C2"],
                applicant: "sample-company",
                holders: ["HK", "SG"],
                targets: [.init(jurisdiction: "HK", route: "national", participation: nil)],
                adopted: [],
                manifest: try MemoryVault().put(Story.documents[0]),
                held: held
            ),
            by: Self.lead
        )
    }

    private func approval(_ id: Approval.ID, _ code: JurisdictionCode, on other: Approval.ID? = nil) -> Approval {
        Approval(
            id: id,
            product: "sample-cad",
            productVersion: "1.0.0",
            jurisdiction: code,
            basis: .full,
            stage: nil,
            claims: ["C1", "C2"],
            number: "H-1",
            grantedOn: .year(2025),
            validUntil: nil,
            conditions: [],
            dependsOn: other.map { [.init(approval: $0, revision: 1)] } ?? []
        )
    }

    @Test("a command that was accepted is answered so, although the queue is full when its consequences are due")
    func busyAfterwards() throws {
        let definitions = try Shipped.definitions.get()
        let track = Errand.openTrack(
            "registration",
            of: "SG",
            in: "alpha",
            by: .init(person: "p2", capacity: .applicant),
            key: nil
        )
        let errands = [try opening("alpha", holding: [approval("alpha/held-SG-1", "SG")], definitions), track, .drain]
        let ending = try ending(
            errands,
            [
                .send(client: 0, errand: 0, process: 0), .settle,
                // The track is opened and committed while another write takes the only place in the queue.
                .send(client: 0, errand: 1, process: 0), .proceed(client: 0), .take(process: 0, count: 1),
                .send(client: 1, errand: 2, process: 0), .proceed(client: 1), .finish(process: 0),
            ],
            limit: 1
        )
        #expect(ending.violation == nil)
        #expect(ending.tally.faults["busy"] == nil)
    }

    @Test("a log verifies in which an approval is flagged that was held from the beginning")
    func flaggedHolding() throws {
        let definitions = try Shipped.definitions.get()
        let held = [
            approval("alpha/held-SG-1", "SG"), approval("alpha/held-MY-1", "MY", on: "alpha/held-SG-1"),
        ]
        let officer = Actor(person: "p3", capacity: .role("officer", at: "HSA"))
        let errands: [Errand] = [
            try opening("alpha", holding: held, definitions),
            .openTrack("registration", of: "SG", in: "alpha", by: .init(person: "p2", capacity: .applicant), key: nil),
            .act(
                ActionRequest(
                    submission: "alpha",
                    name: "SG-registration",
                    action: "suspend",
                    actor: officer,
                    fields: ["reason": "A complaint."]
                )
            ),
        ]
        let moves = errands.indices.flatMap { [Move.send(client: 0, errand: $0, process: 0), .settle] }
        let ending = try ending(errands, moves)
        #expect(ending.violation == nil)
        #expect(ending.tally.flags == 1)
    }
}
