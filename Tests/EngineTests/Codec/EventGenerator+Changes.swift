import Regulation
import Statecharts
import Submissions

@testable import Engine

extension EventGenerator {
    mutating func outcome() -> StepOutcome {
        let isWhole = flag()
        let kinds = isWhole ? Change.Kind.allCases : some { $0.word() }
        let restated = isWhole ? Restatement.Part.allCases.map { Change.restated(restatement($0)) } : []
        return StepOutcome(
            microsteps: some { $0.microstep() },
            changes: kinds.map { change($0) } + restated,
            isOver: flag()
        )
    }

    mutating func cause() -> CaseAdvanced.Cause {
        switch word(CaseAdvanced.Cause.Kind.self) {
        case .action: .action(id())
        case .message: .message(message(), from: id())
        case .deadline: .deadline(state(), due: civilDate())
        case .condition: .condition
        case .lateAction: .lateAction(id(), before: number(1...99))
        case .correction: .correction(number(1...99))
        }
    }

    mutating func change(_ kind: Change.Kind) -> Change {
        switch kind {
        case .variableSet: .variableSet(id(), maybe { $0.text() })
        case .factSet: .factSet(id())
        case .factCleared: .factCleared(id())
        case .clockStarted: .clockStarted(id(), clockRule())
        case .clockHeld: .clockHeld(id(), by: word())
        case .clockStopped: .clockStopped(id())
        case .deadlineArmed:
            .deadlineArmed(
                state(),
                ArmedDeadline(
                    due: civilDate(),
                    from: maybe { $0.civilDate() },
                    raises: message(),
                    counted: maybe { .init(period: $0.text(), from: $0.partialDate()) },
                    confidence: word()
                )
            )
        case .deadlineDisarmed: .deadlineDisarmed(state())
        case .deadlineMissed: .deadlineMissed(state(), within: some { $0.state() })
        case .feeRequired: .feeRequired(id(), maybe { $0.money() } ?? nil)
        case .feeSettled: .feeSettled(id(), reference: text())
        case .filed: .filed(filing())
        case .questionsAdded: .questionsAdded(some { $0.question() })
        case .questionsConsolidated: .questionsConsolidated(some { $0.id() })
        case .questionMerged: .questionMerged(id(), into: id())
        case .questionDeclined: .questionDeclined(id(), reason: id())
        case .questionAnswered: .questionAnswered(id(), id())
        case .consentGiven: .consentGiven(some { $0.id() })
        case .reportShared: .reportShared(some { $0.id() }, id())
        case .decided: .decided(decision())
        case .approvalGranted: .approvalGranted(approval())
        case .approvalAmended:
            .approvalAmended(
                id(),
                claims: some { $0.id() },
                stage: maybe { $0.number(1...2) },
                number: maybe { $0.text() },
                conditions: some { $0.condition() }
            )
        case .approvalStandingChanged: .approvalStandingChanged(id(), word())
        case .bundleJoined: .bundleJoined(id())
        case .sent: .sent(message(), to: id())
        case .replaced: .replaced(by: id())
        case .approvalVersionChanged: .approvalVersionChanged(id(), text())
        case .approvalProlonged: .approvalProlonged(id(), until: partialDate())
        case .approvalHolderChanged: .approvalHolderChanged(id(), id())
        case .flagsSettled: .flagsSettled(id())
        case .doubtSettled: .doubtSettled
        case .doubtFlagged: .doubtFlagged(approvalFlag())
        case .safetyNoted: .safetyNoted(safetyNotice())
        case .feeRecorded: .feeRecorded(feeEntry())
        case .obligationsAdded: .obligationsAdded(some { $0.obligation() })
        case .obligationClosed: .obligationClosed(id(), word(), evidence: some { $0.id() }, by: maybe { $0.message() })
        case .studyRecorded: .studyRecorded(study())
        case .answerDocumented: .answerDocumented(id(), some { $0.id() })
        case .referencesCited: .referencesCited(some { $0.reference() })
        case .restated: .restated(restatement(word()))
        }
    }

    mutating func restatement(_ part: Restatement.Part) -> Restatement {
        switch part {
        case .opening: .opening(on: partialDate(), procedure: id(), rules: id())
        case .since: .since(partialDate(), ofAct: flag())
        case .clock: .clock(id(), maybe { $0.clock() })
        case .currentClock: .currentClock(maybe { $0.id() })
        case .lastDue: .lastDue(state(), maybe { $0.civilDate() })
        case .passed:
            .passed(some { PassedDeadline(state: $0.state(), due: $0.civilDate(), event: $0.number(1...99)) })
        case .fees:
            .fees(some { make in Fee(id: make.id(), amount: make.money(), settledBy: make.maybe { $0.text() }) })
        case .ledger: .ledger(some { $0.feeEntry() })
        case .caseFilings: .caseFilings(some { $0.number(1...9) })
        case .references: .references(some { $0.reference() })
        case .caseFlags: .caseFlags(some { $0.approvalFlag() })
        case .decisions: .decisions(some { $0.decision() })
        case .joined: .joined(some { .init(hub: $0.id(), decisionsBefore: $0.number(0...9)) })
        case .transcribed: .transcribed(some { $0.number(1...99) })
        case .judged: .judged(event: number(1...99), some { $0.finding() })
        case .replacedBy: .replacedBy(maybe { $0.id() })
        case .undone: .undone
        case .filings: .filings(some { $0.filing() })
        case .questions: .questions(some { $0.question() })
        case .approvals: .approvals(some { $0.approval() })
        case .notices: .notices(some { $0.safetyNotice() })
        case .obligations: .obligations(some { $0.obligation() })
        case .studies: .studies(some { $0.study() })
        case .consents: .consents(some { $0.id() })
        case .sharedReports: .sharedReports([id(): id()])
        case .classes: .classes([id(): DeviceClass(text())])
        }
    }

