package import Regulation

/// What a submission says of itself before it is filed: the product, its claims, who files it, and where.
///
/// Order is the order of the file wherever a person wrote one.
package struct SubmissionManifest: Hashable, Sendable {
    package struct Product: Hashable, Sendable {
        package let id: ProductID
        package let name: String
        /// Names under which single jurisdictions know it.
        package let localNames: [JurisdictionCode: String]
        package let version: String
        /// By BCP 47 language.
        package let descriptions: [String: String]

        package init(
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
    package struct Claim: Hashable, Sendable {
        package let id: ClaimID
        package let texts: [String: String]

        package init(id: ClaimID, texts: [String: String]) {
            self.id = id
            self.texts = texts
        }
    }

    package struct Organization: Hashable, Sendable {
        package let id: OrganizationID
        package let name: String
        /// The name in the organization's own script, where it has another.
        package let localName: String?
        package let country: JurisdictionCode?
        /// The calendar of the place where it sits, where that has days off of its own.
        package let calendar: String?

        package init(
            id: OrganizationID,
            name: String,
            localName: String? = nil,
            country: JurisdictionCode? = nil,
            calendar: String? = nil
        ) {
            self.id = id
            self.name = name
            self.localName = localName
            self.country = country
            self.calendar = calendar
        }
    }

    /// A jurisdiction to file for, and how.
    package struct Target: Hashable, Sendable {
        package let jurisdiction: JurisdictionCode
        package let route: RouteName
        /// `nil` outside a bundle.
        package let participation: Participation?
        /// What is claimed there; none for all claims of the product.
        package let claims: [ClaimID]

        package init(
            jurisdiction: JurisdictionCode,
            route: RouteName,
            participation: Participation? = nil,
            claims: [ClaimID] = []
        ) {
            self.jurisdiction = jurisdiction
            self.route = route
            self.participation = participation
            self.claims = claims
        }
    }

    package typealias Situation = SoftwareSituation
    package typealias Significance = SoftwareSignificance

    /// An approval that the product holds already.
    package struct HeldApproval: Hashable, Sendable {
        package let jurisdiction: JurisdictionCode
        package let number: String
        package let grantedOn: PartialDate
        package let validUntil: PartialDate?
        package let basis: ApprovalBasis
        package let claims: [ClaimID]
        package let productVersion: String
        /// Jurisdictions of other held approvals on which it rests.
        package let restsOn: [JurisdictionCode]

        package init(
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

    package let name: SubmissionName
    package let product: Product
    package let claims: [Claim]
    /// The claims that a first stage is filed with; empty where there is no staged route.
    package let stageClaims: [ClaimID]
    package let situation: Situation
    package let significance: Significance
    /// The class of the device in each jurisdiction, as that jurisdiction writes it.
    package let classes: [JurisdictionCode: String]
    package let applicant: Organization
    /// The local holders.
    package let holders: [JurisdictionCode: Organization]
    package let targets: [Target]
    /// Headings that the applicant takes as required although the rules do not confirm it.
    package let adopted: Set<HeadingCode>
    /// What the applicant answers to what rules ask of the product.
    package let traits: [TraitStatement]
    package let approvals: [HeldApproval]
    /// In which languages documents are whose names do not say it.
    package let languages: StatedLanguages
    /// Which conditions of the rules hold.
    package let conditions: [ConditionAnswer]

    package init(
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
        traits: [TraitStatement] = [],
        approvals: [HeldApproval] = [],
        languages: StatedLanguages = StatedLanguages(),
        conditions: [ConditionAnswer] = []
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
        self.languages = languages
        self.conditions = conditions
    }
}
