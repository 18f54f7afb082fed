extension Jurisdiction {
    /// The completeness of `entries` for this jurisdiction.
    ///
    /// A requirement not confirmed for the authority blocks only where the applicant adopted its heading, and so does a
    /// language that is not confirmed. What is wanted on a condition is wanted once the applicant answered that it
    /// holds. Rules that a case is bound to hold for its day already; of others only those in force on `date` count.
    package func completeness(
        of entries: [DossierEntry],
        adopted: Set<HeadingCode>,
        answers: [ConditionAnswer] = [],
        type: Requirement.ApplicationType = .initial,
        on date: CivilDate? = nil
    ) -> Completeness {
        var seen: Set<DossierEntry> = []
        let mine = entries.filter { isMine($0) && seen.insert($0).inserted }
        let wanted = requirements.filter { requirement in
            requirement.types.contains(type) && (date.map { requirement.window.contains($0) } ?? true)
        }
        let cells = wanted.map { requirement in
            Completeness.Cell(
                requirement: requirement,
                accepted: acceptedLanguages(for: requirement),
                isAdopted: adopted.contains(requirement.heading),
                answer: requirement.need == .conditional ? answers.holds(requirement.heading, in: code) : nil,
                entries: mine
            )
        }
        return Completeness(jurisdiction: code, cells: cells)
    }

    /// Whether ``completeness(of:adopted:answers:type:on:)`` finds `entries` complete for a first filing: what every filing
    /// and many guards ask, without saying what serves where.
    package func isComplete(
        _ entries: [DossierEntry],
        adopted: Set<HeadingCode>,
        answers: [ConditionAnswer] = []
    ) -> Bool {
        requirements.allSatisfy { requirement in
            guard requirement.types.contains(.initial),
                requirement.need == .required
                    || requirement.need == .conditional && answers.holds(requirement.heading, in: code) == true
            else { return true }
            let isAdopted = adopted.contains(requirement.heading)
            guard requirement.source.confidence == .confirmed || isAdopted else { return true }
            let accepted = acceptedLanguages(for: requirement)
            var isThere = false
            for entry in entries where isMine(entry) && requirement.heading.contains(entry.heading) {
                guard accepted.verdict(on: entry.language) == .wrong else { return true }
                isThere = true
            }
            // What is missing only because of its language is as sure as the rule of the language.
            return isThere && !isAdopted && accepted.confidence != .confirmed
        }
    }

    private func isMine(_ entry: DossierEntry) -> Bool { entry.jurisdiction == nil || entry.jurisdiction == code }
}

extension Completeness.Cell {
    /// Judges one requirement by what serves its jurisdiction, each once, under whatever heading.
    fileprivate init(
        requirement: Requirement,
        accepted: AcceptedLanguages,
        isAdopted: Bool,
        answer: Bool?,
        entries: [DossierEntry]
    ) {
        let under = entries.filter { requirement.heading.contains($0.heading) }
        let byVerdict = Dictionary(grouping: under) { accepted.verdict(on: $0.language) }
        self.requirement = requirement
        self.accepted = accepted
        self.answer = answer
        serving = byVerdict[.accepted] ?? []
        inOtherLanguages = byVerdict[.wrong] ?? []
        inUnknownLanguages = byVerdict[.unknown] ?? []
        let isWanted = requirement.need == .required || answer == true
        // What is missing only because of its language is as sure as the rule of the language.
        let isConfirmed =
            requirement.source.confidence == .confirmed
            && (inOtherLanguages.isEmpty || accepted.confidence == .confirmed)
        presence =
            if !serving.isEmpty {
                .present
            } else if !inUnknownLanguages.isEmpty, answer != false {
                .unknown
            } else if !isWanted {
                .notNeeded
            } else {
                isConfirmed ? .missing : .missingUnconfirmed
            }
        blocks = presence == .missing || presence == .missingUnconfirmed && isAdopted
    }
}
