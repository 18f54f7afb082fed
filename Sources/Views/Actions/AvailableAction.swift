package import Engine
package import Regulation
import Statecharts
package import Submissions

/// An action that the active states of a case foresee, and what still stands in its way.
package struct AvailableAction: Hashable, Sendable {
    package let rule: ActionRule
    package let procedure: ProcedureID
    /// Who may do it, as role and body: `officer@HSA`, `applicant`.
    package let performers: [Actor.Capacity]
    /// Conditions that are not met; none when it may be done now.
    ///
    /// Conditions on the payload itself are not counted: nobody has handed one in yet.
    package let unmet: [Guard]
    /// Why the route is not open, where that is what stands in the way.
    package let assessment: RouteAssessment?

    package var isOpen: Bool { unmet.isEmpty }
}

/// What may be done to one case now.
package struct CaseActions: Hashable, Sendable {
    package let row: StatusRow
    package let actions: [AvailableAction]
}

extension Tasuki {
    /// The procedure of a case, whose words a refusal is told in; `nil` where there is no such case.
    package func procedure(of name: CaseName, in submission: SubmissionName) async throws -> ProcedureID? {
        try await store.read { reader in
            try reader.caseRows(of: submission).first { $0.name == name }?.outlook.procedure
        }
    }

    /// What may be done to a case now, by whom, and why the rest may not.
    package func actions(of name: CaseName, in submission: SubmissionName) async throws -> CaseActions {
        try await store.read { reader in
            let folded = try self.loaded(submission, in: reader)
            guard let subject = folded[name] else {
                throw Refusal.noSuchCase(name, known: folded.cases.map(\.name))
            }
            return try self.actions(of: subject, in: folded, at: try self.now(reader), reader)
        }
    }

    /// The acts that are foreseen now and lead at once to a state in which `action` is foreseen.
    package func steps(
        toward action: ActionName,
        of name: CaseName,
        in submission: SubmissionName
    ) async throws -> [ActionName] {
        try await store.read { reader in
            guard let subject = try self.loaded(submission, in: reader)[name] else { return [] }
            let procedure = try Library(reader, self.world, self.pins).bound(subject).procedure
            return procedure.steps(toward: action, from: subject.configuration)
        }
    }

    func actions(
        of subject: Case,
        in submission: Submission,
        at moment: Instant,
        _ reader: any StoreReader
    ) throws -> CaseActions {
        let library = Library(reader, world, pins)
        let row = try row(subject, of: submission, at: moment, library)
        let bound = try library.bound(subject)
        let register = try reader.approvals(of: submission.opened.product, except: submission.name)
        let hub = bound.procedure.involvesHub ? try hubBody(of: submission, library) : nil
        let today = PartialDate.day(bound.rules.zone.civilDate(at: moment))
        let offers = submission.offers(of: subject, bound, register: register, on: today)
        let asksRoute = offers.contains { $0.unmet.contains(.routeOpen) }
        let assessment = (asksRoute ? bound.rules.boundRoute : nil).map { route in
            let code = subject.jurisdiction
            return route.assessed(
                for: submission.routeFacts(for: code, own: subject.name, register: register, on: today)
            )
        }
        return CaseActions(
            row: row,
            // Where there is nothing to act upon, as no fee to refund, the action is none that anybody waits for.
            actions: offers.filter { !$0.unmet.contains(where: \.isAboutWhatThereIs) }.map { offer in
                AvailableAction(
                    rule: offer.rule,
                    procedure: bound.procedure.id,
                    performers: offer.rule.performers.flatMap { $0.capacities(in: bound.rules, hub: hub) }.uniqued(),
                    unmet: offer.unmet,
                    assessment: offer.unmet.contains(.routeOpen) ? assessment : nil
                )
            }
        )
    }
}

extension ActionRule.Performer {
    /// Who that is in one jurisdiction.
    package func capacities(in rules: Jurisdiction, hub: BodyID?) -> [Actor.Capacity] {
        switch self {
        case .applicant: [.applicant]
        case .role(let role, of: let function):
            rules.bodies.filter { $0.functions.contains(function) }.map { .role(role, at: $0.id) }
        case .hub(let role): hub.map { [.role(role, at: $0)] } ?? []
        }
    }
}
