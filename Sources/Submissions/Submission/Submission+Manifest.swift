package import Regulation

extension SubmissionManifest {
    /// The approvals that the product holds already, as the submission's own from its opening on.
    package var heldApprovals: [Approval] {
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
    package var holderJurisdictions: [JurisdictionCode] {
        let held = Set(holders.keys).union(applicant.country.map { [$0] } ?? [])
        let targets = targets.map(\.jurisdiction)
        return targets.filter(held.contains) + held.subtracting(targets).sorted()
    }

    /// The calendars of the places where the holders sit, of those that name one.
    package var holderCalendars: [JurisdictionCode: String] {
        var calendars = holders.compactMapValues(\.calendar)
        if let country = applicant.country, calendars[country] == nil { calendars[country] = applicant.calendar }
        return calendars
    }

    /// An id that no case can have: `colon-cade/held-US-1`.
    private func approvalID(_ offset: Int) -> Approval.ID {
        let code = approvals[offset].jurisdiction
        let number = approvals[...offset].count { $0.jurisdiction == code }
        return Approval.ID("\(name)/held-\(code)-\(number)")
    }
}

extension SubmissionOpened {
    /// What enters the log of a manifest: ids and codes; names and texts stay in the manifest itself.
    ///
    /// - Parameters:
    ///   - manifest: The manifest.
    ///   - digest: The digest of its text.
    ///   - tabled: The classes by the countries' own tables, which stand where the manifest declares none.
    package convenience init(
        _ manifest: SubmissionManifest,
        digest: DocumentDigest,
        tabled: [JurisdictionCode: DeviceClass] = [:]
    ) {
        self.init(
            name: manifest.name,
            product: manifest.product.id,
            productVersion: manifest.product.version,
            claims: manifest.claims.map(\.id),
            applicant: manifest.applicant.id,
            holders: manifest.holderJurisdictions,
            targets: manifest.targets.map {
                .init(
                    jurisdiction: $0.jurisdiction,
                    route: $0.route,
                    participation: $0.participation,
                    claims: $0.claims
                )
            },
            adopted: manifest.adopted.sorted(),
            manifest: digest,
            calendars: manifest.holderCalendars,
            classes: manifest.classes.mapValues { DeviceClass($0) }.merging(tabled) { declared, _ in declared },
            traits: manifest.traits,
            held: manifest.heldApprovals,
            conditions: manifest.conditions
        )
    }
}

extension Submission {
    /// The submission that the manifest describes, as it would be on the day of its opening; recorded nowhere.
    package init(describedBy manifest: SubmissionManifest) {
        // Nothing was opened; only advice looks at it, which asks for no day.
        self.init(SubmissionOpened(manifest, digest: ""), at: Instant(millisecondsSinceEpoch: 0))
    }
}
