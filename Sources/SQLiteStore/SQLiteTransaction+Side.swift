import CanonicalJSON
import Engine
import Foundation
import GRDB
import Regulation
import Submissions
import TransparencyLog

extension SQLiteTransaction {
    func keep(_ texts: [CommittedText]) throws {
        // A commitment says what its text is, so one that is there already, or was erased, stays as it is.
        for text in texts {
            try db.run(
                "INSERT INTO committedText (commitment, salt, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                [text.commitment.rawValue, Data(text.salt), text.text]
            )
        }
    }

    func pin(_ body: String, as pin: Pin) throws {
        try db.run("INSERT INTO pinned (pin, body) VALUES (?, ?) ON CONFLICT DO NOTHING", [pin.rawValue, body])
    }

    func keep(_ answer: KeptAnswer, to key: IdempotencyKey) throws {
        let acceptance = answer.acceptance
        try db.run(
            """
            INSERT INTO idempotency (actor, key, request, submission, name, version, first, last, reached)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                key.actor, key.key, Data(answer.request.bytes), acceptance.submission.rawValue,
                acceptance.name?.rawValue, acceptance.version, acceptance.events.lowerBound,
                acceptance.events.upperBound, acceptance.reached?.kept,
            ]
        )
    }

    func enqueue(_ dependency: Dependency) throws {
        let flags = JSONValue.array(dependency.flags.map(ApprovalFlaggedCodec.encode)).canonicalText()
        // Once for each cause and target, even after it was carried out.
        try db.run(
            "INSERT INTO dependency (target, cause, flags) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [dependency.target.rawValue, dependency.cause, flags]
        )
    }

    func finish(_ dependency: Dependency) throws {
        try db.run(
            "UPDATE dependency SET done = 1 WHERE target = ? AND cause = ?",
            [dependency.target.rawValue, dependency.cause]
        )
    }

    func setSimulatedNow(_ instant: Instant) throws {
        guard case .simulated(let now) = try settings().clock else { throw EngineError.clockIsWall }
        guard instant >= now else { throw EngineError.clockBackwards(now: now, asked: instant) }
        try db.run("UPDATE workspace SET simulatedNow = ?", [instant.millisecondsSinceEpoch])
    }
}
