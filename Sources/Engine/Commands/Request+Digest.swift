import CanonicalJSON
import Regulation
import Submissions
import TransparencyLog

extension ActionRequest {
    /// What the key stands for: every word of the request but the key.
    var digest: Digest {
        var object: [String: JSONValue] = [
            "submission": .string(submission.rawValue), "case": .string(name.rawValue),
            "action": .string(action.rawValue), "as": .string(actor.capacity.description), "fields": .object(fields),
            "documents": .array(
                documents.map { .object(["digest": .string($0.digest.rawValue), "name": .string($0.name)]) }
            ),
        ]
        if let occurredOn { object["occurredOn"] = .string(occurredOn.description) }
        if let expectedVersion { object["expected"] = .integer(Int64(expectedVersion)) }
        return Digest.sha256(of: JSONValue.object(object).canonicalBytes())
    }

    /// Keys are scoped to the actor, so that nobody can guess another's.
    var idempotencyKey: IdempotencyKey? {
        key.map { IdempotencyKey(actor: "\(actor.person) \(actor.capacity)", key: $0) }
    }
}
