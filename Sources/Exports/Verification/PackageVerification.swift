import Engine
public import Regulation
public import Submissions
public import TransparencyLog

/// What the verification of a package found.
public struct PackageAudit: Hashable, Sendable {
    /// `nil` where no event can be read.
    public let submission: SubmissionName?
    public let events: Int
    public let refusals: Int
    public let texts: Int
    public let erasedTexts: Int
    public let documents: Int
    /// The tree head to which every proof leads.
    public let head: TreeHead?
    public let findings: [PackageFinding]

    public var isSound: Bool { findings.isEmpty }
}

/// Verifies a package from its bytes alone: no workspace, no definitions, nothing in it trusted.
///
/// What no package can show is that a later event was left out; for that its number of events is compared with the
/// applicant's or the authority's own record.
public enum PackageVerification {
    /// Everything that is wrong with the package in `folder`.
    ///
    /// `trustedHead` is a tree head known from elsewhere, such as a printed report; without one, a package made up as a
    /// whole shows no defect.
    public static func verify(folder: String, trustedHead: TreeHead? = nil) -> PackageAudit {
        var check = PackageCheck(folder: folder)
        check.run(trustedHead: trustedHead)
        return check.audit
    }
}
