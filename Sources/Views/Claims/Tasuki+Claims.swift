package import Engine
package import Regulation
import Statecharts
import Submissions

extension Tasuki {
    /// Which claims of a product may be told to whom.
    ///
    /// - Parameters:
    ///   - product: The product.
    ///   - instant: The instant of the look; now where it is absent.
    ///   - language: The language of the product's name.
    ///   - reading: Reads a manifest, for the name of the product and what it answers.
    /// - Returns: The report; nil where there is no such product.
    /// - Throws: What the store or the definitions cannot read.
    package func claims(
        of product: ProductID,
        asOf instant: Instant? = nil,
        in language: String = "en",
        reading: @escaping ManifestReading
    ) async throws -> ClaimsReport? {
        try await store.read { reader in
            let submissions = try self.submissions(of: product, through: instant, reader)
            guard let newest = submissions.last else { return nil }
            let library = try self.library(asOf: instant, reader)
            let today = try reader.settings().zone.civilDate(at: try instant ?? self.now(reader))
            var trail = CoverageTrail()
            for submission in submissions {
                var state: Submission?
                for event in try self.course(of: submission.name, through: instant, library, reader) {
                    state = Submission.evolve(state, event)
                    trail.add(state?.approvals ?? [], on: event.reckonedOn)
                }
            }
            let repeated = Register.repeated(in: submissions)
            let approvals = submissions.flatMap { submission in
                submission.approvals.filter { repeated[submission.name]?.contains($0.id) != true }
            }
            let codes = submissions.flatMap { $0.opened.targets.map(\.jurisdiction) } + approvals.map(\.jurisdiction)
            let texts = try submissions.flatMap { try self.texts(of: $0, library) }
            let configured = try world.definitions.jurisdictions()
            let claims = submissions.flatMap(\.opened.claims).uniqued()
            return ClaimsReport(
                product: product,
                name: submissions.reversed().lazy.compactMap { self.productName($0.opened, in: language, reading) }
                    .first,
                on: today,
                claims: claims,
                countries: Set(codes).sorted().map { code in
                    ClaimsReport.Country(
                        code,
                        approvals.filter { $0.jurisdiction == code && $0.standing == .inForce },
                        claims,
                        trail,
                        texts.filter { $0.subject.jurisdiction == code },
                        rules: configured.first { $0.code == code },
                        traits: newest.opened.traits,
                        on: today
                    )
                }
            )
        }
    }

    /// The texts for publication of a submission.
    private func texts(of submission: Submission, _ library: Library) throws -> [HandedIn] {
        try submission.cases.filter { !$0.isOver && $0.replacedBy == nil }.compactMap { subject in
            guard let procedure = try library.procedure(subject.procedure), let text = subject.text(by: procedure)
            else { return nil }
            return HandedIn(
                fullName: "\(submission.name)/\(subject.name)",
                subject: subject,
                text: text,
                states: procedure.chart.atomicStates(of: subject.configuration),
                procedure: procedure.id
            )
        }
    }
}

/// A text for publication, before it is held against the rules of its country.
private struct HandedIn {
    let fullName: String
    let subject: Case
    let text: PublishedText
    let states: [StateID]
    let procedure: ProcedureID?
}

extension ClaimsReport.Country {
    fileprivate init(
        _ code: JurisdictionCode,
        _ approvals: [Approval],
        _ claims: [ClaimID],
        _ trail: CoverageTrail,
        _ texts: [HandedIn],
        rules: Jurisdiction?,
        traits: [TraitStatement],
        on date: CivilDate
    ) {
        let stage = AdvertisingRule.Stage(of: approvals)
        let covered = claims.compactMap { claim in
            approvals.compactMap { approval in
                trail.since[approval.id]?[claim].map {
                    ClaimsReport.Covered(claim: claim, since: $0, approval: approval.id)
                }
            }.min { $0.since.latest < $1.since.latest }
        }
        self.init(
            code: code,
            stage: stage,
            covered: covered,
            uncovered: claims.filter { claim in !covered.contains { $0.claim == claim } },
            answers: Dictionary(
                Audience.allCases.map { audience in
                    (audience, rules?.advertising(to: audience, at: stage, of: traits, on: date) ?? .noRule)
                }
            ) { first, _ in first },
            texts: texts.compactMap { handedIn in
                rules.map { rules in
                    ClaimsReport.Text(
                        fullName: handedIn.fullName,
                        text: handedIn.text,
                        states: handedIn.states,
                        procedure: handedIn.procedure,
                        telling: Telling(of: handedIn.text, by: rules, approvals, traits, on: date)
                    )
                }
            }
        )
    }
}
