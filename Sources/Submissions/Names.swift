public import Regulation

public typealias ProcedureID = Identifier<Procedure>
/// The short name of a submission, unique in its workspace.
public typealias SubmissionName = Identifier<Submission>
/// The name of a case within its submission: `hub`, `SG`, `SG-2`.
public typealias CaseName = Identifier<Case>
public typealias ActionName = Identifier<ActionRule>
public typealias FieldName = Identifier<Field>
public typealias FactName = Identifier<FactSubject>
public typealias VariableName = Identifier<VariableSubject>
public typealias QuestionID = Identifier<Question>
/// `sha256:`-less lowercase hex of a document in the vault.
public typealias DocumentDigest = Identifier<DocumentSubject>
/// The salted SHA-256 of a free text; the text itself lies outside the log.
public typealias TextCommitment = Identifier<TextSubject>

public enum FactSubject {}
public enum VariableSubject {}
public enum DocumentSubject {}
public enum TextSubject {}

extension CaseName {
    /// The case of the hub itself.
    public static let hub: CaseName = "hub"

    /// The `number`-th case of a jurisdiction in one submission.
    public static func member(_ jurisdiction: JurisdictionCode, number: Int = 1) -> CaseName {
        CaseName(number == 1 ? jurisdiction.rawValue : "\(jurisdiction.rawValue)-\(number)")
    }

    /// The `number`-th case of a track in one submission: `JP-reimbursement`, `JP-change-2`.
    public static func track(_ track: RouteName, of jurisdiction: JurisdictionCode, number: Int) -> CaseName {
        CaseName("\(jurisdiction)-\(track)\(number == 1 ? "" : "-\(number)")")
    }
}

/// How a jurisdiction takes part in a bundle.
public enum Participation: String, Hashable, Codable, Sendable, CaseIterable {
    case concurrentAction = "concurrent-action"
    case concurrentReview = "concurrent-review"
    case reliance
}
