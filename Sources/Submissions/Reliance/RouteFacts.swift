package import Regulation

/// What the conditions of a route look at: the product as it is filed, and the approvals it has.
package struct RouteFacts: Hashable, Sendable {
    package let jurisdiction: JurisdictionCode
    package var deviceClass: DeviceClass?
    package let traits: [TraitStatement]
    package let hasHolder: Bool
    package let hasConsent: Bool
    package let productVersion: String
    package let claims: [ClaimID]
    /// Every approval of the product, of this submission and of others.
    package let approvals: [Approval]
    /// The approval that the route would lead to: nothing may come to rest on itself.
    package let own: Approval.ID?
    package var date: PartialDate
    /// Notices of safety events of the product, whoever recorded them.
    package let notices: [SafetyNotice]
    /// Facts that cases beside the decision of this jurisdiction have set.
    package let established: Set<FactName>

    package init(
        jurisdiction: JurisdictionCode,
        deviceClass: DeviceClass?,
        traits: [TraitStatement],
        hasHolder: Bool,
        hasConsent: Bool,
        productVersion: String,
        claims: [ClaimID],
        approvals: [Approval],
        own: Approval.ID?,
        date: PartialDate,
        notices: [SafetyNotice] = [],
        established: Set<FactName> = []
    ) {
        self.jurisdiction = jurisdiction
        self.deviceClass = deviceClass
        self.traits = traits
        self.hasHolder = hasHolder
        self.hasConsent = hasConsent
        self.productVersion = productVersion
        self.claims = claims
        self.approvals = approvals
        self.own = own
        self.date = date
        self.notices = notices + approvals.flatMap(\.notices)
        self.established = established
    }
}

extension Submission {
    /// The facts for a route of `jurisdiction`, with the approvals of other submissions in `register`.
    package func routeFacts(
        for jurisdiction: JurisdictionCode,
        own: CaseName?,
        register: [Approval],
        on date: PartialDate
    ) -> RouteFacts {
        RouteFacts(
            jurisdiction: jurisdiction,
            deviceClass: opened.classes[jurisdiction],
            traits: opened.traits,
            hasHolder: opened.holders.contains(jurisdiction),
            hasConsent: consents.contains(jurisdiction),
            productVersion: opened.productVersion,
            claims: claims(in: jurisdiction),
            approvals: approvals + register,
            own: own.map { approvalID(of: $0) },
            date: date,
            notices: notices,
            established: Set(
                cases.filter { $0.isTrack && $0.jurisdiction == jurisdiction }.flatMap(\.facts)
            )
        )
    }
}
