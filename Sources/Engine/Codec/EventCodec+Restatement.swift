import Regulation
import Statecharts
import Submissions

extension Restatement: LeafObject {
    /// The words by which leaves name what is restated.
    enum Part: String, CaseIterable, LeafWord {
        case opening, since, clock
        case currentClock = "current-clock"
        case lastDue = "last-due"
        case passed, fees, ledger
        case caseFilings = "case-filings"
        case references
        case caseFlags = "case-flags"
        case decisions, transcribed, joined
        case replacedBy = "replaced-by"
        case undone, judged, filings, questions, approvals, notices, obligations, studies, consents
        case sharedReports = "shared-reports"
        case classes
    }

    var part: Part {
        switch self {
        case .opening: .opening
        case .since: .since
        case .clock: .clock
        case .currentClock: .currentClock
        case .lastDue: .lastDue
        case .passed: .passed
        case .fees: .fees
        case .ledger: .ledger
        case .caseFilings: .caseFilings
        case .references: .references
        case .caseFlags: .caseFlags
        case .decisions: .decisions
        case .transcribed: .transcribed
        case .joined: .joined
        case .replacedBy: .replacedBy
        case .undone: .undone
        case .judged: .judged
        case .filings: .filings
        case .questions: .questions
        case .approvals: .approvals
        case .notices: .notices
        case .obligations: .obligations
        case .studies: .studies
        case .consents: .consents
        case .sharedReports: .sharedReports
        case .classes: .classes
        }
    }

    func write(to object: inout ObjectWriter) {
        object.put("part", part)
        switch self {
        case .opening(let date, let procedure, let rules):
            object.put("on", date)
            object.put("procedure", procedure)
            object.put("rules", rules)
        case .since(let date, let isOfAct):
            object.put("byAct", isOfAct)
            object.put("on", date)
        case .clock(let name, let clock):
            object.put("clock", name)
            clock?.write(to: &object)
        case .currentClock(let name): object.put("clock", name)
        case .lastDue(let state, let date):
            object.put("due", date)
            object.put("state", state)
        case .passed(let passed): object.put("passed", passed)
        case .fees(let fees): object.put("fees", fees)
        case .ledger(let entries): object.put("entries", entries)
        case .caseFilings(let numbers): object.put("filings", numbers)
        case .references(let references): object.put("references", references)
        case .caseFlags(let flags): object.put("flags", flags)
        case .decisions(let decisions): object.put("decisions", decisions)
        case .transcribed(let events): object.put("events", events)
        case .joined(let memberships): object.put("bundles", memberships)
        case .replacedBy(let name): object.put("by", name)
        case .undone: break
        case .judged(let event, let found):
            object.put("event", event)
            object.put("found", found)
        case .filings(let filings): object.put("filings", filings)
        case .questions(let questions): object.put("questions", questions)
        case .approvals(let approvals): object.put("approvals", approvals)
        case .notices(let notices): object.put("notices", notices)
        case .obligations(let obligations): object.put("obligations", obligations)
        case .studies(let studies): object.put("studies", studies)
        case .consents(let jurisdictions): object.put("jurisdictions", jurisdictions)
        case .sharedReports(let reports): object.put("reports", reports)
        case .classes(let classes): object.put("classes", classes)
        }
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        let part: Part = try object.required("part")
        switch part {
        case .opening:
            self = .opening(
                on: try object.required("on"),
                procedure: try object.required("procedure"),
                rules: try object.required("rules")
            )
        case .since: self = .since(try object.required("on"), ofAct: try object.required("byAct"))
        case .clock:
            let name: ClockName = try object.required("clock")
            let rule: ClockRule? = try object.optional("rule")
            self = .clock(name, try rule.map { rule throws(EventDefect) in try CaseClock(rule, from: &object) })
        case .currentClock: self = .currentClock(try object.optional("clock"))
        case .lastDue: self = .lastDue(try object.required("state"), try object.optional("due"))
        case .passed: self = .passed(try object.list("passed"))
        case .fees: self = .fees(try object.list("fees"))
        case .ledger: self = .ledger(try object.list("entries"))
        case .caseFilings: self = .caseFilings(try object.list("filings"))
        case .references: self = .references(try object.list("references"))
        case .caseFlags: self = .caseFlags(try object.list("flags"))
        case .decisions: self = .decisions(try object.list("decisions"))
        case .transcribed: self = .transcribed(try object.list("events"))
        case .joined: self = .joined(try object.list("bundles"))
        case .replacedBy: self = .replacedBy(try object.optional("by"))
        case .undone: self = .undone
        case .judged: self = .judged(event: try object.required("event"), try object.list("found"))
        case .filings: self = .filings(try object.list("filings"))
        case .questions: self = .questions(try object.list("questions"))
        case .approvals: self = .approvals(try object.list("approvals"))
        case .notices: self = .notices(try object.list("notices"))
        case .obligations: self = .obligations(try object.list("obligations"))
        case .studies: self = .studies(try object.list("studies"))
        case .consents: self = .consents(try object.list("jurisdictions"))
        case .sharedReports: self = .sharedReports(try object.mapping("reports"))
        case .classes: self = .classes(try object.mapping("classes"))
        }
    }
}

extension CaseClock {
    fileprivate func write(to object: inout ObjectWriter) {
        object.put("events", events)
        object.put("marks", marks)
        object.put("rule", rule)
    }

    fileprivate init(_ rule: ClockRule, from object: inout ObjectReader) throws(EventDefect) {
        self.init(rule: rule, marks: try object.list("marks"), events: try object.list("events"))
    }
}

extension Membership: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("decisionsBefore", decisionsBefore)
        object.put("hub", hub)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(hub: try object.required("hub"), decisionsBefore: try object.required("decisionsBefore"))
    }
}

extension ClockLedger.Mark: LeafObject {
    private enum Word: String, CaseIterable, LeafWord {
        case started, held, stopped
    }

    func write(to object: inout ObjectWriter) {
        switch kind {
        case .started(let side):
            object.put("by", side)
            object.put("mark", Word.started)
        case .held(let side):
            object.put("by", side)
            object.put("mark", Word.held)
        case .stopped: object.put("mark", Word.stopped)
        }
        object.put("on", on)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        let word: Word = try object.required("mark")
        let kind: ClockLedger.MarkKind
        switch word {
        case .started: kind = .started(by: try object.required("by"))
        case .held: kind = .held(by: try object.required("by"))
        case .stopped: kind = .stopped
        }
        self.init(kind: kind, on: try object.required("on"))
    }
}

extension RegisterFinding: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("case", name)
        object.put("markets", markets)
        object.put("references", references)
        object.put("transitions", transitions)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            name: try object.required("case"),
            transitions: try object.list("transitions"),
            references: try object.list("references"),
            markets: try object.list("markets")
        )
    }
}

extension PassedDeadline: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("due", due)
        object.put("event", event)
        object.put("state", state)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            state: try object.required("state"),
            due: try object.required("due"),
            event: try object.required("event")
        )
    }
}

extension Fee: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("amount", amount)
        object.put("fee", id)
        object.put("settledBy", settledBy)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            id: try object.required("fee"),
            amount: try object.optional("amount"),
            settledBy: try object.optional("settledBy")
        )
    }
}
