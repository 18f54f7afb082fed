package import Regulation

/// Which parts of one submission somebody sees.
///
/// It is made of a submission as a whole, and shows that submission and its events. A test knows all members of what it shows, so
/// that nobody adds one without deciding who sees it.
package struct Excerpt: Hashable, Sendable {
    /// How much of a case is shown.
    enum Depth: Hashable, Sendable {
        /// Everything that was done in it.
        case whole
        /// Where it stands, by which procedure: neither fees nor documents nor what anybody wrote.
        case outline
    }

    /// Whether it is the applicant's own.
    let isApplicants: Bool
    let cases: [CaseName: Depth]
    /// The reader's bodies; none where the reader is at no body.
    let bodies: Set<BodyID>
    /// Countries of which the reader's bodies are.
    let countries: Set<JurisdictionCode>
    let questions: Set<QuestionID>
    /// The words of those questions and of their answers.
    let texts: Set<TextCommitment>
    let approvals: Set<Approval.ID>

    init(
        isApplicants: Bool,
        cases: [CaseName: Depth],
        bodies: Set<BodyID>,
        countries: Set<JurisdictionCode>,
        showing questions: [Question],
        approvals: Set<Approval.ID>
    ) {
        self.isApplicants = isApplicants
        self.cases = cases
        self.bodies = bodies
        self.countries = countries
        self.questions = Set(questions.map(\.id))
        texts = Set(questions.flatMap { [$0.text] + ($0.answer.map { [$0] } ?? []) })
        self.approvals = approvals
    }

    package func shows(_ name: CaseName) -> Bool { cases[name] != nil }

    package func shows(_ id: Approval.ID) -> Bool { approvals.contains(id) }

    /// Whether everything that was done in the case is shown.
    package func showsWhole(_ name: CaseName) -> Bool { cases[name] == .whole }
}

/// The bodies that have to do with a case.
package struct CaseBodies: Hashable, Sendable {
    /// Those before which it is.
    package let before: Set<BodyID>
    /// Those that do something in it for another's sake, as the hub that shares its report.
    package let beside: Set<BodyID>

    package init(before: Set<BodyID>, beside: Set<BodyID> = []) {
        self.before = before
        self.beside = beside
    }

    package static let none = CaseBodies(before: [])
}

extension Submission {
    /// What the sight shows of the submission; nil where it shows nothing of it.
    ///
    /// - Parameters:
    ///   - sight: What somebody may see.
    ///   - bodies: The bodies that have to do with a case.
    /// - Returns: What is shown.
    /// - Throws: What `bodies` throws.
    package func excerpt(for sight: Sight, bodies: (Case) throws -> CaseBodies) rethrows -> Excerpt? {
        if let only = sight.only, !only.contains(name) { return nil }
        switch sight.scope {
        case .all:
            return Excerpt(
                isApplicants: true,
                cases: Dictionary(cases.map { ($0.name, .whole) }) { first, _ in first },
                bodies: [],
                countries: Set(cases.map(\.jurisdiction)),
                showing: questions,
                approvals: Set(approvals.map(\.id))
            )
        case .applicants(let companies):
            guard companies.contains(opened.applicant) else { return nil }
            return Excerpt(
                isApplicants: true,
                cases: Dictionary(cases.map { ($0.name, .whole) }) { first, _ in first },
                bodies: [],
                countries: Set(cases.map(\.jurisdiction)),
                showing: questions.filter { $0.isBeforeTheApplicant },
                approvals: Set(approvals.map(\.id))
            )
        case .bodies(let own):
            let known = try cases.map { ($0, try bodies($0)) }
            let mine = known.filter { !$0.1.before.isDisjoint(with: own) }.map(\.0)
            let beside = known.filter { !$0.1.beside.isDisjoint(with: own) }.map(\.0)
            guard !mine.isEmpty || !beside.isEmpty else { return nil }
            // What is before no body is the applicant's own affair.
            let others = known.filter { !$0.1.before.isEmpty }.map(\.0)
            return excerpt(of: own, with: mine, beside: Set(beside.map(\.name)), among: others)
        }
    }

    /// What the bodies before those cases see, of them and of others that are before any body.
    private func excerpt(
        of bodies: Set<BodyID>,
        with mine: [Case],
        beside: Set<CaseName>,
        among others: [Case]
    ) -> Excerpt {
        let names = Set(mine.map(\.name))
        let hubs = Set(mine.flatMap(\.bundles))
        let countries = Set(mine.filter { !isHub($0.name) }.map(\.jurisdiction))
        var depths: [CaseName: Excerpt.Depth] = [:]
        for subject in others {
            if names.contains(subject.name) {
                depths[subject.name] = .whole
            } else if countries.contains(subject.jurisdiction) || hubs.contains(subject.name)
                || beside.contains(subject.name) || subject.bundles.contains(where: names.contains)
            {
                // The product's other cases at home, the hub of one's bundle, and for that hub who takes part.
                depths[subject.name] = .outline
            }
        }
        return Excerpt(
            isApplicants: false,
            cases: depths,
            bodies: bodies,
            countries: countries,
            showing: questions.filter { isShown($0, toBodiesWith: names, hubs, countries) },
            approvals: shownApprovals(names, countries)
        )
    }

    /// A question is its proposer's and the hub's until it is issued, and then also that of those whom it concerns.
    private func isShown(
        _ question: Question,
        toBodiesWith mine: Set<CaseName>,
        _ hubs: Set<CaseName>,
        _ countries: Set<JurisdictionCode>
    ) -> Bool {
        if mine.contains(question.origin) { return true }
        if hubs.contains(question.origin) {
            return question.isBeforeTheApplicant && question.scope.map { countries.contains($0) } ?? true
        }
        // What a member put to the hub, for which alone it waits there.
        return !question.isBeforeTheApplicant
            && self[question.origin]?.bundles.contains(where: mine.contains) ?? false
    }

    /// The approvals of the reader's countries, and all on which those and their cases rest.
    private func shownApprovals(_ mine: Set<CaseName>, _ countries: Set<JurisdictionCode>) -> Set<Approval.ID> {
        var shown = Set(approvals.filter { countries.contains($0.jurisdiction) }.map(\.id))
        shown.formUnion(mine.compactMap { approval(of: $0)?.id })
        var open = Array(shown)
        for name in mine { open += self[name]?.references.map(\.approval) ?? [] }
        shown.formUnion(open)
        while let next = open.popLast() {
            let rested = approvals.first { $0.id == next }?.dependsOn.map(\.approval) ?? []
            for id in rested where shown.insert(id).inserted { open.append(id) }
        }
        return shown
    }
}

extension Question {
    /// Whether the applicant was asked it.
    var isBeforeTheApplicant: Bool { status == .issued || status == .answered }
}
