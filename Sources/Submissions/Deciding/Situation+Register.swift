import Regulation
import Statecharts

// What guards ask of the register of approvals.
extension Situation {
    /// The conditions of the route held against the product and its approvals.
    var assessment: RouteAssessment? {
        guard let route, let subject else { return nil }
        let facts = submission.routeFacts(
            for: subject.jurisdiction,
            own: name,
            register: register,
            on: occurredOn
        )
        return route.assessed(for: facts)
    }

    /// The approvals on which an approval granted now would rest, as many as the route asks for.
    ///
    /// Those on which the case was filed come first while they count: a decision is on what was filed.
    var references: [Approval] {
        guard let assessment, assessment.hasReference else { return [] }
        let needed = max(1, assessment.needed)
        let cited = Set(subject?.references.map(\.approval) ?? [])
        let counted =
            assessment.counted.filter { cited.contains($0.id) } + assessment.counted.filter { !cited.contains($0.id) }
        guard route?.conditions.contains(where: { $0.kind == .independent }) ?? false else {
            return Array(counted.prefix(needed))
        }
        let graph = ApprovalGraph(submission.approvals + register)
        return Array(graph.independent(among: counted).prefix(needed))
    }

    /// Whether an officer of the relying authority took a reference although a rule is not confirmed.
    var isAccepted: Bool {
        subject?.variables["referenceAccepted"] == "yes" || subject?.variables["stageAccepted"] == "yes"
    }

    var routeIsOpen: Bool {
        guard let assessment else { return false }
        return switch assessment.answer {
        case .open: true
        case .closed: false
        case .unknown: isAccepted
        }
    }

    var stageIsAccepted: Bool {
        guard references.contains(where: \.isFirstStage) else { return true }
        if isAccepted { return true }
        return route?.conditions.contains {
            $0.kind == .stageOne(.counts) && $0.source.confidence == .confirmed
        } ?? false
    }

    /// Approvals of the product in force on the day, of this submission and of others.
    var approvalsInForce: [Approval] {
        (submission.approvals + register).filter { approval in
            approval.standing == .inForce && (!isOfAct || approval.grantedOn.earliest <= occurredOn.latest)
                && (approval.validUntil.map { $0.latest >= occurredOn.earliest } ?? true)
        }
    }

    /// Where the product is on the market, in the order of its approvals: one that is suspended has its users still.
    var markets: [JurisdictionCode] { (submission.approvals + register).markets(on: occurredOn, ofAct: isOfAct) }

    /// The same where the step is taken again: what other submissions hold is what they held when it was recorded.
    ///
    /// - Parameter recorded: The countries where only others held an approval then; `nil` where they are looked for again.
    /// - Returns: The submission's own first.
    func markets(found recorded: [JurisdictionCode]?) -> [JurisdictionCode] {
        guard let recorded else { return markets }
        let held = submission.approvals.markets(on: occurredOn, ofAct: isOfAct)
        return held + recorded.filter { !held.contains($0) }
    }

    /// A track acts on the approval that its submission holds; a review looks at the product's, wherever it is held.
    var approvalIsInForce: Bool {
        if let subject, subject.isTrack {
            return submission.concernedApproval(of: name).map { approvalsInForce.contains($0) } ?? false
        }
        return approvalsInForce.contains { $0.jurisdiction == rules.code }
    }

    var hasOpenFlags: Bool {
        !(submission.concernedApproval(of: name)?.openFlags.isEmpty ?? true)
            || subject?.flags.contains { !$0.isSettled } ?? false
    }

    func isAtStage(_ stage: ApprovalStage) -> Bool {
        let own = approvalsInForce.filter { $0.jurisdiction == rules.code }
        return switch stage {
        case .first: !own.isEmpty && own.allSatisfy(\.isFirstStage)
        case .full: own.contains { !$0.isFirstStage }
        }
    }
}

extension [Approval] {
    /// Where they put a product on the market on that day, each country once; an act counts none that came after its day.
    func markets(on date: PartialDate, ofAct isOfAct: Bool) -> [JurisdictionCode] {
        var seen: Set<JurisdictionCode> = []
        return filter { approval in
            (approval.standing == .inForce || approval.standing == .suspended)
                && (!isOfAct || approval.grantedOn.earliest <= date.latest)
                && (approval.validUntil.map { $0.latest >= date.earliest } ?? true)
        }.map(\.jurisdiction).filter { seen.insert($0).inserted }
    }
}
