package import CanonicalJSON
package import Regulation
package import Submissions

extension Tasuki {
    /// Records a safety event of a product: a notice that belongs to the product, and a report for each country where the
    /// product is on the market, from the day on which the company became aware.
    ///
    /// It is kept in one submission of the product, the first that holds an approval; approvals that others hold count alike.
    ///
    /// - Parameters:
    ///   - product: The product.
    ///   - fields: What the first act of the notice declares: what happened, when, where, and when somebody became aware.
    ///   - actor: Who records it.
    ///   - date: When it is recorded; today where it is absent.
    ///   - condition: The version of the submission that was seen.
    ///   - key: The key under which it may safely be sent again.
    /// - Returns: The acceptance, with the notice.
    /// - Throws: ``EngineError/noSuchSubmission(_:known:)`` where no submission has the product, and what any command throws.
    package func recordSafetyEvent(
        of product: ProductID,
        _ fields: [String: JSONValue],
        by actor: Actor,
        on date: PartialDate? = nil,
        expecting condition: VersionCondition? = nil,
        key: String? = nil
    ) async throws -> Acceptance {
        let (track, action): (RouteName, ActionName) = ("safety-notice", "record")
        return try await perform(
            UseCase(
                try await keeper(of: product),
                by: actor,
                attempt: "track/\(track)/\(action)",
                on: date,
                expecting: condition,
                key: key,
                content: [
                    "track": .string(track.rawValue), "action": .string(action.rawValue), "fields": .object(fields),
                ],
                order: .beginTrack(track, action, fields: fields)
            )
        )
    }

    /// The submission in which what concerns the whole product is kept.
    private func keeper(of product: ProductID) async throws -> SubmissionName {
        try await store.read { reader in
            var (first, last): (SubmissionName?, SubmissionName?) = (nil, nil)
            while true {
                let names = try reader.submissions(of: product, after: last, limit: 100)
                first = first ?? names.first
                for name in names {
                    let approvals = try reader.submission(name)?.approvals ?? []
                    if approvals.contains(where: { $0.standing == .inForce || $0.standing == .suspended }) {
                        return name
                    }
                }
                guard names.count == 100 else { break }
                last = names.last
            }
            guard let first else {
                let known = try reader.submissions(after: nil, limit: 50)
                throw EngineError.noSuchSubmission(SubmissionName(product.rawValue), known: known)
            }
            return first
        }
    }
}
