package import Engine
import Regulation

/// A place where one test keeps a workspace, with the store that is held to the contract.
///
/// A second store is tested by a type like this one, and by a suite that names the promises of ``StoreContract``.
package protocol StoreUnderTest: Sendable {
    associatedtype Store: SubmissionStore

    /// A place of its own, with no workspace in it yet.
    init()
    /// Makes the workspace.
    func make(_ settings: WorkspaceSettings) throws -> Store
    /// Opens the workspace once more, as another process does.
    func reopen() throws -> Store
    /// How many writes wait for the transaction that is running.
    func waitingCount(in store: Store) -> Int
    /// Removes the place; the last thing that is asked for.
    func remove()
}

/// What every store promises to the engine, whatever it is made of.
///
/// Each promise is one function, which a suite of each store runs under its title. Where a store has more to show of
/// the same workspace, the suite passes that in.
package struct StoreContract<Workspace: StoreUnderTest>: Sendable {
    package init(_: Workspace.Type) {}

    /// Runs `body` with a new workspace, which is removed once its stores are gone.
    func withWorkspace(
        _ settings: WorkspaceSettings = WorkspaceSettings(clock: .wall, zone: .utc),
        _ body: (Workspace, Workspace.Store) async throws -> Void
    ) async throws {
        let workspace = Workspace()
        defer { workspace.remove() }
        try await body(workspace, try workspace.make(settings))
    }
}
