package import Regulation
package import Statecharts

/// What one part of a submission is after a correction, a reversal or an act that was typed in late, where it is not
/// what the events had made of it.
///
/// Replay puts it in place of what was there, and asks nobody.
package enum Restatement: Hashable, Sendable {
    // MARK: - Of the case that the event is about

    /// The case was opened on that day, and is bound to these rules.
    case opening(on: PartialDate, procedure: Pin, rules: Pin)
    /// When the states were entered, and whether by a person's act.
    case since(PartialDate, ofAct: Bool)
    /// `nil` where the clock never started.
    case clock(ClockName, CaseClock?)
    case currentClock(ClockName?)
    /// The last day of a deadline of the state; `nil` where none ever ran.
    case lastDue(StateID, CivilDate?)
    /// Deadlines that passed.
    case passed([PassedDeadline])
    case fees([Fee])
    case ledger([FeeEntry])
    case caseFilings([Int])
    case references([Approval.Reference])
    case caseFlags([Approval.Flag])
    case decisions([Decision])
    case transcribed([Int])
    /// The bundles that the case joined while it ran.
    case joined([Membership])
    case replacedBy(CaseName?)
    /// The case never was.
    case undone

    // MARK: - Of the submission

    /// What the register said to the step of that event when it was asked again, or for the first time of an act that was typed in
    /// late.
    case judged(event: Int, [RegisterFinding])
    case filings([Filing])
    case questions([Question])
    case approvals([Approval])
    case notices([SafetyNotice])
    case obligations([Obligation])
    case studies([Study])
    case consents([JurisdictionCode])
    case sharedReports([JurisdictionCode: DocumentDigest])
    /// The class of the device in each country.
    case classes([JurisdictionCode: DeviceClass])
}

extension Submission {
    mutating func apply(_ restatement: Restatement, to index: Int) {
        switch restatement {
        case .opening(let date, let procedure, let rules):
            cases[index].openedOn = date
            cases[index].procedure = procedure
            cases[index].rules = rules
        case .since(let date, let isOfAct):
            cases[index].since = date
            cases[index].isSinceOfAct = isOfAct
        case .clock(let name, let clock): cases[index].clocks[name] = clock
        case .currentClock(let name): cases[index].currentClock = name
        case .lastDue(let state, let date): cases[index].lastDue[state] = date
        case .passed(let passed): cases[index].passed = passed
        case .fees(let fees): cases[index].fees = fees
        case .ledger(let entries): cases[index].ledger = entries
        case .caseFilings(let numbers): cases[index].filings = numbers
        case .references(let references): cases[index].references = references
        case .caseFlags(let flags): cases[index].flags = flags
        case .decisions(let decisions): cases[index].decisions = decisions
        case .transcribed(let events): cases[index].transcribed = events
        case .joined(let memberships): cases[index].joined = memberships
        case .replacedBy(let name): cases[index].replacedBy = name
        // Taken out once the whole event is applied: changes name the case by its place.
        case .undone: cases[index].isUndone = true
        // It is of use where the step is taken again.
        case .judged: break
        case .filings(let all): filings = all
        case .questions(let all): questions = all
        case .approvals(let all): approvals = all
        case .notices(let all): notices = all
        case .obligations(let all): obligations = all
        case .studies(let all): studies = all
        case .consents(let all): consents = all
        case .sharedReports(let all): sharedReports = all
        case .classes(let all): opened = opened.classified(all)
        }
    }
}

/// A deadline whose last day was over before its state was left.
package struct PassedDeadline: Hashable, Codable, Sendable {
    package let state: StateID
    /// The last day on which it would have been kept.
    package let due: CivilDate
    /// The event by which it passed.
    package let event: Int

    package init(state: StateID, due: CivilDate, event: Int) {
        self.state = state
        self.due = due
        self.event = event
    }
}
