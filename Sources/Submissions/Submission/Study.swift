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

    package init(
        id: StudyID,
        kind: Kind? = nil,
        legalBasis: String? = nil,
        ethicsApproval: String? = nil,
        consentModel: ConsentModel? = nil,
        reliability: String? = nil,
        standing: Progress = .planned
    ) {
        self.id = id
        self.kind = kind
        self.legalBasis = legalBasis
        self.ethicsApproval = ethicsApproval
        self.consentModel = consentModel
        self.reliability = reliability
        self.standing = standing
    }

    /// Whether it supports a filing: completed, and lawful and reliable in every respect.
    package var isReady: Bool {
        standing == .completed && legalBasis != nil && ethicsApproval != nil && consentModel != nil
            && reliability != nil
    }
}

package typealias StudyID = Identifier<Study>
