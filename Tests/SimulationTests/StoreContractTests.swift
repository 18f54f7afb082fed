import StorePromises
import Testing

@testable import Simulation

@Suite("What every store promises, by the simulated one")
struct StoreContractTests {
    private let contract = StoreContract(SimulatedWorkspace.self)

    @Test("a submission is what its events make of it, for the writer, for readers and after a restart")
    func folding() async throws { try await contract.folding() }

    @Test("history ends with what was recorded at the instant asked for")
    func history() async throws { try await contract.history() }

    @Test("the head is the root over the leaves, and a refusal is a leaf that changes no version")
    func tree() async throws { try await contract.tree() }

    @Test("the log is shown leaf by leaf, in its own order and in that of its submissions")
    func scanning() async throws { try await contract.scanning() }

    @Test("texts, pins, answers and pending commands come back as they were kept, and only once")
    func sideTables() async throws { try await contract.sideTables() }

    @Test("a key has one answer, and a body that would give it another leaves nothing behind")
    func oneAnswer() async throws { try await contract.oneAnswer() }

    @Test("a workspace keeps the clock and the zone it was made with")
    func settings() async throws { try await contract.settings() }

    @Test("simulated time moves forward only, and wall time not at all")
    func clocks() async throws { try await contract.clocks() }

    @Test(
        "a hundred writes that wait for one disk go into one transaction, each of them once",
        .timeLimit(.minutes(30))
    )
    func batching() async throws { try await contract.batching() }

    @Test("one body's refusal leaves nothing behind and never touches its neighbours", .timeLimit(.minutes(30)))
    func isolation() async throws { try await contract.isolation() }

    @Test("a body that swallows a failed append cannot commit the rest of it")
    func swallowing() async throws {
        guard case .constraint = try await contract.swallowing() as? SimulatedFault else {
            Issue.record("the store refuses for another reason")
            return
        }
    }

    @Test("names are listed by what they belong to, in order and in pages")
    func names() async throws { try await contract.names() }

    @Test("each list of cases has those that belong to it, in its order and in pages")
    func lists() async throws { try await contract.lists() }

    @Test("lists say of each case what its submission says, in order")
    func rows() async throws { try await contract.rows() }

    @Test("lists hold every approval of a product in its latest revision")
    func approvals() async throws { try await contract.approvals() }

    @Test("each of two processes builds on what the other has just written")
    func interleaving() async throws { try await contract.interleaving() }

    @Test("many writers of both processes lose nothing and write nothing twice", .timeLimit(.minutes(30)))
    func contention() async throws { try await contract.contention() }

    @Test("a reader keeps the state it began with while others write", .timeLimit(.minutes(30)))
    func snapshots() async throws { try await contract.snapshots() }

    @Test("every commit is told of once, whoever made it")
    func changeCount() async throws { try await contract.changeCount() }
}
