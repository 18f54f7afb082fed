import CanonicalJSON
import Engine
import Foundation
import GRDB
import Regulation
import Statecharts
import Submissions
import TransparencyLog

extension DatabaseReading {
    func texts(_ commitments: [TextCommitment]) throws -> [TextCommitment: CommittedText] {
        let sql = "SELECT salt, text FROM committedText WHERE commitment = ? AND text IS NOT NULL"
        let statement = try db.cachedStatement(sql: sql)
        var texts: [TextCommitment: CommittedText] = [:]
        for commitment in commitments where texts[commitment] == nil {
            guard let row = try Row.fetchOne(statement, arguments: [commitment.rawValue]) else { continue }
            texts[commitment] = CommittedText(
                commitment: commitment,
                salt: [UInt8](try row.decode(Data.self, atIndex: 0)),
                text: try row.decode(atIndex: 1)
            )
        }
        return texts
    }

    func pinned(_ pin: Pin) throws -> String? {
        let statement = try db.cachedStatement(sql: "SELECT body FROM pinned WHERE pin = ?")
        return try String.fetchOne(statement, arguments: [pin.rawValue])
    }

    func dependencies(limit: Int) throws -> [Dependency] {
        let sql = "SELECT target, cause, flags FROM dependency WHERE done = 0 ORDER BY id LIMIT ?"
        return try db.rows(sql, [max(0, limit)]) { row in
            guard let flags = try? JSONValue(parsing: try row.text(2).utf8).arrayValue else {
                throw StoreError.damaged(reason: "a pending command is malformed")
            }
            return Dependency(
                target: SubmissionName(try row.text(0)),
                cause: try row.text(1),
                flags: try flags.map { try ApprovalFlaggedCodec.decode($0) }
            )
        }
    }

    func answer(to key: IdempotencyKey) throws -> KeptAnswer? {
        let sql = """
            SELECT request, submission, name, version, first, last, reached FROM idempotency
            WHERE actor = ? AND key = ?
            """
        return try db.rows(sql, [key.actor, key.key]) { row in
            let (first, last) = (try row.integer(4), try row.integer(5))
            guard let request = Digest(bytes: try row.bytes(0)), first <= last else {
                throw StoreError.damaged(reason: "a kept answer is malformed")
            }
            let acceptance = Acceptance(
                submission: SubmissionName(try row.text(1)),
                name: try row.text(ifAny: 2).map { CaseName($0) },
                version: try row.integer(3),
                events: first...last,
                reached: try row.text(ifAny: 6).flatMap { CaseState(keptAs: $0) }
            )
            return KeptAnswer(request: request, acceptance: acceptance)
        }.first
    }
}

extension CaseState {
    /// The procedure and the states in one text; none of their names holds a space.
    var kept: String { ([procedure.rawValue] + states.map(\.rawValue)).joined(separator: " ") }

    init?(keptAs text: String) {
        let names = text.split(separator: " ").map(String.init)
        guard let procedure = names.first else { return nil }
        self.init(procedure: ProcedureID(procedure), states: names.dropFirst().map { StateID(rawValue: $0) })
    }
}
