package import Engine
import Regulation
package import Submissions

/// What a manifest says otherwise than the submission has it: shown before it is recorded, so that nothing edited goes by.
package struct Amendment: Hashable, Sendable {
    package enum Subject: String, Hashable, Sendable, CaseIterable {
        case version, claims, target, holder, calendar, `class`, traits, adopted, condition, certificate, applicant
        /// Names, wordings and remarks, which are no facts of the log.
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
    }

    package let submission: SubmissionName
    package let differences: [Difference]

    /// Whether only wordings differ.
    package var isOfWordsOnly: Bool { differences.allSatisfy { $0.subject == .words } }

    package init(from old: SubmissionOpened, to new: SubmissionOpened) {
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
        note(.target, Self.targets(old), Self.targets(new)) { $0 }
        let holders = { (opened: SubmissionOpened) in
            Dictionary(opened.holders.map { ($0, "✓") }) { first, _ in first }
        }
        note(.holder, holders(old), holders(new)) { $0 }
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
        if found.isEmpty, old.manifest != new.manifest {
            found = [Difference(subject: .words, of: nil, old: Self.short(old.manifest), new: Self.short(new.manifest))]
        }
        differences = found
    }

    private static func short(_ digest: DocumentDigest) -> String { String(digest.rawValue.prefix(12)) }

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

    private static func targets(_ opened: SubmissionOpened) -> [JurisdictionCode: String] {
        let words = opened.targets.map { target in
            let claims = target.claims.isEmpty ? [] : ["(\(target.claims.map(\.rawValue).joined(separator: ", ")))"]
            let parts = [target.route.rawValue, target.participation?.rawValue].compactMap(\.self) + claims
            return (target.jurisdiction, parts.joined(separator: " "))
        }
        return Dictionary(words) { first, _ in first }
    }

    private static func words(_ approval: Approval) -> String {
        let claims = approval.claims.map(\.rawValue).joined(separator: ", ")
        let until = approval.validUntil.map { "\(approval.grantedOn)–\($0)" } ?? approval.grantedOn.description
        return [approval.number, approval.productVersion, claims, approval.basis.rawValue, until]
            .compactMap(\.self).joined(separator: " · ")
    }
}

extension Tasuki {
    /// What `new` would change in the submission that it is about.
    ///
    /// - Throws: Where another submission states one of its certificates otherwise.
    package func amendment(to new: SubmissionOpened) async throws -> Amendment {
        try await store.read { reader in
            guard let submission = try reader.submission(new.name) else {
                throw EngineError.noSuchSubmission(new.name, known: try reader.submissions(after: nil, limit: 50))
            }
            let register = try reader.approvals(of: submission.opened.product, except: new.name)
            return Amendment(from: submission.opened, to: try new.sharing(register, of: new.name))
        }
    }
}
