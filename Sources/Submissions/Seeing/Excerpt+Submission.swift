import Regulation

extension Excerpt {
    /// The submission as the reader sees it.
    package func of(_ submission: Submission) -> Submission {
        var seen = submission
        seen.questions = submission.questions.filter { questions.contains($0.id) }
        seen.merged = submission.merged.filter { questions.contains($0.key) }
        guard !isApplicants else { return seen }
        seen.opened = of(submission.opened)
        seen.cases = submission.cases.compactMap(of)
        let filings = Set(seen.cases.flatMap(\.filings))
        seen.filings = submission.filings.filter { filings.contains($0.number) }
        seen.filedVersions = submission.filedVersions.filter { filings.contains($0.key) }
        seen.dossiers = submission.dossiers.filter { filings.contains($0.key) }
        seen.approvals = submission.approvals.filter { approvals.contains($0.id) }.map(of)
        seen.obligations = submission.obligations.filter { showsWhole($0.name) }
        // How evidence is come by is told in the dossier, and not before.
        seen.studies = []
        seen.consents = submission.consents.filter(countries.contains)
        seen.sharedReports = submission.sharedReports.filter { countries.contains($0.key) }
        seen.corrections = submission.corrections.compactMapValues { corrections in
            let shown = corrections.filter { showsWhole($0.name) }
            return shown.isEmpty ? nil : shown
        }
        seen.transcriptions = submission.transcriptions.filter { showsWhole($0.name) }
        seen.actingBodies = submission.actingBodies.filter(bodies.contains)
        seen.handledCauses = []
        return seen
    }

    /// What the manifest says of the countries and approvals that the reader sees, and of the product.
    func of(_ opened: SubmissionOpened) -> SubmissionOpened {
        guard !isApplicants else { return opened }
        let held = opened.held.filter { approvals.contains($0.id) }.map(of)
        return SubmissionOpened(
            name: opened.name,
            product: opened.product,
            productVersion: opened.productVersion,
            claims: opened.claims,
            applicant: opened.applicant,
            holders: opened.holders.filter(countries.contains),
            targets: opened.targets.filter { countries.contains($0.jurisdiction) },
            adopted: opened.adopted,
            manifest: opened.manifest,
            calendars: opened.calendars.filter { countries.contains($0.key) },
            classes: opened.classes.filter { countries.contains($0.key) },
            traits: opened.traits.filter { $0.jurisdiction.map(countries.contains) ?? true },
            held: held,
            conditions: opened.conditions.filter { $0.jurisdiction.map(countries.contains) ?? true }
        )
    }

    private func of(_ subject: Case) -> Case? {
        guard let depth = cases[subject.name] else { return nil }
        guard depth == .outline else { return subject }
        var seen = subject
        seen.variables = [:]
        seen.fees = []
        seen.ledger = []
        seen.filings = []
        seen.references = []
        seen.flags = []
        seen.decisions = subject.decisions.map(of)
        seen.transcribed = []
        return seen
    }

    /// What was decided, without the terms, which are its holder's.
    func of(_ decision: Decision) -> Decision {
        Decision(outcome: decision.outcome, on: decision.on, claims: decision.claims, number: decision.number)
    }

    /// As a register shows it to those of another country.
    package func of(_ approval: Approval) -> Approval {
        guard !isApplicants, !countries.contains(approval.jurisdiction) else { return approval }
        return approval.asRegistered
    }
}

extension Approval {
    /// Without its terms, and without what its own authority has still to look into.
    package var asRegistered: Approval {
        var seen = self
        seen.conditions = []
        seen.flags = []
        return seen
    }
}
