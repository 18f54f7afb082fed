package import Regulation
import Statecharts

/// What a step found in the register for one case, and what it did for it.
///
/// No history is kept of what other submissions hold: a step that is taken again keeps what it found, until its day or its claims are
/// put right and the register is asked again.
package struct RegisterFinding: Hashable, Sendable {
    package let name: CaseName
    /// The transitions that were taken, in ascending order.
    package var transitions: [Int]
    /// The approvals elsewhere on which the case was found to rest.
    package var references: [Approval.Reference]
    /// The countries whose track was opened, or that had none to open, for what other submissions held there.
    package var markets: [JurisdictionCode]

    package init(
        name: CaseName,
        transitions: [Int] = [],
        references: [Approval.Reference] = [],
        markets: [JurisdictionCode] = []
    ) {
        self.name = name
        self.transitions = transitions
        self.references = references
        self.markets = markets
    }
}

extension [CaseName: RegisterFinding] {
    /// Takes in what the event tells of it.
    mutating func add(_ event: SubmissionEvent) {
        guard let name = event.subject else { return }
        var finding = self[name] ?? RegisterFinding(name: name)
        for change in event.changes {
            switch change {
            case .sent("track.opened", let track): finding.markets.append(track.country)
            case .obligationsAdded(let added):
                finding.markets += added.filter { $0.kind == .report }.compactMap(\.jurisdiction)
            case .referencesCited(let references) where !references.isEmpty: finding.references = references
            case .approvalGranted(let approval) where !approval.dependsOn.isEmpty:
                finding.references = approval.dependsOn
            default: break
            }
        }
        let microsteps =
            switch event {
            case .caseAdvanced(let advanced): advanced.outcome.microsteps
            case .caseOpened(let opened): opened.outcome.microsteps
            default: [Microstep]()
            }
        let taken = microsteps.flatMap(\.transitions).filter { !finding.transitions.contains($0) }
        finding.transitions = (finding.transitions + Set(taken)).sorted()
        if finding != RegisterFinding(name: name) { self[name] = finding }
    }

    /// Without the countries that the submission itself held: those are looked for again in what it holds.
    func withoutMarkets(_ own: [JurisdictionCode]) -> Self {
        mapValues { finding in
            var finding = finding
            finding.markets.removeAll(where: own.contains)
            return finding
        }
    }
}

extension CaseName {
    /// The country of a track.
    fileprivate var country: JurisdictionCode { JurisdictionCode(String(rawValue.prefix { $0 != "-" })) }
}