    private mutating func clock() -> CaseClock {
        CaseClock(
            rule: clockRule(),
            marks: some { make in
                let kinds: [ClockLedger.MarkKind] = [.started(by: make.word()), .held(by: make.word()), .stopped]
                return ClockLedger.Mark(kind: make.pick(kinds), on: make.partialDate())
            },
            events: some { $0.number(1...99) }
        )
    }

    mutating func approval() -> Approval {
        Approval(
            id: id(),
            product: id(),
            productVersion: text(),
            jurisdiction: id(),
            basis: word(),
            stage: maybe { $0.number(1...2) },
            standing: word(),
            claims: some { $0.id() },
            number: maybe { $0.text() },
            grantedOn: partialDate(),
            validUntil: maybe { $0.partialDate() },
            conditions: some { $0.condition() },
            dependsOn: some { $0.reference() },
            revision: number(1...9),
            flags: some { $0.approvalFlag() },
            holder: maybe { $0.id() },
            notices: some { $0.safetyNotice() }
        )
    }

    mutating func approvalFlag() -> Approval.Flag {
        Approval.Flag(cause: reference(), change: word(), path: some { $0.id() }, isSettled: flag())
    }

    private mutating func microstep() -> Microstep {
        Microstep(
            exited: some { $0.state() },
            entered: some { $0.state() },
            remembered: some { make in Microstep.Memory(history: make.state(), states: make.some { $0.state() }) },
            transitions: some { $0.number(0...40) }
        )
    }

    private mutating func finding() -> RegisterFinding {
        RegisterFinding(
            name: id(),
            transitions: some { $0.number(0...40) },
            references: some { $0.reference() },
            markets: some { $0.id() }
        )
    }

    private mutating func reference() -> Approval.Reference {
        Approval.Reference(approval: id(), revision: number(1...9))
    }

    private mutating func decision() -> Decision {
        Decision(
            outcome: word(),
            on: partialDate(),
            claims: some { $0.id() },
            number: maybe { $0.text() },
            conditions: some { $0.condition() },
            reason: maybe { $0.id() }
        )
    }

    private mutating func question() -> Question {
        Question(
            id: id(),
            origin: id(),
            scope: maybe { $0.id() },
            heading: maybe { $0.heading() },
            text: id(),
            status: word(),
            due: maybe { $0.partialDate() },
            priority: maybe { $0.word() },
            owner: maybe { $0.id() },
            follows: maybe { $0.id() },
            answer: maybe { $0.id() },
            evidence: some { $0.id() }
        )
    }

    private mutating func safetyNotice() -> SafetyNotice { SafetyNotice(on: partialDate(), isSerious: flag()) }

    private mutating func feeEntry() -> FeeEntry {
        FeeEntry(
            fee: id(),
            kind: word(),
            amount: maybe { $0.money() } ?? nil,
            reference: maybe { $0.text() },
            on: partialDate()
        )
    }

    private mutating func obligation() -> Obligation {
        Obligation(
            id: id(),
            name: id(),
            kind: word(),
            text: maybe { $0.id() },
            due: maybe { $0.partialDate() },
            jurisdiction: maybe { $0.id() },
            standing: word(),
            closedOn: maybe { $0.partialDate() },
            endedBy: maybe { $0.message() },
            evidence: some { $0.id() }
        )
    }

    private mutating func study() -> Study {
        Study(
            id: id(),
            kind: maybe { $0.word() },
            legalBasis: maybe { $0.text() },
            ethicsApproval: maybe { $0.text() },
            consentModel: maybe { $0.word() },
            reliability: maybe { $0.text() },
            standing: word(),
            provider: maybe { $0.text() },
            contract: maybe { $0.text() },
            purpose: maybe { $0.word() },
            secondaryUse: maybe { $0.word() },
            keptUntil: maybe { $0.partialDate() },
            checks: some { generator in
                Study.Check(
                    item: generator.text(),
                    answer: generator.word(),
                    reference: generator.maybe { $0.text() },
                    on: generator.partialDate()
                )
            }
        )
    }
}
