package import Engine
import Regulation
package import Submissions

/// What a manifest says otherwise than the submission has it: shown before it is recorded, so that nothing edited goes by.
package struct Amendment: Hashable, Sendable {
    package enum Subject: String, Hashable, Sendable, CaseIterable {
        case version, claims, target, holder, calendar, `class`, traits, adopted, condition, certificate, applicant
        /// What the manifest says beside the facts of the log: how a claim is worded, what the product does.
        case claimText = "claim-text"
        case category, product, description, languages
        /// Something else in the file, such as a remark, or what a manifest says that nobody can read any more.
        case words
    }

    package struct Difference: Hashable, Sendable {
        package let subject: Subject
        /// The country that it is about, or the certificate.
        package let of: String?
        /// `nil` where nothing was said before.
        package let old: String?
        /// `nil` where nothing is said any more.
        package let new: String?
        /// Of a target, what it is, to be told by its names.
        package var oldTarget: SubmissionOpened.Target?
        package var newTarget: SubmissionOpened.Target?
    }

    /// Names of a route by language, where its country has a name of its own for it.
    package struct OwnNames: Hashable, Sendable {
        let target: SubmissionOpened.Target
        let names: [String: String]
    }

    package let submission: SubmissionName
    package let differences: [Difference]
    package private(set) var routeNames: [OwnNames] = []

    /// Whether nothing differs that anybody acts on.
    package var isOfRemarksOnly: Bool { differences.allSatisfy { $0.subject == .words } }

    /// - Parameters:
    ///   - old: What is recorded.
    ///   - new: What would be recorded.
    ///   - manifest: The manifest of a digest; nil where nobody can read it.
    package init(
        from old: SubmissionOpened,
        to new: SubmissionOpened,
        manifest: (DocumentDigest) -> SubmissionManifest? = { _ in nil }
    ) {
        let texts =
            old.manifest == new.manifest
            ? nil
            : manifest(old.manifest).flatMap { old in
                manifest(new.manifest).map { (old: old, new: $0) }
            }
        submission = old.name
        var found: [Difference] = []
        func note(_ subject: Subject, of: String? = nil, _ old: String?, _ new: String?) {
            if old != new { found.append(Difference(subject: subject, of: of, old: old, new: new)) }
        }
        func note<Value>(
            _ subject: Subject,
            _ old: [JurisdictionCode: Value],
            _ new: [JurisdictionCode: Value],
            _ words: (Value) -> String
        ) {
            for code in Set(old.keys).union(new.keys).sorted() {
                note(subject, of: code.rawValue, old[code].map(words), new[code].map(words))
            }
        }
        note(.version, old.productVersion, new.productVersion)
        note(.claims, Self.list(old.claims), Self.list(new.claims))
        note(.applicant, old.applicant.rawValue, new.applicant.rawValue)
        for code in (old.targets + new.targets).map(\.jurisdiction).uniqued().sorted() {
            let targets = [old, new].map { $0.targets.first { $0.jurisdiction == code } }
            guard targets[0] != targets[1] else { continue }
            let words = targets.map { $0.map(Self.words) }
            var difference = Difference(subject: .target, of: code.rawValue, old: words[0], new: words[1])
            (difference.oldTarget, difference.newTarget) = (targets[0], targets[1])
            found.append(difference)
        }
        let holders = { (opened: SubmissionOpened, manifest: SubmissionManifest?) in
            Dictionary(opened.holders.map { ($0, manifest?.holders[$0].map(Self.words) ?? "✓") }) { first, _ in first }
        }
        note(.holder, holders(old, texts?.old), holders(new, texts?.new)) { $0 }
        note(.calendar, old.calendars, new.calendars) { $0 }
        note(.class, old.classes, new.classes, \.rawValue)
        note(.traits, Self.traits(old), Self.traits(new))
        note(.adopted, Self.list(old.adopted), Self.list(new.adopted))
        note(.condition, Self.answers(old), Self.answers(new))
        let ids = (old.held + new.held).map(\.id).uniqued()
        for id in ids {
            func words(_ opened: SubmissionOpened) -> String? { opened.held.first { $0.id == id }.map(Self.words) }
            let code = (old.held + new.held).first { $0.id == id }?.jurisdiction.rawValue
            note(.certificate, of: code, words(old), words(new))
        }
        if let texts {
            note(.category, Self.category(texts.old), Self.category(texts.new))
            note(.product, Self.names(texts.old), Self.names(texts.new))
            if old.applicant == new.applicant {
                note(.applicant, Self.words(texts.old.applicant), Self.words(texts.new.applicant))
            }
            let descriptions = (texts.old.product.descriptions, texts.new.product.descriptions)
            for language in Set(descriptions.0.keys).union(descriptions.1.keys).sorted() {
                note(.description, of: language, descriptions.0[language], descriptions.1[language])
            }
            for claim in (texts.old.claims + texts.new.claims).map(\.id).uniqued() {
                let wordings = [texts.old, texts.new].map { $0.claims.first { $0.id == claim }?.texts ?? [:] }
                for language in Set(wordings[0].keys).union(wordings[1].keys).sorted() {
                    note(.claimText, of: "\(claim) \(language)", wordings[0][language], wordings[1][language])
                }
            }
            note(.languages, Self.languages(texts.old), Self.languages(texts.new))
        }
        if found.isEmpty, old.manifest != new.manifest {
            found = [Difference(subject: .words, of: nil, old: Self.short(old.manifest), new: Self.short(new.manifest))]
        }
        differences = found
    }

    private static func short(_ digest: DocumentDigest) -> String { String(digest.rawValue.prefix(12)) }

    private static func category(_ manifest: SubmissionManifest) -> String {
        "\(manifest.situation.rawValue), \(manifest.significance.rawValue)"
    }

    private static func languages(_ manifest: SubmissionManifest) -> String? {
        list(
            manifest.languages.statements.map { statement in
                switch statement.place {
                case .everywhere: statement.language
                case .heading(let heading, let code): "\(heading)\(code.map { "/\($0)" } ?? ""): \(statement.language)"
                case .path(let path): "\(path): \(statement.language)"
                }
            }
        )
    }

    private static func names(_ manifest: SubmissionManifest) -> String {
        let local = manifest.product.localNames.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return ([manifest.product.name] + local).joined(separator: "; ")
    }

    private static func words(_ organization: SubmissionManifest.Organization) -> String {
        [organization.name, organization.localName].compactMap(\.self).joined(separator: " / ")
            + " (\(organization.id))"
    }

    private static func list(_ items: [some CustomStringConvertible]) -> String? {
        items.isEmpty ? nil : items.map(\.description).joined(separator: ", ")
    }

    private static func answers(_ opened: SubmissionOpened) -> String? {
        list(
            opened.conditions.map { answer in
                "\(answer.heading)\(answer.jurisdiction.map { " \($0)" } ?? ""): \(answer.holds ? "✓" : "✗")"
            }
        )
    }

    private static func traits(_ opened: SubmissionOpened) -> String? {
        list(opened.traits.map { "\($0.trait)\($0.jurisdiction.map { " \($0)" } ?? ""): \($0.answer)" })
    }

    private static func words(_ target: SubmissionOpened.Target) -> String {
        let claims = target.claims.isEmpty ? [] : ["(\(target.claims.map(\.rawValue).joined(separator: ", ")))"]
        return ([target.route.rawValue, target.participation?.rawValue].compactMap(\.self) + claims)
            .joined(separator: " ")
    }

    private static func words(_ approval: Approval) -> String {
        let claims = approval.claims.map(\.rawValue).joined(separator: ", ")
        let until = approval.validUntil.map { "\(approval.grantedOn)–\($0)" } ?? approval.grantedOn.description
        return [approval.number, approval.productVersion, claims, approval.basis.rawValue, until]
            .compactMap(\.self).joined(separator: " · ")
    }
}

