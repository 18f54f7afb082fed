package import Engine
package import Regulation
package import Submissions

/// A safety event of a product, with what it asks for in each country where the product is on the market.
package struct SafetyOverview: Hashable, Sendable {
    /// What one country is to be told.
    package struct Market: Hashable, Sendable {
        /// Where the report stands.
        package enum Standing: String, Hashable, Sendable, CaseIterable {
            case due, reported
            /// Somebody found that nothing is owed there.
            case notOwed = "not-owed"
        }

        package let jurisdiction: JurisdictionCode
        /// The case of the report; `nil` where Tasuki has no rules of the country.
        package let name: CaseName?
        /// What stands in its place there.
        package let obligation: ObligationID?
        package let standing: Standing
        /// What is still to be done; its date is `nil` where no rule says by when.
        package let duty: Duty?
        /// The rule under which the event falls, with its source; `nil` where none is known.
        package let rule: SafetyRule?
        /// When it was reported, and whether in time; `nil` where it was not yet, or where nobody told by when.
        package var report: ReportTiming?
        /// A rule for such events where they happen elsewhere, where none speaks of this one: at home, or abroad.
        package var ruleElsewhere: SafetyRule?
    }

    package let submission: SubmissionName
    package let name: CaseName
    package let product: ProductID
    package let event: SafetyEvent
    package let awareOn: PartialDate
    package let occurredOn: PartialDate?
    package let state: CaseState
    /// What is to be done first comes first, what is done last.
    package let markets: [Market]

    /// `colon-cade/safety-notice`.
    package var fullName: String { "\(submission)/\(name)" }

    /// Countries of which Tasuki knows no rule for such an event, wherever it happens, and where nobody has told the authority yet.
    package var unruled: [JurisdictionCode] {
        markets.filter { $0.rule == nil && $0.ruleElsewhere == nil && $0.standing == .due }.map(\.jurisdiction)
            .uniqued()
    }
}

extension SafetyOverview.Market {
    func precedes(_ other: Self) -> Bool {
        switch (duty, other.duty) {
        case (let mine?, let theirs?): mine.precedes(theirs)
        case (.some, .none): true
        case (.none, .some): false
        case (.none, .none): (jurisdiction, name ?? "") < (other.jurisdiction, other.name ?? "")
        }
    }
}
