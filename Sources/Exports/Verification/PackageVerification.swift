import Engine
import Regulation
package import Submissions
package import TransparencyLog

/// What the verification of a package found.
package struct PackageAudit: Hashable, Sendable {
    /// `nil` where no event can be read.
    package let submission: SubmissionName?
    package let events: Int
    package let refusals: Int
    package let texts: Int
    package let erasedTexts: Int
    package let documents: Int
    /// The tree head to which every proof leads.
    package let head: TreeHead?
    package let findings: [PackageFinding]

    package var isSound: Bool { findings.isEmpty }
}

/// Verifies a package from its bytes alone: no workspace, no definitions, nothing in it trusted.
///
/// What no package can show is that a later event was left out; for that its number of events is compared with the
/// applicant's or the authority's own record.
package enum PackageVerification {
    /// Everything that is wrong with the package in `folder`.
    ///
    /// `trustedHead` is a tree head known from elsewhere, such as a printed report; without one, a package made up as a
    /// whole shows no defect.
    package static func verify(folder: String, trustedHead: TreeHead? = nil) -> PackageAudit {
        var check = PackageCheck(folder: folder)
        check.run(trustedHead: trustedHead)
        return check.audit
    }
}
