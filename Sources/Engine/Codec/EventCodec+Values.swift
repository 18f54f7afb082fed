import Regulation
import Statecharts
import Submissions

// The values inside changes.

extension ArmedDeadline: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("confidence", confidence)
        object.put("due", due)
        object.put("earliest", earliest == due ? nil : earliest)
        object.put("from", counted?.from)
        object.put("period", counted?.period)
        object.put("raises", raises)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        let due: CivilDate = try object.required("due")
        let earliest: CivilDate? = try object.optional("earliest")
        if let earliest, earliest >= due {
            throw EventDefect(path: "earliest", .malformed(earliest.description, expected: "a day before \(due)"))
        }
        let period: String? = try object.optional("period")
        let start: PartialDate? = try object.optional("from")
        if (period == nil) != (start == nil) {
            throw EventDefect(path: "from", .malformed("\(start?.description ?? "")", expected: "a date with a period"))
        }
        self.init(
            due: due,
            from: earliest,
            raises: try object.required("raises"),
            counted: period.flatMap { period in start.map { .init(period: period, from: $0) } },
            confidence: try object.required("confidence")
        )
    }
}

extension Question: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("answer", answer)
        object.put("due", due)
        object.put("evidence", evidence)
        object.put("follows", follows)
        object.put("heading", heading)
        object.put("id", id)
        object.put("origin", origin)
        object.put("owner", owner)
        object.put("priority", priority)
        object.put("scope", scope)
        object.put("status", status)
        object.put("text", text)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            id: try object.required("id"),
            origin: try object.required("origin"),
            scope: try object.optional("scope"),
            heading: try object.optional("heading"),
            text: try object.required("text"),
            status: try object.required("status"),
            due: try object.optional("due"),
            priority: try object.optional("priority"),
            owner: try object.optional("owner"),
            follows: try object.optional("follows"),
            answer: try object.optional("answer"),
            evidence: try object.list("evidence")
        )
    }
}

extension Decision: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("claims", claims)
        object.put("conditions", conditions)
        object.put("number", number)
        object.put("on", on)
        object.put("outcome", outcome)
        object.put("reason", reason)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            outcome: try object.required("outcome"),
            on: try object.required("on"),
            claims: try object.list("claims"),
            number: try object.optional("number"),
            conditions: try object.list("conditions"),
            reason: try object.optional("reason")
        )
    }
}

extension Condition: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("due", due)
        object.put("text", text)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(text: try object.required("text"), due: try object.optional("due"))
    }
}
