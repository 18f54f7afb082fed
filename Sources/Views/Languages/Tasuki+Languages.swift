package import Engine
package import Regulation
package import Submissions

/// The dossiers that a submission was filed with: of each country the newest that was filed for it.
package struct FiledPapers: Hashable, Sendable {
    package struct Dossier: Hashable, Sendable {
        package let filing: Filing
        /// The countries of which it is the newest, in the order of the manifest.
        package let countries: [JurisdictionCode]
    }

    /// In the order of their filing; none without a country.
    package let dossiers: [Dossier]
    /// Countries for which none was filed: they are held against the one that was filed last.
    package let unfiled: [JurisdictionCode]
    /// What the dossiers hold, each with the countries whose dossier holds it.
    package let papers: [LanguageReport.Paper]
}

extension Tasuki {
    /// What the submission was filed with for these countries, or for every target, wave by wave, as far as the lists of
    /// the filings can be read; `nil` where no dossier was filed yet.
    ///
    /// What came with an act, such as the letter of a filing that rests on another approval, is no dossier.
    /// - Throws: ``EngineError/missingDocument(_:)`` where the vault lacks a list.
    package func filedPapers(
        of name: SubmissionName,
        for countries: [JurisdictionCode] = []
    ) async throws -> FiledPapers? {
        try await store.read { reader in
            let submission = try self.loaded(name, in: reader)
            let found = FilingReader(try reader.history(of: name, through: nil))?.found ?? []
            let waves = found.filter { !$0.targets.isEmpty }
            guard let last = waves.last else { return nil }
            let codes = countries.isEmpty ? submission.opened.targets.map(\.jurisdiction) : countries
            let newest = waves.map { wave in
                (wave, codes.filter { code in waves.last { $0.targets.contains(code) }?.filing == wave.filing })
            }
            let unfiled = codes.filter { code in !waves.contains { $0.targets.contains(code) } }
            var papers: [LanguageReport.Paper] = []
            for (wave, countries) in newest {
                let isLast = wave.filing == last.filing
                for paper in try self.papers(of: wave.filing, for: countries + (isLast ? unfiled : [])) {
                    papers.join(paper)
                }
            }
            return FiledPapers(
                dossiers: newest.compactMap { wave, countries in
                    countries.isEmpty ? nil : .init(filing: wave.filing, countries: countries)
                },
                unfiled: unfiled,
                papers: papers
            )
        }
    }

    /// The languages of what the submission was filed with, against what its targets or these countries want.
    ///
    /// Of a submission that was not filed yet everything is missing.
    ///
    /// - Parameters:
    ///   - name: The submission.
    ///   - countries: The countries; every target where there are none.
    ///   - date: The day of the rules; today where nobody says it.
    /// - Returns: The report.
    /// - Throws: ``EngineError/noSuchJurisdiction(_:known:)`` where a country has no rules.
    package func languages(
        of name: SubmissionName,
        for countries: [JurisdictionCode] = [],
        on date: CivilDate? = nil
    ) async throws -> LanguageReport {
        let papers = try await filedPapers(of: name, for: countries)?.papers ?? []
        let opened = try await submission(name).submission.opened
        let clock = try await self.clock()
        return try LanguageReport(
            papers,
            for: countries.isEmpty ? opened.targets.map(\.jurisdiction) : countries,
            by: try world.definitions.jurisdictions(),
            adopted: Set(opened.adopted),
            answers: opened.conditions,
            on: date ?? clock.settings.zone.civilDate(at: clock.now)
        )
    }

    private func papers(of filing: Filing, for countries: [JurisdictionCode]) throws -> [LanguageReport.Paper] {
        guard let bytes = try world.vault.bytes(of: filing.revision) else {
            throw EngineError.missingDocument(filing.revision)
        }
        return try (FrozenList(bytes: bytes)?.entries ?? []).compactMap { entry in
            guard let path = entry.path, let heading = entry.heading else { return nil }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return LanguageReport.Paper(
                path: path,
                entry: DossierEntry(heading: heading, jurisdiction: entry.jurisdiction, language: entry.language),
                isDamaged: try world.vault.isDamaged(entry.digest, named: name),
                countries: countries
            )
        }
    }
}

extension [LanguageReport.Paper] {
    /// The same file of two waves is one document, of the countries of both.
    fileprivate mutating func join(_ paper: LanguageReport.Paper) {
        guard let countries = paper.countries, !countries.isEmpty else { return }
        if let place = firstIndex(where: { $0.path == paper.path && $0.entry == paper.entry }) {
            self[place].countries = (self[place].countries ?? []) + countries
        } else {
            append(paper)
        }
    }
}
