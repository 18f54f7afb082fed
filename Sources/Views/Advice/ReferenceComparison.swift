package import CanonicalJSON
package import Regulation
package import Submissions

/// An approval on which a route would rest, beside what is to be filed: what it covers of that, and in which version.
package struct ReferenceComparison: Hashable, Sendable {
    package let approval: Approval.ID
    /// Claims to be filed that the approval has.
    package let covered: [ClaimID]
    /// Claims to be filed that it has not: an approval that rests on it cannot have them.
    package let lacking: [ClaimID]
    package let version: String
    package let filed: String

    package init(of approval: Approval, with facts: RouteFacts) {
        self.approval = approval.id
        covered = facts.claims.filter(approval.claims.contains)
        lacking = facts.claims.filter { !approval.claims.contains($0) }
        version = approval.productVersion
        filed = facts.productVersion
    }

    /// Whether the two are not the same.
    package var differs: Bool { !lacking.isEmpty || version != filed }

    package var json: JSONValue {
        .object([
            "approval": .string(approval.rawValue),
            "covers": .array(covered.map { .string($0.rawValue) }),
            "lacks": .array(lacking.map { .string($0.rawValue) }),
            "version": .string(version),
            "filed": .string(filed),
        ])
    }
}

extension Labels {
    /// `colon-cade/JP covers C1, not C2; version 2.0, filed 2.1`.
    package func words(for comparison: ReferenceComparison) -> String {
        func list(_ claims: [ClaimID]) -> String { claims.map(\.rawValue).joined(separator: ", ") }
        let (id, covered, lacking) = (comparison.approval.rawValue, comparison.covered, comparison.lacking)
        let claims =
            if lacking.isEmpty {
                text("advice.compared.all", id)
            } else if covered.isEmpty {
                text("advice.compared.none", id, list(lacking))
            } else {
                text("advice.compared.part", id, list(covered), list(lacking))
            }
        guard comparison.version != comparison.filed else { return claims }
        return claims + self["refusals.separator"]
            + text("advice.compared.version", comparison.version, comparison.filed)
    }
}
