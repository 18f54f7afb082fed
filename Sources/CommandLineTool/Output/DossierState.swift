import CanonicalJSON
import Dossiers
import Regulation
import Submissions
import Views

/// What a check finds in a dossier folder beside what is missing.
struct DossierState {
    let defects: [DossierDefect]
    /// What systems and programs left there.
    let passedOver: [String]
    let findings: [FileFinding]
    /// What lies there for countries that are no target yet, and how many documents each.
    let waiting: [(country: JurisdictionCode, count: Int)]
    /// Documents that are still the text of a sample.
    let samples: [String]

    init(
        _ survey: DossierFolder.Survey,
        targets: [JurisdictionCode],
        asked: [JurisdictionCode],
        samples: Set<DocumentDigest>
    ) {
        let dossier = survey.dossier
        defects = survey.defects.all
        passedOver = dossier.passedOver
        findings = dossier.findings
        waiting = dossier.waiting(beside: targets + asked).map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
        self.samples = dossier.documents.filter { samples.contains($0.digest) }.map(\.path)
    }

    /// Whether nothing keeps the folder from being filed or from being opened where it is sent.
    var isSound: Bool { defects.isEmpty && findings.isEmpty }

    func json(_ labels: Labels) -> [String: JSONValue] {
        [
            "defects": .array(
                defects.map { defect in
                    .object([
                        "code": .string(defect.code), "path": .string(defect.path),
                        "text": .string(labels.said(defect.description)),
                    ])
                }
            ),
            "passedOver": .array(passedOver.map { .string($0) }),
            "findings": .array(
                findings.map { finding in
                    .object([
                        "path": .string(finding.path), "defect": .string(finding.defect.word),
                        "text": .string(labels.words(for: finding.defect)),
                    ])
                }
            ),
            "waiting": .array(
                waiting.map {
                    .object(["jurisdiction": .string($0.country.rawValue), "documents": .integer(Int64($0.count))])
                }
            ),
            "samples": .array(samples.map { .string($0) }),
        ]
    }
}

extension Labels {
    func words(for defect: FileFinding.Defect) -> String {
        switch defect {
        case .encrypted, .truncated: self["dossier.files.\(defect.word)"]
        case .mistyped(let kind): text("dossier.files.mistyped", self["dossier.files.kinds.\(kind.rawValue)"])
        }
    }
}
