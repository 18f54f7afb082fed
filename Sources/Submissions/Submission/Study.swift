public import Regulation

/// A study or data set of the evidence plan, with what makes its use lawful and reliable.
public struct Study: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case exploratoryTrial = "exploratory-trial"
        case confirmatoryTrial = "confirmatory-trial"
        case specifiedClinicalResearch = "specified-clinical-research"
        case realWorldData = "real-world-data"
    }

    public enum ConsentModel: String, Hashable, Codable, Sendable, CaseIterable {
        case individual
        case optOut = "opt-out"
        case waived
        case notNeeded = "not-needed"
    }

    public enum Progress: String, Hashable, Codable, Sendable, CaseIterable {
        case planned, running, completed, stopped
    }

    public let id: StudyID
    public var kind: Kind?
    /// The law, article or contract under which the data may be used.
    public var legalBasis: String?
    /// The number of the ethics committee's approval.
    public var ethicsApproval: String?
    public var consentModel: ConsentModel?
    /// Where the evidence of reliability stands.
    public var reliability: String?
    public var standing: Progress

    public init(
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
    public var isReady: Bool {
        standing == .completed && legalBasis != nil && ethicsApproval != nil && consentModel != nil
            && reliability != nil
    }
}

public typealias StudyID = Identifier<Study>
