import CanonicalJSON
import Regulation

extension Bool: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(self) }

    init(form: CanonicalValue) throws(EventDefect) {
        guard let value = form.boolValue else { throw form.wrongKind(expected: "a truth value") }
        self = value
    }
}

extension Int: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(Int64(self)) }

    init(form: CanonicalValue) throws(EventDefect) {
        guard let value = form.integerValue.flatMap(Int.init(exactly:)) else {
            throw form.wrongKind(expected: "an integer")
        }
        self = value
    }
}

extension Int64: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(self) }

    init(form: CanonicalValue) throws(EventDefect) {
        guard let value = form.integerValue else { throw form.wrongKind(expected: "an integer") }
        self = value
    }
}

extension Money: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("currency", currency)
        object.put("minorUnits", minorUnits)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        let currency: String = try object.required("currency")
        let minorUnits: Int64 = try object.required("minorUnits")
        guard let money = Money(currency: currency, minorUnits: minorUnits) else {
            let expected = "a currency code of ISO 4217, such as JPY"
            throw EventDefect(path: "currency", .malformed(currency, expected: expected))
        }
        self = money
    }
}

extension ClockRule: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("anchor", anchor, implied: .start)
        object.put("confidence", confidence)
        object.put("counts", counts)
        object.put("limit", limit)
        object.put("unit", unit)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        let limit: Int? = try object.optional("limit")
        self.init(
            unit: try object.required("unit"),
            limit: limit,
            counts: try object.required("counts"),
            confidence: try object.required("confidence"),
            anchor: try object.optional("anchor", implied: .start)
        )
        // The rule takes the nearest limit that it can mean; a log may not be read as something that it does not say.
        if let limit, limit != self.limit {
            throw EventDefect(path: "limit", .outOfRange(limit, least: 0, greatest: 100_000))
        }
    }
}
