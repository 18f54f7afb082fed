extension Jurisdiction {
    /// The completeness of `entries` for this jurisdiction.
    ///
    /// A requirement not confirmed for the authority blocks only where the applicant adopted its heading. Rules that
    /// a case is bound to hold for its day already; of others only those in force on `date` count.
    package func completeness(
        of entries: [DossierEntry],
        adopted: Set<HeadingCode>,
        type: Requirement.ApplicationType = .initial,
        on date: CivilDate? = nil
    ) -> Completeness {
        var seen: Set<DossierEntry> = []
        let mine = entries.filter { isMine($0) && seen.insert($0).inserted }
        let wanted = requirements.filter { requirement in
            requirement.types.contains(type) && (date.map { requirement.window.contains($0) } ?? true)
        }
        let cells = wanted.map { $0.judged(by: mine, isAdopted: adopted.contains($0.heading)) }
        return Completeness(jurisdiction: code, cells: cells)
    }

    /// Whether ``completeness(of:adopted:type:on:)`` finds `entries` complete for a first filing: what every filing and
    /// many guards ask, without saying what serves where.
    package func isComplete(_ entries: [DossierEntry], adopted: Set<HeadingCode>) -> Bool {
        requirements.allSatisfy { requirement in
            guard requirement.need == .required, requirement.types.contains(.initial),
                requirement.source.confidence == .confirmed || adopted.contains(requirement.heading)
            else { return true }
            return entries.contains { isMine($0) && requirement.isServed(by: $0) }
        }
    }

    private func isMine(_ entry: DossierEntry) -> Bool { entry.jurisdiction == nil || entry.jurisdiction == code }
}

extension Requirement {
    fileprivate func judged(by entries: [DossierEntry], isAdopted: Bool) -> Completeness.Cell {
        let under = entries.filter { heading.contains($0.heading) }
        let serving = under.filter { accepts($0.language) }
        let isConfirmed = source.confidence == .confirmed
        let presence: Completeness.Presence =
            if !serving.isEmpty {
                .present
            } else if need != .required {
                .notNeeded
            } else {
                isConfirmed ? .missing : .missingUnconfirmed
            }
        return Completeness.Cell(
            requirement: self,
            presence: presence,
            blocks: presence == .missing || presence == .missingUnconfirmed && isAdopted,
            serving: serving,
            inOtherLanguages: under.filter { !accepts($0.language) }
        )
    }

    fileprivate func isServed(by entry: DossierEntry) -> Bool {
        heading.contains(entry.heading) && accepts(entry.language)
    }

    /// A document whose language is not stated is taken at its word; `zh-Hant` is a kind of `zh` (RFC 4647 basic filtering).
    package func accepts(_ language: String?) -> Bool {
        guard let language, !languages.isEmpty else { return true }
        return languages.contains { language == $0 || language.hasPrefix($0 + "-") }
    }
}
