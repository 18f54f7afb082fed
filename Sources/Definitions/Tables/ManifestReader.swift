import Regulation
package import Submissions

/// Reads what a submission says of itself before it is filed.
package enum ManifestReader {
    private static let keys = [
        "submission", "product", "claims", "stage1Claims", "imdrf", "classes", "applicant", "holders", "targets",
        "adopted", "approvals", "languages", "conditions",
    ]

    /// The manifest in `file`.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func manifest(from file: SourceFile) throws(Diagnostics) -> SubmissionManifest {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings), let reading = read(tree, findings), !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        return reading.manifest
    }

    /// A manifest with its targets' places, for checks across files.
    struct Reading {
        let manifest: SubmissionManifest
        let targets: [Use<SubmissionManifest.Target>]
    }

    static func read(_ tree: Tree, _ findings: Findings) -> Reading? {
        guard let fields = Fields(tree, "a submission", keys: keys, ignoring: ["$schema"], findings) else { return nil }
        let name = Self.name(fields, findings)
        let product = fields.required("product").flatMap { Self.product($0, findings) }
        let claims = fields.requiredEntries("claims").compactMap { claim($0, findings) }
        let stageClaims = Self.stageClaims(fields, among: claims, findings)
        let category = fields.required("imdrf").flatMap {
            Fields($0, "‘imdrf’", keys: ["situation", "significance"], findings)
        }
        let situation: SubmissionManifest.Situation? = category?.requiredChoice("situation")
        let significance: SubmissionManifest.Significance? = category?.requiredChoice("significance")
        let classes = fields["classes"].map { byJurisdiction($0.texts("‘classes’", findings)) } ?? [:]
        let applicant = fields.required("applicant").flatMap { organization($0, "the applicant", findings) }
        let holders = fields.entries("holders").compactMap { entry in
            organization(entry.value, "the holder", findings).map { (JurisdictionCode(entry.key), $0) }
        }
        // A product of which only approvals from elsewhere are known is filed nowhere: `targets: {}`.
        let isHeldOnly = fields["targets"] != nil && fields["approvals"]?.isEmpty == false
        let targets = (isHeldOnly ? fields.entries("targets") : fields.requiredEntries("targets"))
            .compactMap { target($0, claims.map(\.id), findings) }
        let adopted = fields["adopted"]?.elements.compactMap { RequirementReader.heading($0, findings) } ?? []
        let approvals = fields["approvals"]?.elements.compactMap { approval($0, claims.map(\.id), findings) } ?? []
        guard let name, let product, let situation, let significance, let applicant else { return nil }
        let manifest = SubmissionManifest(
            name: name,
            product: product,
            claims: claims,
            stageClaims: stageClaims,
            situation: situation,
            significance: significance,
            classes: classes,
            applicant: applicant,
            holders: Dictionary(holders) { first, _ in first },
            targets: targets.map(\.name),
            adopted: Set(adopted),
            traits: (fields["product"]?["traits"]?.entries ?? []).flatMap { traits($0, findings) },
            approvals: approvals,
            languages: StatedLanguages(fields.entries("languages").compactMap { language($0, findings) }),
            conditions: fields.entries("conditions").flatMap { conditions($0, findings) }
        )
        return Reading(manifest: manifest, targets: targets)
    }

    /// A name people type and see in addresses: `name/SG`.
    private static func name(_ fields: Fields, _ findings: Findings) -> SubmissionName? {
        guard let tree = fields.required("submission"), let text = fields.word("submission") else { return nil }
        let isName = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        if !isName { findings.error("‘\(text)’ is no name: small letters, digits and ‘-’", at: tree.place) }
        return SubmissionName(text)
    }

    private static func stageClaims(
        _ fields: Fields,
        among claims: [SubmissionManifest.Claim],
        _ findings: Findings
    ) -> [ClaimID] {
        (fields["stage1Claims"]?.elements ?? []).compactMap { claim($0, claims.map(\.id), findings) }
    }

    static func byJurisdiction(_ texts: [String: String]) -> [JurisdictionCode: String] {
        Dictionary(texts.map { (JurisdictionCode($0.key), $0.value) }) { first, _ in first }
    }
}
