import Engine
public import Regulation
public import Submissions

extension SubmissionManifest {
    /// The approvals that the product holds already, as the submission's own from its opening on.
    public var heldApprovals: [Approval] {
        approvals.enumerated().map { offset, held in
            Approval(
                id: approvalID(offset),
                product: product.id,
                productVersion: held.productVersion,
                jurisdiction: held.jurisdiction,
                basis: held.basis,
                stage: nil,
                claims: held.claims,
                number: held.number,
                grantedOn: held.grantedOn,
                validUntil: held.validUntil,
                conditions: [],
                dependsOn: held.restsOn.flatMap { code in
                    approvals.indices.filter { approvals[$0].jurisdiction == code }
                        .map { .init(approval: approvalID($0), revision: 1) }
                }
            )
        }
    }

    /// Jurisdictions in which somebody can hold the approval: the targets in their order, then the others.
    public var holderJurisdictions: [JurisdictionCode] {
        let held = Set(holders.keys).union(applicant.country.map { [$0] } ?? [])
        let targets = targets.map(\.jurisdiction)
        return targets.filter(held.contains) + held.subtracting(targets).sorted()
    }

    public var category: SoftwareCategory { SoftwareCategory(situation: situation, significance: significance) }

    /// An id that no case can have: `colon-cade/held-US-1`.
    private func approvalID(_ offset: Int) -> Approval.ID {
        let code = approvals[offset].jurisdiction
        let number = approvals[...offset].count { $0.jurisdiction == code }
        return Approval.ID("\(name)/held-\(code)-\(number)")
    }
}

extension RouteReport {
    /// The advice for a product that only its manifest describes, such as one that is not opened yet.
    ///
    /// - Parameters:
    ///   - manifest: The product, its approvals and its local holders.
    ///   - entries: The documents of the dossier; nil where it cannot be read.
    ///   - date: The day for which advice is asked.
    ///   - jurisdictions: The countries to look at.
    ///   - calendar: Gives the working days of a calendar by its id.
    public init(
        of manifest: SubmissionManifest,
        entries: [DossierEntry]?,
        on date: CivilDate,
        in jurisdictions: [Jurisdiction],
        calendar: (String) throws -> WorkingCalendar?
    ) rethrows {
        let holders = Set(manifest.holderJurisdictions)
        let countries = try jurisdictions.map { jurisdiction in
            let code = jurisdiction.code
            let advised = jurisdiction.advisedClass(
                declared: manifest.classes[code].map { DeviceClass($0) },
                category: manifest.category,
                on: date
            )
            let facts = RouteFacts(
                jurisdiction: code,
                deviceClass: advised?.deviceClass,
                traits: manifest.traits,
                hasHolder: holders.contains(code),
                hasConsent: false,
                productVersion: manifest.product.version,
                claims: manifest.claims.map(\.id),
                approvals: manifest.heldApprovals,
                own: Approval.ID("\(manifest.name)/\(code)"),
                date: .day(date)
            )
            return CountryAdvice(
                on: jurisdiction,
                facts: facts,
                deviceClass: advised,
                calendar: try calendar(jurisdiction.calendar),
                completeness: entries.map { jurisdiction.completeness(of: $0, adopted: manifest.adopted) },
                planned: manifest.targets.first { $0.jurisdiction == code }?.route
            )
        }
        self.init(
            submission: manifest.name,
            product: manifest.product.id,
            productVersion: manifest.product.version,
            on: date,
            countries: countries
        )
    }
}