extension Amendment {
    /// This, with the names that countries have for their routes.
    func naming(_ definitions: any DefinitionSource, on date: CivilDate) throws -> Amendment {
        var named = self
        for target in differences.flatMap({ [$0.oldTarget, $0.newTarget].compactMap(\.self) }) {
            let names = try definitions.ownNames(of: target.route, in: target.jurisdiction, on: date)
            named.routeNames.append(OwnNames(target: target, names: names))
        }
        return named
    }
}

extension Tasuki {
    /// What `new` would change in the submission that it is about.
    ///
    /// - Parameters:
    ///   - new: What would be recorded.
    ///   - text: The manifest that says it.
    ///   - reading: Reads a manifest, for what it says beside the facts.
    /// - Returns: What differs; nothing where both say the same.
    /// - Throws: Where another submission states one of its certificates otherwise.
    package func amendment(
        to new: SubmissionOpened,
        text: [UInt8],
        reading: @escaping ManifestReading
    ) async throws -> Amendment {
        try await store.read { reader in
            guard let submission = try reader.submission(new.name) else {
                throw EngineError.noSuchSubmission(new.name, known: try reader.submissions(after: nil, limit: 50))
            }
            let register = try reader.approvals(of: submission.opened.product, except: new.name)
            let amendment = Amendment(from: submission.opened, to: try new.sharing(register, of: new.name)) { digest in
                digest == new.manifest ? reading(text) : self.manifest(digest, reading)
            }
            let today = try reader.settings().zone.civilDate(at: try self.now(reader))
            return try amendment.naming(self.world.definitions, on: today)
        }
    }
}
