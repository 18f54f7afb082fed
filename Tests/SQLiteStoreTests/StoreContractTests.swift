import StorePromises
import Testing

@testable import SQLiteStore

@Suite("What every store promises")
struct StoreContractTests {
    private let contract = StoreContract(ScratchWorkspace.self)

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

    @Test("names are listed by what they belong to, in order and in pages")
    func names() async throws { try await contract.names() }

    @Test("each list of cases has those that belong to it, in its order and in pages")
    func lists() async throws { try await contract.lists() }

    @Test("every commit is told of once, whoever made it")
    func changeCount() async throws { try await contract.changeCount() }
}
