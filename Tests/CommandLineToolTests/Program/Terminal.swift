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

    /// How far each process is let to come that is killed, as shares of the time that one takes.
    static let kills = [0.4, 0.75, 0.65, 0.95, 0.85, 0.9]

    /// Proposes questions until as many processes as there are ``kills`` were killed amid their work.
    ///
    /// What was killed is sent again with its key. A stale request at the end is refused.
    func work(_ record: Record) async throws {
        var usual = try await propose("\(name) first", record)
        for (round, share) in Self.kills.enumerated() {
            let text = try await killed("\(name) killed \(round)", KillMoment(at: share, of: usual), record)
            usual = try await propose(text, record)
        }
        let text = "\(name) stale"
        let stale = try await program.run(arguments(text) + ["--expect", "1"])
        #expect(stale.code == 65, "\(stale.errors)")
        record.refuse(text)
    }

    /// Proposes questions until a process is killed with one: this one.
    private func killed(_ name: String, _ moment: KillMoment, _ record: Record) async throws -> String {
        var (moment, number) = (moment, 0)
        while true {
            let text = "\(name).\(number)"
            let outcome = try await program.start(arguments(text), killedAfter: moment.delay).outcome()
            if outcome.wasKilled {
                record.kill()
                return text
            }
            try #require(outcome.code == 0, "\(text): \(outcome.errors)")
            record.acknowledge(text)
            moment.comeSooner()
            number += 1
        }
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
