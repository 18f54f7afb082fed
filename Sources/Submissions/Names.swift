package import Regulation

package typealias ProcedureID = Identifier<Procedure>
/// The short name of a submission, unique in its workspace.
package typealias SubmissionName = Identifier<Submission>
/// The name of a case within its submission: `hub`, `SG`, `SG-2`.
package typealias CaseName = Identifier<Case>
package typealias ActionName = Identifier<ActionRule>
package typealias FieldName = Identifier<Field>
package typealias FactName = Identifier<FactSubject>
package typealias VariableName = Identifier<VariableSubject>
package typealias QuestionID = Identifier<Question>
/// `sha256:`-less lowercase hex of a document in the vault.
package typealias DocumentDigest = Identifier<DocumentSubject>
/// The salted SHA-256 of a free text; the text itself lies outside the log.
package typealias TextCommitment = Identifier<TextSubject>

package enum FactSubject {}
package enum VariableSubject {}
package enum DocumentSubject {}
package enum TextSubject {}

extension CaseName {
    /// The case of the hub itself.
    package static let hub: CaseName = "hub"

    /// The `number`-th case of a jurisdiction in one submission.
    package static func member(_ jurisdiction: JurisdictionCode, number: Int = 1) -> CaseName {
        CaseName(number == 1 ? jurisdiction.rawValue : "\(jurisdiction.rawValue)-\(number)")
    }

    /// The `number`-th case of a track in one submission: `JP-reimbursement`, `JP-change-2`.
    package static func track(_ track: RouteName, of jurisdiction: JurisdictionCode, number: Int) -> CaseName {
        CaseName("\(jurisdiction)-\(track)\(number == 1 ? "" : "-\(number)")")
    }

    /// The `number`-th case of a track that belongs to the product and no jurisdiction: `safety-notice-2`.
    package static func track(ofProduct track: RouteName, number: Int) -> CaseName {
        CaseName("\(track)\(number == 1 ? "" : "-\(number)")")
    }
}

/// How a jurisdiction takes part in a bundle.
package enum Participation: String, Hashable, Codable, Sendable, CaseIterable {
    case concurrentAction = "concurrent-action"
    case concurrentReview = "concurrent-review"
    case reliance
}
