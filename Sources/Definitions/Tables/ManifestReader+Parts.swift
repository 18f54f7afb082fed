import Regulation
import Submissions

extension ManifestReader {
    static func product(_ tree: Tree, _ findings: Findings) -> SubmissionManifest.Product? {
        let keys = ["id", "name", "localNames", "version", "description"]
        guard let fields = Fields(tree, "the product", keys: keys, findings) else { return nil }
        let id = fields.requiredWord("id")
        let name = fields.requiredWord("name")
        let version = fields.requiredWord("version")
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

    static func claim(_ entry: Tree.Entry, _ findings: Findings) -> SubmissionManifest.Claim? {
        guard let fields = Fields(entry.value, "the claim ‘\(entry.key)’", keys: ["text"], findings),
            let text = fields.required("text")
        else { return nil }
        return .init(id: ClaimID(entry.key), texts: text.texts("‘text’", findings))
    }

    static func organization(_ tree: Tree, _ noun: String, _ findings: Findings) -> SubmissionManifest.Organization? {
        guard let fields = Fields(tree, noun, keys: ["id", "name", "localName", "country"], findings) else {
            return nil
        }
        let id = fields.requiredWord("id")
        let name = fields.requiredWord("name")
        guard let id, let name else { return nil }
        return .init(
            id: OrganizationID(id),
            name: name,
            localName: fields.word("localName"),
            country: fields.word("country").map { JurisdictionCode($0) }
        )
    }

    static func target(_ entry: Tree.Entry, _ findings: Findings) -> Use<SubmissionManifest.Target>? {
        let noun = "the target ‘\(entry.key)’"
        if !entry.key.isCountryCode {
            findings.error("‘\(entry.key)’ is no country code such as SG (ISO 3166-1)", at: entry.place)
        }
        guard let fields = Fields(entry.value, noun, keys: ["route", "participation"], findings),
            let route = fields.requiredWord("route")
        else { return nil }
        let target = SubmissionManifest.Target(
            jurisdiction: JurisdictionCode(entry.key),
            route: RouteName(route),
            participation: fields.choice("participation")
        )
        return Use(target, entry.place)
    }
}
