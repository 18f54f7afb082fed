import Regulation
import Submissions

extension Change: LeafObject {
    /// The words by which leaves name changes.
    enum Kind: String, CaseIterable, LeafWord {
        case variableSet = "variable-set"
        case factSet = "fact-set"
        case factCleared = "fact-cleared"
        case clockStarted = "clock-started"
        case clockHeld = "clock-held"
        case clockStopped = "clock-stopped"
        case deadlineArmed = "deadline-armed"
        case deadlineDisarmed = "deadline-disarmed"
        case deadlineMissed = "deadline-missed"
        case feeRequired = "fee-required"
        case feeSettled = "fee-settled"
        case filed
        case questionsAdded = "questions-added"
        case questionsConsolidated = "questions-consolidated"
        case questionMerged = "question-merged"
        case questionDeclined = "question-declined"
        case questionAnswered = "question-answered"
        case consentGiven = "consent-given"
        case reportShared = "report-shared"
        case decided
        case approvalGranted = "approval-granted"
        case approvalAmended = "approval-amended"
        case approvalStandingChanged = "approval-standing-changed"
        case bundleJoined = "bundle-joined"
        case sent, replaced
        case approvalVersionChanged = "approval-version-changed"
        case approvalProlonged = "approval-prolonged"
        case approvalHolderChanged = "approval-holder-changed"
        case flagsSettled = "flags-settled"
        case doubtFlagged = "doubt-flagged"
        case doubtSettled = "doubt-settled"
        case safetyNoted = "safety-noted"
        case feeRecorded = "fee-recorded"
        case obligationsAdded = "obligations-added"
        case obligationClosed = "obligation-closed"
        case studyRecorded = "study-recorded"
        case answerDocumented = "answer-documented"
        case referencesCited = "references-cited"
        case restated
    }

    func write(to object: inout ObjectWriter) {
        object.put("change", kind)
        switch self {
        case .variableSet(let variable, let value):
            object.put("value", value)
            object.put("variable", variable)
        case .factSet(let fact), .factCleared(let fact):
            object.put("fact", fact)
        case .clockStarted(let clock, let rule):
            object.put("clock", clock)
            object.put("rule", rule)
        case .clockHeld(let clock, let side):
            object.put("by", side)
            object.put("clock", clock)
        case .clockStopped(let clock):
            object.put("clock", clock)
        case .deadlineArmed(let state, let deadline):
            object.put("state", state)
            deadline.write(to: &object)
        case .deadlineDisarmed(let state):
            object.put("state", state)
        case .deadlineMissed(let state, let within):
            object.put("state", state)
            object.put("within", within)
        case .feeRequired(let fee, let amount):
            object.put("amount", amount)
            object.put("fee", fee)
        case .feeSettled(let fee, let reference):
            object.put("fee", fee)
            object.put("reference", reference)
        case .filed(let filing):
            object.put("filing", filing)
        case .questionsAdded(let questions):
            object.put("questions", questions)
        case .questionsConsolidated(let questions):
            object.put("questions", questions)
        case .questionMerged(let question, let other):
            object.put("into", other)
            object.put("question", question)
        case .questionDeclined(let question, let reason):
            object.put("question", question)
            object.put("reason", reason)
        case .questionAnswered(let question, let answer):
            object.put("answer", answer)
            object.put("question", question)
        case .consentGiven(let jurisdictions):
            object.put("jurisdictions", jurisdictions)
        case .reportShared(let jurisdictions, let report):
            object.put("jurisdictions", jurisdictions)
            object.put("report", report)
        case .decided(let decision):
            object.put("decision", decision)
        case .approvalGranted(let approval):
            object.put("approval", approval)
        case .approvalAmended(let approval, let claims, let stage, let number, let conditions):
            object.put("approval", approval)
            object.put("claims", claims)
            object.put("conditions", conditions)
            object.put("number", number)
            object.put("stage", stage)
        case .approvalStandingChanged(let approval, let standing):
            object.put("approval", approval)
            object.put("standing", standing)
        case .bundleJoined(let hub):
            object.put("hub", hub)
        case .sent(let message, let recipient):
            object.put("message", message)
            object.put("to", recipient)
        case .replaced(let successor):
            object.put("by", successor)
        case .approvalVersionChanged(let approval, let version):
            object.put("approval", approval)
            object.put("productVersion", version)
        case .approvalProlonged(let approval, let date):
            object.put("approval", approval)
            object.put("until", date)
        case .approvalHolderChanged(let approval, let holder):
            object.put("approval", approval)
            object.put("holder", holder)
        case .flagsSettled(let approval):
            object.put("approval", approval)
        case .doubtSettled: break
        case .doubtFlagged(let flag):
            object.put("flag", flag)
        case .safetyNoted(let notice):
            object.put("notice", notice)
        case .feeRecorded(let entry):
            object.put("entry", entry)
        case .obligationsAdded(let obligations):
            object.put("obligations", obligations)
        case .obligationClosed(let obligation, let standing, let evidence, let event):
            object.put("by", event)
            object.put("evidence", evidence)
            object.put("obligation", obligation)
            object.put("standing", standing)
        case .studyRecorded(let study):
            object.put("study", study)
        case .answerDocumented(let question, let evidence):
            object.put("evidence", evidence)
            object.put("question", question)
        case .referencesCited(let references):
            object.put("references", references)
        case .restated(let restatement):
            restatement.write(to: &object)
        }
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        let kind: Kind = try object.required("change")
        switch kind {
        case .variableSet: self = .variableSet(try object.required("variable"), try object.optional("value"))
        case .factSet: self = .factSet(try object.required("fact"))
        case .factCleared: self = .factCleared(try object.required("fact"))
        case .clockStarted: self = .clockStarted(try object.required("clock"), try object.required("rule"))
        case .clockHeld: self = .clockHeld(try object.required("clock"), by: try object.required("by"))
        case .clockStopped: self = .clockStopped(try object.required("clock"))
        case .deadlineArmed: self = .deadlineArmed(try object.required("state"), try ArmedDeadline(from: &object))
        case .deadlineDisarmed: self = .deadlineDisarmed(try object.required("state"))
        case .deadlineMissed:
            self = .deadlineMissed(try object.required("state"), within: try object.list("within"))
        case .feeRequired: self = .feeRequired(try object.required("fee"), try object.optional("amount"))
        case .feeSettled: self = .feeSettled(try object.required("fee"), reference: try object.required("reference"))
        case .filed: self = .filed(try object.required("filing"))
        case .questionsAdded: self = .questionsAdded(try object.list("questions"))
        case .questionsConsolidated: self = .questionsConsolidated(try object.list("questions"))
        case .questionMerged:
            self = .questionMerged(try object.required("question"), into: try object.required("into"))
        case .questionDeclined:
            self = .questionDeclined(try object.required("question"), reason: try object.required("reason"))
        case .questionAnswered:
            self = .questionAnswered(try object.required("question"), try object.required("answer"))
        case .consentGiven: self = .consentGiven(try object.list("jurisdictions"))
        case .reportShared: self = .reportShared(try object.list("jurisdictions"), try object.required("report"))
        case .decided: self = .decided(try object.required("decision"))
        case .approvalGranted: self = .approvalGranted(try object.required("approval"))
        case .approvalAmended:
            self = .approvalAmended(
                try object.required("approval"),
                claims: try object.list("claims"),
                stage: try object.optional("stage"),
                number: try object.optional("number"),
                conditions: try object.list("conditions")
            )
        case .approvalStandingChanged:
            self = .approvalStandingChanged(try object.required("approval"), try object.required("standing"))
        case .bundleJoined: self = .bundleJoined(try object.required("hub"))
        case .sent: self = .sent(try object.required("message"), to: try object.required("to"))
        case .replaced: self = .replaced(by: try object.required("by"))
        case .approvalVersionChanged:
            self = .approvalVersionChanged(try object.required("approval"), try object.required("productVersion"))
        case .approvalProlonged:
            self = .approvalProlonged(try object.required("approval"), until: try object.required("until"))
        case .approvalHolderChanged:
            self = .approvalHolderChanged(try object.required("approval"), try object.required("holder"))
        case .flagsSettled: self = .flagsSettled(try object.required("approval"))
        case .doubtSettled: self = .doubtSettled
        case .doubtFlagged: self = .doubtFlagged(try object.required("flag"))
        case .safetyNoted: self = .safetyNoted(try object.required("notice"))
        case .feeRecorded: self = .feeRecorded(try object.required("entry"))
        case .obligationsAdded: self = .obligationsAdded(try object.list("obligations"))
        case .obligationClosed:
            self = .obligationClosed(
                try object.required("obligation"),
                try object.required("standing"),
                evidence: try object.list("evidence"),
                by: try object.optional("by")
            )
        case .studyRecorded: self = .studyRecorded(try object.required("study"))
        case .answerDocumented:
            self = .answerDocumented(try object.required("question"), try object.list("evidence"))
        case .referencesCited: self = .referencesCited(try object.list("references"))
        case .restated: self = .restated(try Restatement(from: &object))
        }
    }
}

