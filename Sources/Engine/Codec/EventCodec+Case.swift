import Statecharts
import Submissions

extension CaseOpened: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("bundle", bundle)
        object.put("case", name)
        object.put("filing", filing)
        object.put("isTrack", isTrack, implied: false)
        object.put("jurisdiction", jurisdiction)
        object.put("participation", participation)
        object.put("procedure", procedure)
        object.put("route", route)
        object.put("rules", rules)
        outcome.write(to: &object)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            name: try object.required("case"),
            jurisdiction: try object.required("jurisdiction"),
            route: try object.required("route"),
            participation: try object.optional("participation"),
            procedure: try object.required("procedure"),
            rules: try object.required("rules"),
            filing: try object.optional("filing"),
            isTrack: try object.optional("isTrack", implied: false),
            bundle: try object.optional("bundle"),
            outcome: try StepOutcome(from: &object)
        )
    }
}

extension CaseAdvanced: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("case", name)
        object.put("cause", cause)
        object.put("payload", payload == .empty ? nil : payload)
        outcome.write(to: &object)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            name: try object.required("case"),
            cause: try object.required("cause"),
            payload: try object.optional("payload") ?? .empty,
            outcome: try StepOutcome(from: &object)
        )
    }
}

extension CaseAdvanced.Cause: LeafObject {
    enum Kind: String, CaseIterable, LeafWord {
        case action, message, deadline, condition, correction
        case lateAction = "late-action"
    }

    func write(to object: inout ObjectWriter) {
        switch self {
        case .action(let action):
            object.put("action", action)
            object.put("kind", Kind.action)
        case .message(let message, let sender):
            object.put("from", sender)
            object.put("kind", Kind.message)
            object.put("message", message)
        case .deadline(let state, let due):
            object.put("due", due)
            object.put("kind", Kind.deadline)
            object.put("state", state)
        case .condition:
            object.put("kind", Kind.condition)
        case .lateAction(let action, let before):
            object.put("action", action)
            object.put("before", before)
            object.put("kind", Kind.lateAction)
        case .correction(let event):
            object.put("event", event)
            object.put("kind", Kind.correction)
        }
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        let kind: Kind = try object.required("kind")
        switch kind {
        case .action: self = .action(try object.required("action"))
        case .message: self = .message(try object.required("message"), from: try object.required("from"))
        case .deadline: self = .deadline(try object.required("state"), due: try object.required("due"))
        case .condition: self = .condition
        case .lateAction:
            self = .lateAction(try object.required("action"), before: try object.required("before"))
        case .correction: self = .correction(try object.required("event"))
        }
    }
}

extension StepOutcome: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("changes", changes)
        object.put("isOver", isOver)
        object.put("microsteps", microsteps)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            microsteps: try object.list("microsteps"),
            changes: try object.list("changes"),
            isOver: try object.required("isOver")
        )
    }
}

extension Microstep: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("entered", entered)
        object.put("exited", exited)
        object.put("remembered", remembered)
        object.put("transitions", transitions)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            exited: try object.list("exited"),
            entered: try object.list("entered"),
            remembered: try object.list("remembered"),
            transitions: try object.list("transitions")
        )
    }
}

extension Microstep.Memory: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("history", history)
        object.put("states", states)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(history: try object.required("history"), states: try object.list("states"))
    }
}
