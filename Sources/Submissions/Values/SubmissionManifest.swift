public import Regulation

/// What a submission says of itself before it is filed: the product, its claims, who files it, and where.
///
/// Order is the order of the file wherever a person wrote one.
public struct SubmissionManifest: Hashable, Sendable {
    public struct Product: Hashable, Sendable {
        public let id: ProductID
        public let name: String
        /// Names under which single jurisdictions know it.
        public let localNames: [JurisdictionCode: String]
        public let version: String
        /// By BCP 47 language.
        public let descriptions: [String: String]

        public init(
            id: ProductID,
            name: String,
            localNames: [JurisdictionCode: String] = [:],
            version: String,
            descriptions: [String: String] = [:]
        ) {
            self.id = id
            self.name = name
            self.localNames = localNames
            self.version = version
            self.descriptions = descriptions
        }
    }

    /// One intended use or indication, worded by BCP 47 language.
    public struct Claim: Hashable, Sendable {
        public let id: ClaimID
        public let texts: [String: String]

        public init(id: ClaimID, texts: [String: String]) {
            self.id = id
            self.texts = texts
        }
    }

    public struct Organization: Hashable, Sendable {
        public let id: OrganizationID
        public let name: String
        /// The name in the organization's own script, where it has another.
        public let localName: String?
        public let country: JurisdictionCode?

        public init(id: OrganizationID, name: String, localName: String? = nil, country: JurisdictionCode? = nil) {
            self.id = id
            self.name = name
            self.localName = localName
            self.country = country
        }
    }

    /// A jurisdiction to file for, and how.
    public struct Target: Hashable, Sendable {
        public let jurisdiction: JurisdictionCode
        public let route: RouteName
        /// `nil` outside a bundle.
        public let participation: Participation?

        public init(jurisdiction: JurisdictionCode, route: RouteName, participation: Participation? = nil) {
            self.jurisdiction = jurisdiction
            self.route = route
            self.participation = participation
        }
    }

    public typealias Situation = SoftwareSituation
    public typealias Significance = SoftwareSignificance

    /// An approval that the product holds already.
    public struct HeldApproval: Hashable, Sendable {
        public let jurisdiction: JurisdictionCode
        public let number: String
        public let grantedOn: PartialDate
        public let validUntil: PartialDate?
        public let basis: ApprovalBasis
        public let claims: [ClaimID]
        public let productVersion: String
        /// Jurisdictions of other held approvals on which it rests.
        public let restsOn: [JurisdictionCode]

        public init(
            jurisdiction: JurisdictionCode,
            number: String,
            grantedOn: PartialDate,
            validUntil: PartialDate? = nil,
            basis: ApprovalBasis,
            claims: [ClaimID],
            productVersion: String,
            restsOn: [JurisdictionCode] = []
        ) {
            self.jurisdiction = jurisdiction
            self.number = number
            self.grantedOn = grantedOn
            self.validUntil = validUntil
            self.basis = basis
            self.claims = claims
            self.productVersion = productVersion
            self.restsOn = restsOn
        }
    }

    public let name: SubmissionName
    public let product: Product
    public let claims: [Claim]
    /// The claims that a first stage is filed with; empty where there is no staged route.
    public let stageClaims: [ClaimID]
    public let situation: Situation
    public let significance: Significance
    /// The class of the device in each jurisdiction, as that jurisdiction writes it.
    public let classes: [JurisdictionCode: String]
    public let applicant: Organization
    /// The local holders.
    public let holders: [JurisdictionCode: Organization]
    public let targets: [Target]
    /// Headings that the applicant takes as required although the rules do not confirm it.
    public let adopted: Set<HeadingCode>
    /// What the product declares of itself beyond its category, such as `stand-alone-mobile-app`.
    public let traits: [TraitName]
    public let approvals: [HeldApproval]

    public init(
        name: SubmissionName,
        product: Product,
        claims: [Claim],
        stageClaims: [ClaimID],
        situation: Situation,
        significance: Significance,
        classes: [JurisdictionCode: String],
        applicant: Organization,
        holders: [JurisdictionCode: Organization],
        targets: [Target],
        adopted: Set<HeadingCode>,
        traits: [TraitName] = [],
        approvals: [HeldApproval] = []
    ) {
        self.name = name
        self.product = product
        self.claims = claims
        self.stageClaims = stageClaims
        self.situation = situation
        self.significance = significance
        self.classes = classes
        self.applicant = applicant
        self.holders = holders
        self.targets = targets
        self.adopted = adopted
        self.traits = traits
        self.approvals = approvals
    }
}
