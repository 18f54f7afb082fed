package import Engine
package import Regulation

extension Tasuki {
    /// What a look back at `text` means: the end of that day in the workspace's zone, or that very instant.
    ///
    /// - Parameters:
    ///   - text: A day or an instant; nil for now.
    ///   - name: What the text is called where it was typed.
    /// - Returns: The instant; nil for now.
    /// - Throws: ``EngineError/badDate(_:of:_:)`` where it is neither, ``EngineError/momentAhead(_:of:today:)`` where it has
    ///   not come yet: what will be known then nobody can say.
    package func moment(_ text: String?, named name: String) async throws -> Instant? {
        guard let text else { return nil }
        let clock = try await clock()
        let zone = clock.settings.zone
        let today = zone.civilDate(at: clock.now)
        if let date = CivilDate(text) {
            guard date <= today else { throw EngineError.momentAhead(text, of: name, today: today) }
            return zone.startOfDay(date.adding(days: 1)).adding(milliseconds: -1)
        }
        guard let instant = Instant(text) else { throw EngineError.badDate(text, of: name, .moment) }
        guard instant <= clock.now else { throw EngineError.momentAhead(text, of: name, today: today) }
        return instant
    }
}