extension Change {
    var kind: Kind {
        switch self {
        case .variableSet: .variableSet
        case .factSet: .factSet
        case .factCleared: .factCleared
        case .clockStarted: .clockStarted
        case .clockHeld: .clockHeld
        case .clockStopped: .clockStopped
        case .deadlineArmed: .deadlineArmed
        case .deadlineDisarmed: .deadlineDisarmed
        case .deadlineMissed: .deadlineMissed
        case .feeRequired: .feeRequired
        case .feeSettled: .feeSettled
        case .filed: .filed
        case .questionsAdded: .questionsAdded
        case .questionsConsolidated: .questionsConsolidated
        case .questionMerged: .questionMerged
        case .questionDeclined: .questionDeclined
        case .questionAnswered: .questionAnswered
        case .consentGiven: .consentGiven
        case .reportShared: .reportShared
        case .decided: .decided
        case .approvalGranted: .approvalGranted
        case .approvalAmended: .approvalAmended
        case .approvalStandingChanged: .approvalStandingChanged
        case .bundleJoined: .bundleJoined
        case .sent: .sent
        case .replaced: .replaced
        case .approvalVersionChanged: .approvalVersionChanged
        case .approvalProlonged: .approvalProlonged
        case .approvalHolderChanged: .approvalHolderChanged
        case .flagsSettled: .flagsSettled
        case .doubtFlagged: .doubtFlagged
        case .doubtSettled: .doubtSettled
        case .safetyNoted: .safetyNoted
        case .feeRecorded: .feeRecorded
        case .obligationsAdded: .obligationsAdded
        case .obligationClosed: .obligationClosed
        case .studyRecorded: .studyRecorded
        case .answerDocumented: .answerDocumented
        case .referencesCited: .referencesCited
        case .restated: .restated
        }
    }
}
