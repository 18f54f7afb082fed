package import Regulation

/// A decision in force: what it covers, on what it rests, and what has happened to that.
package struct Approval: Hashable, Codable, Sendable {
    /// `colon-cade/SG`: one approval a case, revised in place.
    package typealias ID = Identifier<Approval>

    package typealias Basis = ApprovalBasis

    package enum Standing: String, Hashable, Codable, Sendable, CaseIterable {
        case inForce = "in-force"
        case suspended, withdrawn, lapsed
    }

    /// Another approval, in the revision that was relied on.
    package struct Reference: Hashable, Codable, Sendable {
        package let approval: ID
        package let revision: Int

        package init(approval: ID, revision: Int) {
            self.approval = approval
            self.revision = revision
        }
    }

    /// A change of an approval on which this one rests, at any depth, or a doubt in which it was filed.
    package struct Flag: Hashable, Codable, Sendable {
        package enum Change: String, Hashable, Codable, Sendable, CaseIterable {
            case amended, suspended, reinstated, withdrawn, lapsed
            /// It was relied on, and no confirmed rule says that it suffices.
            case unsure
        }

        package let cause: Reference
        package let change: Change
        /// From the changed approval to this one.
        package let path: [ID]
        /// Whether the authority has looked into it.
        package var isSettled: Bool

        package init(cause: Reference, change: Change, path: [ID], isSettled: Bool = false) {
            self.cause = cause
            self.change = change
            self.path = path
            self.isSettled = isSettled
        }
    }

    package let id: ID
    package let product: ProductID
    package var productVersion: String
    package let jurisdiction: JurisdictionCode
    package let basis: Basis
    /// 1 for a first-stage approval, 2 once the second stage has widened it; `nil` where there are no stages.
    package var stage: Int?
    package var standing: Standing
    package var claims: [ClaimID]
    package var number: String?
    package var grantedOn: PartialDate
    package var validUntil: PartialDate?
    package var conditions: [Condition]
    package internal(set) var dependsOn: [Reference]
    /// Counts the changes of the approval, from 1.
    package var revision: Int
    package var flags: [Flag]
    /// Who holds it, where that is recorded.
    package var holder: OrganizationID?
    /// Notices of safety events that concern the product.
    package var notices: [SafetyNotice]

    package init(
        id: ID,
        product: ProductID,
        productVersion: String,
        jurisdiction: JurisdictionCode,
        basis: Basis,
        stage: Int?,
        standing: Standing = .inForce,
        claims: [ClaimID],
        number: String?,
        grantedOn: PartialDate,
        validUntil: PartialDate?,
        conditions: [Condition],
        dependsOn: [Reference],
        revision: Int = 1,
        flags: [Flag] = [],
        holder: OrganizationID? = nil,
        notices: [SafetyNotice] = []
    ) {
        self.id = id
        self.product = product
        self.productVersion = productVersion
        self.jurisdiction = jurisdiction
        self.basis = basis
        self.stage = stage
        self.standing = standing
        self.claims = claims
        self.number = number
        self.grantedOn = grantedOn
        self.validUntil = validUntil
        self.conditions = conditions
        self.dependsOn = dependsOn
        self.revision = revision
        self.flags = flags
        self.holder = holder
        self.notices = notices
    }

    /// Whether this is a first-stage approval that no second stage has widened yet.
    package var isFirstStage: Bool { stage == 1 }

    /// Whether an authority's step may lead there: what was withdrawn stays so, what lapsed may be renewed.
    func may(become next: Standing) -> Bool {
        switch standing {
        case .inForce, .suspended: true
        case .lapsed: next != .lapsed
        case .withdrawn: false
        }
    }

    /// Flags into which the authority has not looked yet.
    package var openFlags: [Flag] { flags.filter { !$0.isSettled } }
}

/// A safety event of the product that was made known.
package struct SafetyNotice: Hashable, Codable, Sendable {
    package let on: PartialDate
    package let isSerious: Bool

    package init(on date: PartialDate, isSerious: Bool) {
        on = date
        self.isSerious = isSerious
    }
}
