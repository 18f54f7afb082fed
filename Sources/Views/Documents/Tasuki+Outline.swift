package import Engine
package import Regulation
package import Submissions

extension Tasuki {
    /// The outline of a review report for `countries`, or for every target of the submission.
    ///
    /// Headings are those of the rules to which each country's case is bound, or of today's where there is none yet.
    package func reportOutline(
        of name: SubmissionName,
        for countries: [JurisdictionCode]? = nil
    ) async throws -> ReportOutline {
        try await store.read { reader in
            let submission = try self.loaded(name, in: reader)
            let targets = submission.opened.targets.map(\.jurisdiction)
            let codes = countries ?? targets
            if let stranger = codes.first(where: { !targets.contains($0) }) {
                throw EngineError.noSuchJurisdiction(stranger, known: targets)
            }
            let trails = try self.documents(of: name, reader).trails
            let questions = submission.questions.filter { question in
                question.status != .consolidated && question.status != .declined
                    && codes.contains { submission.concerns(question, $0) }
            }
            let builder = OutlineBuilder(
                countries: try codes.map {
                    (code: $0, requirements: try self.requirements(of: $0, submission, reader))
                },
                items: trails.compactMap { trail in
                    trail.item(for: codes, in: name).map { (heading: trail.heading, item: $0) }
                },
                questions: questions
            )
            let commitments = questions.flatMap { [$0.text] + ($0.answer.map { [$0] } ?? []) }
            return ReportOutline(
                submission: name,
                product: submission.opened.product,
                productVersion: submission.opened.productVersion,
                countries: codes,
                sections: builder.sections(),
                sharedReports: submission.sharedReports.filter { codes.contains($0.key) },
                texts: try reader.texts(commitments).mapValues(\.text)
            )
        }
    }

    private func requirements(
        of code: JurisdictionCode,
        _ submission: Submission,
        _ reader: any StoreReader
    ) throws -> [Requirement] {
        if let pin = submission.member(code)?.rules {
            guard let rules = try Library(reader, world, pins).rules(pin) else { throw Refusal.noRules(pin) }
            return rules.requirements.filter { $0.types.contains(.initial) }
        }
        guard let current = try world.definitions.jurisdiction(code) else {
            throw EngineError.noSuchJurisdiction(code, known: try world.definitions.jurisdictions().map(\.code))
        }
        let today = current.zone.civilDate(at: try now(reader))
        return current.requirements.filter { $0.types.contains(.initial) && $0.window.contains(today) }
    }
}

extension Submission {
    /// Whether the question was put to the country: by one of its own cases, or through the hub.
    fileprivate func concerns(_ question: Question, _ code: JurisdictionCode) -> Bool {
        cases.contains { $0.name != .hub && $0.jurisdiction == code && concerns(question, $0.name) }
    }
}

extension DocumentTrail {
    /// The document as it last reached one of the countries in that submission.
    fileprivate func item(for countries: [JurisdictionCode], in name: SubmissionName) -> ReportOutline.Item? {
        let filed = revisions.flatMap { revision in revision.appearances.map { (revision.number, $0) } }
            .filter { _, appearance in
                let document = appearance.document
                return document.submission == name && document.jurisdictions.contains { countries.contains($0) }
            }
        guard
            let (number, last) = filed.max(by: {
                FiledDocument.isOrdered($0.1.document, before: $1.1.document)
            })
        else { return nil }
        return .init(document: last.document, revision: number, revisions: revisions.count, link: last.link)
    }
}
