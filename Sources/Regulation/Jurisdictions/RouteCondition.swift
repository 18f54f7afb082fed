/// On what an approval was granted.
package enum ApprovalBasis: String, Hashable, Codable, Sendable, CaseIterable {
    case full, abridged, recognition, exemption
}

/// One condition that a jurisdiction puts on a route, with its own source.
///
/// A closed catalogue; all conditions of a route must hold, and what is an *or* in the law is two routes.
package struct RouteCondition: Hashable, Sendable {
    /// What must be the same in the product filed and in the one that the reference approval covers.
    package enum Aspect: String, Hashable, Sendable, CaseIterable {
        case intendedUse = "intended-use"
        case indication, label, instructions, packaging, version
    }

    package enum StageOne: String, Hashable, Sendable, CaseIterable {
        case counts
        case doesNotCount = "does-not-count"
        case unknown
    }

    package enum Kind: Hashable, Sendable {
        // Which approvals count.
        case references([JurisdictionCode], atLeast: Int)
        /// In full months.
        case heldMonths(Int)
        case notBy([ApprovalBasis])
        /// An approval that rests on another does not count, unless that one is of a jurisdiction named here.
        case notDerivative(within: [JurisdictionCode])
        /// Approvals that rest on one another, or on the same one, count once.
        case independent
        case stageOne(StageOne)
        case same([Aspect])
        /// The arrangement between the authorities is in force between the condition's dates.
        case confidentiality([JurisdictionCode])

        // What the product and its holder must bring.
        /// Months without a serious safety notice; nil where there must never have been one.
        case noSeriousNotice(months: Int?)
        case consent
        case holder
        case classes([DeviceClass])
        case trait(TraitTerm)
    }

    package let kind: Kind
    package let window: Window
    package let source: Source

    package init(kind: Kind, window: Window = .always, source: Source) {
        self.kind = kind
        self.window = window
        self.source = source
    }
}

extension RouteCondition.Kind {
    /// The word by which files name the condition.
    package enum Word: String, Hashable, Sendable, CaseIterable {
        case references, heldMonths, notBy, notDerivative, independent, stageOne, same, confidentiality
        case noSeriousNotice, consent, holder, classes, trait, notTrait
    }

    package var word: Word {
        switch self {
        case .references: .references
        case .heldMonths: .heldMonths
        case .notBy: .notBy
        case .notDerivative: .notDerivative
        case .independent: .independent
        case .stageOne: .stageOne
        case .same: .same
        case .confidentiality: .confidentiality
        case .noSeriousNotice: .noSeriousNotice
        case .consent: .consent
        case .holder: .holder
        case .classes: .classes
        case .trait(let term): term.answers == [.no] ? .notTrait : .trait
        }
    }
}
