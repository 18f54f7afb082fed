import Regulation
import Submissions

extension ManifestReader {
    static func product(_ tree: Tree, _ findings: Findings) -> SubmissionManifest.Product? {
        let keys = ["id", "name", "localNames", "version", "description", "traits"]
        guard let fields = Fields(tree, "the product", keys: keys, findings) else { return nil }
        let id = fields.requiredWord("id")
        let name = fields.requiredWord("name")
        let version = fields.required("version")?.code("‘version’", findings)
        let localNames = fields["localNames"].map { byJurisdiction($0.texts("‘localNames’", findings)) } ?? [:]
        let descriptions = fields["description"].map { $0.texts("‘description’", findings) } ?? [:]
        guard let id, let name, let version else { return nil }
        return .init(
            id: ProductID(id),
            name: name,
            localNames: localNames,
            version: version,
            descriptions: descriptions
        )
    }

    /// An approval that the product holds already, as the applicant declares it.
    static func approval(
        _ tree: Tree,
        _ known: [ClaimID],
        _ findings: Findings
    ) -> SubmissionManifest.HeldApproval? {
        let keys = [
            "jurisdiction", "number", "grantedOn", "validUntil", "basis", "claims", "version", "restsOn",
        ]
        guard let fields = Fields(tree, "an approval", keys: keys, findings) else { return nil }
        let code = fields.requiredWord("jurisdiction")
        if let code, !LanguageCodes.isCountry(code) {
            let hint = LanguageCodes.countryMeant(by: code).map { "; did you mean ‘\($0)’?" } ?? ""
            let message = "‘\(code)’ is no country code such as US (ISO 3166-1)\(hint)"
            findings.error(message, at: fields.place(of: "jurisdiction"))
        }
        let number = fields.required("number")?.code("‘number’", findings)
        let date = fields.required("grantedOn")?.partialDate("‘grantedOn’", findings)
        let validUntil = fields["validUntil"]?.partialDate("‘validUntil’", findings)
        if let date, let validUntil, validUntil.latest <= date.earliest {
            let message =
                "‘validUntil’, \(validUntil), does not lie after ‘grantedOn’, \(date): an approval ends after it began"
            findings.error(message, at: fields.place(of: "validUntil"))
        }
        let basis: ApprovalBasis? = fields.requiredChoice("basis")
        let version = fields.required("version")?.code("‘version’", findings)
        let claims = fields.required("claims")?.elements.compactMap { claim($0, known, findings) }
        guard let code, let number, let date, let basis, let claims, let version else { return nil }
        return .init(
            jurisdiction: JurisdictionCode(code),
            number: number,
            grantedOn: date,
            validUntil: validUntil,
            basis: basis,
            claims: claims,
            productVersion: version,
            restsOn: fields.words("restsOn").map { JurisdictionCode($0) }
        )
    }

    /// The name of a claim that the manifest words.
    static func claim(_ tree: Tree, _ known: [ClaimID], _ findings: Findings) -> ClaimID? {
        guard let name = tree.word("a claim", findings) else { return nil }
        if !known.contains(ClaimID(name)) {
            let suggestion = Suggestion.text(for: name, among: known.map(\.rawValue))
            findings.error("there is no claim ‘\(name)’\(suggestion)", at: tree.place)
        }
        return ClaimID(name)
    }

    static func claim(_ entry: Tree.Entry, _ findings: Findings) -> SubmissionManifest.Claim? {
        guard let fields = Fields(entry.value, "the claim ‘\(entry.key)’", keys: ["text"], findings),
            let text = fields.required("text")
        else { return nil }
        return .init(id: ClaimID(entry.key), texts: text.texts("‘text’", findings))
    }

    static func organization(_ tree: Tree, _ noun: String, _ findings: Findings) -> SubmissionManifest.Organization? {
        guard let fields = Fields(tree, noun, keys: ["id", "name", "localName", "country", "calendar"], findings) else {
            return nil
        }
        let id = fields.required("id")?.code("‘id’", findings)
        let name = fields.required("name")?.code("‘name’", findings)
        let localName = fields["localName"]?.code("‘localName’", findings)
        guard let id, let name else { return nil }
        return .init(
            id: OrganizationID(id),
            name: name,
            localName: localName,
            country: fields.word("country").map { JurisdictionCode($0) },
            calendar: fields.word("calendar")
        )
    }

    static func target(
        _ entry: Tree.Entry,
        _ known: [ClaimID],
        _ findings: Findings
    ) -> Use<SubmissionManifest.Target>? {
        let noun = "the target ‘\(entry.key)’"
        if !entry.key.isCountryCode {
            findings.error("‘\(entry.key)’ is no country code such as SG (ISO 3166-1)", at: entry.place)
        }
        guard let fields = Fields(entry.value, noun, keys: ["route", "participation", "claims"], findings),
            let route = fields.requiredWord("route")
        else { return nil }
        let target = SubmissionManifest.Target(
            jurisdiction: JurisdictionCode(entry.key),
            route: RouteName(route),
            participation: fields.choice("participation"),
            claims: (fields["claims"]?.elements ?? []).compactMap { claim($0, known, findings) }
        )
        return Use(target, entry.place)
    }
}
