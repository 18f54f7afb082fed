package import Regulation
package import Statecharts
package import Submissions

/// Which claims of a product may be told to whom, country by country, since when and by which rule.
package struct ClaimsReport: Hashable, Sendable {
    /// A claim that an approval in force covers.
    package struct Covered: Hashable, Sendable {
        package let claim: ClaimID
        /// The day since which the approval covers it, without a break.
        package let since: PartialDate
        package let approval: Approval.ID
    }

    /// A text for publication whose case is not over.
    package struct Text: Hashable, Sendable {
        /// `colon-cade/JP-publication`.
        package let fullName: String
        package let text: PublishedText
        /// Where its case stands.
        package let states: [StateID]
        package let procedure: ProcedureID?
        /// By the rules of today.
        package let telling: Telling

        /// Whether it is out and says more than may be told.
        package var mustGo: Bool { text.isReleased && !text.mayStay(telling.answer) }
    }

    package struct Country: Hashable, Sendable {
        package let code: JurisdictionCode
        package let stage: AdvertisingRule.Stage
        /// In the order of the claims.
        package let covered: [Covered]
        /// Claims of the product that no approval in force covers.
        package let uncovered: [ClaimID]
        package let answers: [Audience: AdvertisingAnswer]
        /// In the order of their submissions and cases.
        package let texts: [Text]

        /// Whether a claim may be told; nil where no source says, or a question is open.
        package func may(tell claim: ClaimID, to audience: Audience) -> Told? {
            guard let covered = covered.first(where: { $0.claim == claim }) else { return .not }
            guard case .rule(let rule)? = answers[audience] else { return nil }
            return switch rule.extent {
            case .nothing: .not
            case .approvedClaims: .since(covered.since)
            case .permittedTexts: .oncePermitted(covered.since)
            case .unknown: nil
            }
        }
    }

    package enum Told: Hashable, Sendable {
        case not
        case since(PartialDate)
        /// In a text that the authority has permitted.
        case oncePermitted(PartialDate)
    }

    package let product: ProductID
    package let name: String?
    package let on: CivilDate
    /// The claims as the newest manifest words them.
    package let claims: [ClaimID]
    package let countries: [Country]
}

/// Since when approvals cover claims, learnt event by event.
struct CoverageTrail {
    private(set) var since: [Approval.ID: [ClaimID: PartialDate]] = [:]

    /// Takes in what holds after an event of `date`; what is no longer covered, or no longer in force, begins anew.
    mutating func add(_ approvals: [Approval], on date: PartialDate) {
        for approval in approvals {
            guard approval.standing == .inForce else {
                since[approval.id] = [:]
                continue
            }
            let known = since[approval.id]
            since[approval.id] = Dictionary(
                approval.claims.map { claim in
                    // What an approval covers from the first is covered from its own day, whenever it was typed.
                    (claim, known.map { $0[claim] ?? date } ?? approval.grantedOn)
                }
            ) { first, _ in first }
        }
    }
}
