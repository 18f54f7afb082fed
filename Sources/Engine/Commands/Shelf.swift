package import Regulation
package import Submissions
import TransparencyLog

/// What a decision or a query looks up in one transaction: pinned rules from the store, current ones as configured.
///
/// The core's look-ups cannot throw, so a fault met on the way is kept and thrown by ``check()`` afterwards.
package final class Shelf {
    private let reader: (any StoreReader)?
    private let definitions: any DefinitionSource
    private let pins: PinCache
    /// The canonical forms to which the decision newly bound a case, to be kept in the workspace.
    private(set) var fresh: [Pin: String] = [:]
    private var failure: (any Error)?

    /// Without a reader only what is at hand may be looked up; anything else is then a fault.
    package init(_ reader: (any StoreReader)?, _ world: World, _ pins: PinCache) {
        self.reader = reader
        self.definitions = world.definitions
        self.pins = pins
    }

    /// Throws the fault that a look-up met, if one did.
    package func check() throws {
        if let failure { throw failure }
    }

    package var rulebook: Rulebook {
        Rulebook(
            procedure: { self.procedure($0) },
            rules: { self.rules($0) },
            calendar: { id in self.attempt { try self.definitions.calendar(id) } },
            binding: { self.binding($0, $1, $2, $3) },
            tracks: { code in
                self.attempt { try self.definitions.jurisdiction(code)?.tracks.map(\.name) }?.uniqued() ?? []
            },
            hub: { self.attempt { try self.definitions.jurisdictions().first { $0.hub != nil }?.code } }
        )
    }

    package func procedure(_ pin: Pin) -> Procedure? {
        attempt {
            try pins.procedure(pin) { try body(pin).map { try definitions.procedure(fromCanonical: $0) } }
        }
    }

    package func rules(_ pin: Pin) -> Jurisdiction? {
        attempt {
            try pins.rules(pin) { try body(pin).map { try definitions.jurisdiction(fromCanonical: $0) } }
        }
    }

    package func event(_ number: Int, of name: SubmissionName) -> EventRecord? {
        attempt { try store().event(number, of: name) }
    }

    private func body(_ pin: Pin) throws -> String? {
        if let body = fresh[pin] { return body }
        return try store().pinned(pin)
    }

    private func store() throws -> any StoreReader {
        guard let reader else { throw NotAtHand() }
        return reader
    }

    /// What is looked up would have to be read from the store, and there is none to read from.
    private struct NotAtHand: Error {}

    private func binding(
        _ code: JurisdictionCode,
        _ route: RouteName,
        _ date: CivilDate,
        _ deviceClass: DeviceClass?
    ) -> Rulebook.Binding? {
        attempt {
            guard
                let text = try definitions.canonicalRules(of: code, route: route, on: date, for: deviceClass)
            else { return nil }
            let rulesPin = pin(text)
            guard let rule = rules(rulesPin)?.boundRoute,
                let procedure = try definitions.canonicalProcedure(ProcedureID(rule.procedure))
            else { return nil }
            return Rulebook.Binding(procedure: pin(procedure), rules: rulesPin)
        }
    }

    private func pin(_ body: String) -> Pin {
        let pin = Self.pin(of: body)
        fresh[pin] = body
        return pin
    }

    /// What a canonical form is pinned to.
    package static func pin(of body: String) -> Pin { Pin("sha256:\(Digest.sha256(of: Array(body.utf8)))") }

    private func attempt<Value>(_ body: () throws -> Value?) -> Value? {
        do {
            return try body()
        } catch {
            if failure == nil { failure = error }
            return nil
        }
    }
}

extension Sequence where Element: Hashable {
    /// The elements in order, each once.
    package func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
