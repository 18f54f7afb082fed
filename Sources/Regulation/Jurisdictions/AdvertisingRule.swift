/// Whom an advertisement or another text about a product reaches.
package enum Audience: String, Hashable, Sendable, CaseIterable {
    case professionals, `public`
}

/// What may be told of a product in a country, and to whom.
package struct AdvertisingRule: Hashable, Sendable {
    /// Where the product stands in the country.
    package enum Stage: String, Hashable, Sendable, CaseIterable {
        case beforeApproval = "before-approval"
        case firstStage = "first-stage"
        case approved
    }

    package enum Extent: String, Hashable, Sendable, CaseIterable {
        case nothing
        /// What the approval in force covers.
        case approvedClaims = "approved-claims"
        /// What the approval in force covers, in a text that the authority has permitted.
        case permittedTexts = "permitted-texts"
        /// No source says it.
        case unknown
    }

    package let id: String
    package let names: [String: String]
    package let audience: Audience
    package let stages: [Stage]
    package let extent: Extent
    /// The products of which it speaks; nil where of all.
    package let term: TraitTerm?
    package let window: Window
    package let source: Source

    package init(
        id: String,
        names: [String: String],
        audience: Audience,
        stages: [Stage],
        extent: Extent,
        term: TraitTerm? = nil,
        window: Window = .always,
        source: Source
    ) {
        self.id = id
        self.names = names
        self.audience = audience
        self.stages = stages
        self.extent = extent
        self.term = term
        self.window = window
        self.source = source
    }
}

/// What the rules of a country say about one product and one audience.
package enum AdvertisingAnswer: Hashable, Sendable {
    case rule(AdvertisingRule)
    /// It hangs on a question about the product that nobody has answered.
    case asked(TraitName, by: AdvertisingRule)
    case noRule
}

extension Jurisdiction {
    /// What may be told `audience` of a product.
    ///
    /// - Parameters:
    ///   - audience: Whom the text reaches.
    ///   - stage: Where the product stands in the country.
    ///   - traits: What the manifest answers.
    ///   - date: The day of the rules.
    /// - Returns: The first rule in file order that speaks of the product.
    package func advertising(
        to audience: Audience,
        at stage: AdvertisingRule.Stage,
        of traits: [TraitStatement],
        on date: CivilDate
    ) -> AdvertisingAnswer {
        for rule in advertising {
            guard rule.audience == audience, rule.stages.contains(stage), rule.window.contains(date) else { continue }
            guard let term = rule.term else { return .rule(rule) }
            guard let answer = traits.answer(to: term.trait, in: code) else { return .asked(term.trait, by: rule) }
            if term.answers.contains(answer) { return .rule(rule) }
        }
        return .noRule
    }
}
