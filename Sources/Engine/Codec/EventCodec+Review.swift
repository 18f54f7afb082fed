import Submissions

// What is said about earlier events and about a running case without moving it.

extension MessageIgnored: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("case", name)
        object.put("from", from)
        object.put("message", message)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            name: try object.required("case"),
            message: try object.required("message"),
            from: try object.required("from")
        )
    }
}

extension Corrected: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("case", name)
        object.put("event", event)
        object.put("fields", fields)
        object.put("newDate", newDate)
        object.put("oldDate", oldDate)
        object.put("reason", reason)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            event: try object.required("event"),
            name: try object.required("case"),
            fields: try object.list("fields"),
            oldDate: try object.optional("oldDate"),
            newDate: try object.optional("newDate"),
            reason: try object.required("reason")
        )
    }
}

extension Corrected.FieldChange: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("field", field)
        object.put("new", new)
        object.put("old", old)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            field: try object.required("field"),
            old: try object.optional("old"),
            new: try object.required("new")
        )
    }
}

extension ActionReversed: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("case", name)
        object.put("event", event)
        object.put("reason", reason)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            event: try object.required("event"),
            name: try object.required("case"),
            reason: try object.required("reason")
        )
    }
}

extension RulesRebound: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("case", name)
        object.put("new", new)
        object.put("old", old)
        object.put("reason", reason)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            name: try object.required("case"),
            old: try object.required("old"),
            new: try object.required("new"),
            reason: try object.required("reason")
        )
    }
}

extension LetterConfirmed: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("case", name)
        object.put("event", event)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(event: try object.required("event"), name: try object.required("case"))
    }
}

extension LetterDisputed: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("case", name)
        object.put("event", event)
        object.put("reason", reason)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            event: try object.required("event"),
            name: try object.required("case"),
            reason: try object.required("reason")
        )
    }
}
