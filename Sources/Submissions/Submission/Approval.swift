public import Regulation

/// A decision in force: what it covers, on what it rests, and what has happened to that.
public struct Approval: Hashable, Codable, Sendable {
    /// `colon-cade/SG`: one approval a case, revised in place.
    public typealias ID = Identifier<Approval>

    public typealias Basis = ApprovalBasis

    public enum Standing: String, Hashable, Codable, Sendable, CaseIterable {
        case inForce = "in-force"
        case suspended, withdrawn, lapsed
    }

    /// Another approval, in the revision that was relied on.
    public struct Reference: Hashable, Codable, Sendable {
        public let approval: ID
        public let revision: Int

        public init(approval: ID, revision: Int) {
            self.approval = approval
            self.revision = revision
        }
    }

    /// A change of an approval on which this one rests, at any depth.
    public struct Flag: Hashable, Codable, Sendable {
        public enum Change: String, Hashable, Codable, Sendable, CaseIterable {
            case amended, suspended, reinstated, withdrawn, lapsed
        }

        public let cause: Reference
        public let change: Change
        /// From the changed approval to this one.
        public let path: [ID]
        /// Whether the authority has looked into it.
        public var isSettled: Bool

        public init(cause: Reference, change: Change, path: [ID], isSettled: Bool = false) {
            self.cause = cause
            self.change = change
            self.path = path
            self.isSettled = isSettled
        }
    }

    public let id: ID
    public let product: ProductID
    public var productVersion: String
    public let jurisdiction: JurisdictionCode
    public let basis: Basis
    /// 1 for a first-stage approval, 2 once the second stage has widened it; `nil` where there are no stages.
    public var stage: Int?
    public var standing: Standing
    public var claims: [ClaimID]
    public var number: String?
    public var grantedOn: PartialDate
    public var validUntil: PartialDate?
    public var conditions: [Condition]
    public let dependsOn: [Reference]
    /// Counts the changes of the approval, from 1.
    public var revision: Int
    public var flags: [Flag]
    /// Who holds it, where that is recorded.
    public var holder: OrganizationID?
    /// Notices of safety events that concern the product.
    public var notices: [SafetyNotice]

    public init(
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
    public var isFirstStage: Bool { stage == 1 }

    /// Whether an authority's step may lead there: what was withdrawn stays so, what lapsed may be renewed.
    func may(become next: Standing) -> Bool {
        switch standing {
        case .inForce, .suspended: true
        case .lapsed: next != .lapsed
        case .withdrawn: false
        }
    }

    /// Flags into which the authority has not looked yet.
    public var openFlags: [Flag] { flags.filter { !$0.isSettled } }
}

/// A safety event of the product that was made known.
public struct SafetyNotice: Hashable, Codable, Sendable {
    public let on: PartialDate
    public let isSerious: Bool

    public init(on date: PartialDate, isSerious: Bool) {
        on = date
        self.isSerious = isSerious
    }
}
