import Testing

/// One person at a terminal who proposes questions for a body, one process for each.
struct Terminal {
    let program: Program
    let name: String
    let place: String
    let body: String

    init(program: Program, name: String, of place: String, body: String) {
        self.program = program
        self.name = name
        self.place = place
        self.body = body
    }

    /// Proposes questions; every second process is killed somewhere on its way, and its request then sent again with
    /// its key; a stale one in between is refused.
    func work(_ record: Record) async throws {
        let end = ContinuousClock.now + .seconds(20)
        var usual = try await propose("\(name) first", record)
        for (round, share) in [0.4, 0.75, 0.65, 0.95, 0.85, 0.9].enumerated() {
            guard ContinuousClock.now < end else { break }
            let text = "\(name) killed \(round)"
            let outcome = try await program.start(arguments(text), killedAfter: usual * share).outcome()
            if outcome.wasKilled { record.kill() }
            if outcome.code == 0 { record.acknowledge(text) }
            usual = try await propose(text, record)
        }
        let text = "\(name) stale"
        let stale = try await program.run(arguments(text) + ["--expect", "1"])
        #expect(stale.code == 65, "\(stale.errors)")
        record.refuse(text)
    }

    /// How long it took.
    private func propose(_ text: String, _ record: Record) async throws -> Duration {
        let began = ContinuousClock.now
        let outcome = try await program.run(arguments(text))
        #expect(outcome.code == 0, "\(text): \(outcome.errors)")
        if outcome.code == 0 { record.acknowledge(text) } else { record.refuse(text) }
        return ContinuousClock.now - began
    }

    private func arguments(_ text: String) -> [String] {
        [
            "act", "colon-cade/\(place)", "propose", "--as", "officer@\(body)", "--by", name, "--key",
            text.replacing(" ", with: "-"), "--set", "questions.0.text=\(text)",
        ]
    }
}
