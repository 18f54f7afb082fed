import CanonicalJSON
package import Engine
import Regulation
package import Submissions

/// Submissions of a workspace that go through their courses by the engine's own commands, as people's would.
package struct Workload: Sendable {
    package let tasuki: Tasuki
    private let manifest: DocumentDigest
    private let report: IncomingDocument
    private let requirements: [JurisdictionCode: [DossierEntry]]

    /// Classes as the demo's product has them.
    private static let classes: [JurisdictionCode: DeviceClass] = [
        "JP": "II", "SG": "B", "MY": "B", "TH": "2", "TW": "2", "KR": "2", "AU": "IIa",
    ]

    /// Puts the few documents that all submissions share into the vault.
    package init(_ tasuki: Tasuki) throws {
        self.tasuki = tasuki
        let vault = tasuki.world.vault
        manifest = try vault.put(Array("A product made for measuring.\n".utf8))
        let text = Array("A report made for measuring.\n".utf8)
        report = IncomingDocument(
            digest: try vault.put(text),
            name: "report.txt",
            mediaType: "text/plain",
            size: text.count
        )
        requirements = Dictionary(
            uniqueKeysWithValues: try tasuki.world.definitions.jurisdictions().map { jurisdiction in
                (
                    jurisdiction.code,
                    jurisdiction.requirements.map {
                        DossierEntry(
                            heading: $0.heading,
                            jurisdiction: jurisdiction.code,
                            language: $0.languages.first
                        )
                    }
                )
            }
        )
    }

    /// Opens a submission and files its dossier, complete for each target.
    package func begin(_ course: Course, as name: SubmissionName, number: Int) async throws {
        let lead = Actor(person: People.person(in: .applicant, of: number), capacity: .applicant)
        _ = try await tasuki.open(opening(of: course, as: name, number: number), by: lead)
        _ = try await tasuki.file(
            name,
            revision: manifest,
            entries: course.targets.flatMap { requirements[$0.jurisdiction] ?? [] },
            by: lead
        )
    }

    private func opening(of course: Course, as name: SubmissionName, number: Int) -> SubmissionOpened {
        SubmissionOpened(
            name: name,
            product: ProductID("product-\(People.digits(number))"),
            productVersion: "1.0.0",
            claims: ["C1", "C2"],
            applicant: OrganizationID("applicant-\(People.digits(number))"),
            holders: course.targets.map(\.jurisdiction),
            targets: course.targets,
            adopted: [],
            manifest: manifest,
            classes: Self.classes
        )
    }

    /// The request of one step.
    package func request(
        _ step: Course.Step,
        in submission: SubmissionName,
        number: Int,
        key: String? = nil
    ) -> ActionRequest {
        step.request(in: submission, number: number, documents: [report], key: key)
    }
}
