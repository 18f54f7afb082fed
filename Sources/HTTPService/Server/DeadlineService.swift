import Logging
import ServiceLifecycle

/// Fires every deadline that has fallen due, at the start and at an interval, until the server shuts down.
///
/// A fault is logged and tried again: what fell due is fired before the next command in any case.
struct DeadlineService<C: Clock<Duration>>: Service {
    let clock: C
    let interval: Duration
    let logger: Logger
    let fireDue: @Sendable () async throws -> Int

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let moved = try await fireDue()
                    if moved > 0 { logger.info("deadlines fired", metadata: ["submissions": "\(moved)"]) }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("deadlines could not be fired", metadata: ["error": "\(error)"])
                }
                guard (try? await clock.sleep(for: interval)) != nil else { return }
            }
        }
    }
}
