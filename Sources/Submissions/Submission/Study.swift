package import Regulation

/// A study or data set of the evidence plan, with what makes its use lawful and reliable.
package struct Study: Hashable, Codable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case exploratoryTrial = "exploratory-trial"
        case confirmatoryTrial = "confirmatory-trial"
        case specifiedClinicalResearch = "specified-clinical-research"
        case realWorldData = "real-world-data"
    }

    package enum ConsentModel: String, Hashable, Codable, Sendable, CaseIterable {
        case individual
        case optOut = "opt-out"
        case waived
        case notNeeded = "not-needed"
    }

    package enum Progress: String, Hashable, Codable, Sendable, CaseIterable {
        case planned, running, completed, stopped
    }

    /// What the data of a provider are used for.
    package enum Purpose: String, Hashable, Codable, Sendable, CaseIterable {
        case productDevelopment = "product-development"
        case performanceEvaluation = "performance-evaluation"
        case postMarketFollowUp = "post-market-follow-up"
        case research
    }

    /// Whether they may be used beyond that.
    package enum SecondaryUse: String, Hashable, Codable, Sendable, CaseIterable {
        case free = "free-use"
        case onRequest = "use-on-request"
        case none = "no-use"
    }

    /// The answer to an item of the developer's checklist.
    package struct Check: Hashable, Codable, Sendable {
        package enum Answer: String, Hashable, Codable, Sendable, CaseIterable {
            case yes, no
            case notApplicable = "not-applicable"
        }

        package let item: String
        package let answer: Answer
        /// Where it is written down.
        package let reference: String?
        package let on: PartialDate

        package init(item: String, answer: Answer, reference: String? = nil, on date: PartialDate) {
            self.item = item
            self.answer = answer
            self.reference = reference
            on = date
        }
    }

    package let id: StudyID
    package var kind: Kind?
    /// The law, article or contract under which the data may be used.
    package var legalBasis: String?
    /// The number of the ethics committee's approval.
    package var ethicsApproval: String?
    package var consentModel: ConsentModel?
    /// Where the evidence of reliability stands.
    package var reliability: String?
    package var standing: Progress
    /// Who holds the data and provides them.
    package var provider: String?
    /// The contract under which they are provided.
    package var contract: String?
    package var purpose: Purpose?
    package var secondaryUse: SecondaryUse?
    /// Until when they are kept.
    package var keptUntil: PartialDate?
    /// The last answer to each item, in the order in which the items were first answered.
    package var checks: [Check]

    package init(
        id: StudyID,
        kind: Kind? = nil,
        legalBasis: String? = nil,
        ethicsApproval: String? = nil,
        consentModel: ConsentModel? = nil,
        reliability: String? = nil,
        standing: Progress = .planned,
        provider: String? = nil,
        contract: String? = nil,
        purpose: Purpose? = nil,
        secondaryUse: SecondaryUse? = nil,
        keptUntil: PartialDate? = nil,
        checks: [Check] = []
    ) {
        self.id = id
        self.kind = kind
        self.legalBasis = legalBasis
        self.ethicsApproval = ethicsApproval
        self.consentModel = consentModel
        self.reliability = reliability
        self.standing = standing
        self.provider = provider
        self.contract = contract
        self.purpose = purpose
        self.secondaryUse = secondaryUse
        self.keptUntil = keptUntil
        self.checks = checks
    }

    /// Takes the answer to an item in the place of the one before it.
    package mutating func answer(_ check: Check) {
        if let position = checks.firstIndex(where: { $0.item == check.item }) {
            checks[position] = check
        } else {
            checks.append(check)
        }
    }

    /// Whether data of a provider are used: then the developer's checklist is asked of it.
    package var usesData: Bool {
        kind == .realWorldData || provider != nil || contract != nil || purpose != nil || secondaryUse != nil
            || keptUntil != nil || !checks.isEmpty
    }

    /// Whether it supports a filing: completed, and lawful and reliable in every respect.
    package var isReady: Bool {
        standing == .completed && legalBasis != nil && ethicsApproval != nil && consentModel != nil
            && reliability != nil
    }
}

package typealias StudyID = Identifier<Study>
