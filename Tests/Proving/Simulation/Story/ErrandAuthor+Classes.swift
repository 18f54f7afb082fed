import CanonicalJSON
import Chance
import Engine
import Regulation
import Submissions

extension ErrandAuthor {
    /// The class under which the product was filed in a country, put right.
    func reclassing(_ submission: Submission, _ dice: inout Dice) -> Errand? {
        let filed = run.disk.events(of: submission.name).compactMap { event -> (Int, [JurisdictionCode])? in
            if case .dossierFiled(let filed) = event.record.event { (event.record.number, filed.targets) } else { nil }
        }
        guard let (event, targets) = dice.pick(filed), let code = dice.pick(targets),
            let jurisdiction = (try? definitions.jurisdiction(code)).flatMap({ $0 }),
            let deviceClass = dice.pick(jurisdiction.classification.flatMap(\.classes).uniqued())
        else { return nil }
        return .correct(
            CorrectionRequest(
                submission: submission.name,
                event: event,
                actor: person(.applicant),
                fields: [ClassCorrection.key: .object([code.rawValue: .string(deviceClass.rawValue)])],
                date: nil,
                reason: "A slip of the pen."
            )
        )
    }
}
