package import Regulation

/// Whether a text about the product may be told: its claims and its audience, held against the approvals in force in a
/// country and against what the country's rules allow.
package struct Telling: Hashable, Sendable {
    package enum Answer: String, Hashable, Sendable, CaseIterable {
        /// Every claim is covered, and a confirmed rule allows it.
        case allowed
        /// Every claim is covered, and a confirmed rule allows it once the authority has permitted the text.
        case permit
        /// Every claim is covered, and no confirmed rule says what may be told.
        case unsure
        /// A claim is not covered by an approval in force, or a confirmed rule allows nothing.
        case forbidden
    }

    package let jurisdiction: JurisdictionCode
    package let audience: Audience
    /// Claims of the text that no approval in force covers.
    package let uncovered: [ClaimID]
    /// What the rules say to that audience where the product stands.
    package let said: AdvertisingAnswer

    /// - Parameters:
    ///   - text: The text.
    ///   - rules: The rules of the country.
    ///   - approvals: The approvals of the product that are in force there.
    ///   - traits: What the applicant answers of the product.
    ///   - date: The day of the rules.
    package init(
        of text: PublishedText,
        by rules: Jurisdiction,
        _ approvals: [Approval],
        _ traits: [TraitStatement],
        on date: CivilDate
    ) {
        jurisdiction = rules.code
        audience = text.audience
        uncovered = text.claims.filter { claim in !approvals.contains { $0.claims.contains(claim) } }
        said = rules.advertising(to: text.audience, at: .init(of: approvals), of: traits, on: date)
    }

    package var answer: Answer {
        guard uncovered.isEmpty else { return .forbidden }
        // What is unconfirmed never decides, for or against.
        guard case .rule(let rule) = said, rule.source.confidence == .confirmed else { return .unsure }
        return switch rule.extent {
        case .nothing: .forbidden
        case .approvedClaims: .allowed
        case .permittedTexts: .permit
        case .unknown: .unsure
        }
    }
}

extension AdvertisingRule.Stage {
    /// Where a product stands in a country with these approvals in force.
    package init(of approvals: [Approval]) {
        self = approvals.isEmpty ? .beforeApproval : approvals.allSatisfy(\.isFirstStage) ? .firstStage : .approved
    }
}

/// A text about the product that was handed in for publication, as the case of it knows it.
package struct PublishedText: Hashable, Sendable {
    package let audience: Audience
    package let claims: [ClaimID]
    /// Where it appears, such as `web-page`.
    package let channel: String?
    package let isReleased: Bool
    /// Whether a permit of the authority holds.
    package let isPermitted: Bool
    /// Whether the applicant released it in the knowledge that no confirmed rule allows it.
    package let isTrusted: Bool

    package init(
        audience: Audience,
        claims: [ClaimID],
        channel: String?,
        isReleased: Bool,
        isPermitted: Bool,
        isTrusted: Bool
    ) {
        self.audience = audience
        self.claims = claims
        self.channel = channel
        self.isReleased = isReleased
        self.isPermitted = isPermitted
        self.isTrusted = isTrusted
    }

    /// Whether it may be out, as far as it is known what may be told.
    package func mayStay(_ answer: Telling.Answer) -> Bool {
        switch answer {
        case .allowed: true
        case .permit: isPermitted
        case .unsure: isTrusted
        case .forbidden: false
        }
    }
}

extension Case {
    /// The text for publication that the case is about, where its procedure says that it keeps one; nil where none was
    /// handed in.
    package func text(by procedure: Procedure) -> PublishedText? {
        guard let rule = procedure.text, let audience = variables[rule.audience].flatMap(Audience.init(rawValue:)),
            let claims = variables[rule.claims]
        else { return nil }
        func holds(_ fact: FactName?) -> Bool { fact.map(facts.contains) ?? false }
        return PublishedText(
            audience: audience,
            claims: Collected(claims).values.map { ClaimID($0) },
            channel: rule.channel.flatMap { variables[$0] },
            isReleased: holds(rule.released),
            isPermitted: holds(rule.permitted),
            isTrusted: holds(rule.trusted)
        )
    }
}

extension Situation {
    /// What may become of the text of the case, by what holds on the day; nil where none was handed in.
    var telling: Telling? {
        subject?.text(by: bound.procedure).map { text in
            let approvals = approvalsInForce.filter { $0.jurisdiction == rules.code }
            return Telling(of: text, by: rules, approvals, submission.opened.traits, on: occurredOn.latest)
        }
    }
}
