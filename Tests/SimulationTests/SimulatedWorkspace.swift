@preconcurrency import Dispatch
import Engine
import StorePromises
import Synchronization

@testable import Simulation

/// A disk with simulated stores on it of which no step is delayed: what waits is committed, or served, at once.
///
/// One queue stands for the writer's lock of all processes; readers have another one and wait for nobody.
final class SimulatedWorkspace: StoreUnderTest {
    private static let foldLimit = 512

    private let disk = Mutex<DurableState?>(nil)
    private let writer = DispatchQueue(label: "simulated-writer")
    private let readers = DispatchQueue(label: "simulated-readers", attributes: .concurrent)

    func make(_ settings: WorkspaceSettings) -> SimulatedStore {
        disk.withLock { $0 = DurableState(settings: settings) }
        return reopen()
    }

    func reopen() -> SimulatedStore {
        SimulatedStore(limit: 4_096, foldLimit: Self.foldLimit) { store in
            self.writer.async { self.commit(store) }
            self.readers.async { self.serve(store) }
        }
    }

    func waitingCount(in store: SimulatedStore) -> Int { store.waitingWrites.count }

    /// Nothing lies anywhere but in memory.
    func remove() {}

    /// Runs all bodies that wait in one transaction.
    private func commit(_ store: SimulatedStore) {
        guard !store.waitingWrites.isEmpty, let state = disk.withLock({ $0 }) else { return }
        var batch = store.begin(
            .max,
            process: 0,
            on: state,
            foldLimit: Self.foldLimit,
            room: nil,
            plant: nil
        )
        let committed = batch.transaction.seal()
        disk.withLock { $0 = committed }
        store.remember(batch)
        batch.answer()
    }

    private func serve(_ store: SimulatedStore) {
        guard let state = disk.withLock({ $0 }) else { return }
        store.serve(0, on: state)
    }
}
