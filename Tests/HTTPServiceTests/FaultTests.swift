import Engine
import Logging
import Submissions
import TestSupport
import Testing

@testable import HTTPService

@Suite("Faults of the server's own")
struct FaultTests {
    /// A store that cannot be read any more.
    private struct BrokenStore: SubmissionStore {
        struct Fault: Error { let secret = "/srv/workspace/tasuki.sqlite: disk I/O error" }

        func write<Output: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws -> Output
        ) async throws -> Output { throw Fault() }

        func read<Output: Sendable>(
            _ body: @escaping @Sendable (any StoreReader) throws -> Output
        ) async throws -> Output { throw Fault() }

        func changeCount() throws -> Int { throw Fault() }

        func close() async throws {}
    }

    /// A store whose queue is full.
    private struct BusyStore: SubmissionStore {
        func write<Output: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws -> Output
        ) async throws -> Output { throw EngineError.busy }

        func read<Output: Sendable>(
            _ body: @escaping @Sendable (any StoreReader) throws -> Output
        ) async throws -> Output { throw EngineError.busy }

        func changeCount() throws -> Int { throw EngineError.busy }

        func close() async throws {}
    }

    @Test("the client learns only a number, under which the log holds the rest in one line")
    func fault() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(Tasuki(store: BrokenStore(), world: workspace.tasuki.world), workspace.words)
        for path in ["/healthz", "/", "/v1/submissions/colon-cade/status"] {
            let answer = try await client.get(path)
            #expect(answer.status == 500)
            #expect(answer.json["code"] as? String == "internal")
            #expect(!answer.body.contains("secret") && !answer.body.contains("sqlite"))
            #expect((answer.json["detail"] as? String)?.contains("request-1") == true)
        }
        #expect(client.log.errors.count == 3)
        #expect(
            client.log.errors.allSatisfy { $0.contains("hb.request.id=request-1") && $0.contains("disk I/O error") }
        )
        try await workspace.remove()
    }

    @Test("a full queue asks to come again, and is no fault")
    func busy() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(Tasuki(store: BusyStore(), world: workspace.tasuki.world), workspace.words)
        let answer = try await client.post(
            "/v1/cases/colon-cade/SG/actions/accept",
            #"{"as": "applicant", "by": "x"}"#
        )
        #expect(answer.status == 503)
        #expect(answer.header("Retry-After") == "1")
        #expect(client.log.errors.isEmpty)
        try await workspace.remove()
    }

    @Test("deadlines are fired at the start, and again after a fault", .timeLimit(.minutes(30)))
    func deadlines() async throws {
        let (calls, call) = AsyncStream.makeStream(of: Int.self)
        let count = Counter()
        let service = DeadlineService(
            clock: ContinuousClock(),
            interval: .milliseconds(1),
            logger: Logger(label: "test") { _ in RecordedLog() }
        ) {
            let number = await count.next()
            call.yield(number)
            if number == 1 { throw BrokenStore.Fault() }
            return 1
        }
        let running = Task { try await service.run() }
        for await number in calls where number >= 3 { break }
        running.cancel()
        try await running.value
    }

    private actor Counter {
        private var count = 0
        func next() -> Int {
            count += 1
            return count
        }
    }
}
