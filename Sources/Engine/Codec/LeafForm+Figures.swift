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
        object.put("counting", counting, implied: .plain)
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
            anchor: try object.optional("anchor", implied: .start),
            counting: try object.optional("counting", implied: .plain)
        )
        // The rule takes the nearest limit that it can mean; a log may not be read as something that it does not say.
        if let limit, limit != self.limit {
            throw EventDefect(path: "limit", .outOfRange(limit, least: 0, greatest: 100_000))
        }
    }
}

extension Counting: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("calendar", calendar)
        object.put("daysOff", daysOff?.sorted() ?? [])
        object.put("firstDay", firstDay, implied: .excluded)
        object.put("months", months, implied: .sameDay)
        object.put("noSuchDay", noSuchDay, implied: .endOfMonth)
        object.put("onDayOff", onDayOff, implied: .stays)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        let calendar: String? = try object.optional("calendar")
        let weekdays: [Int] = try object.list("daysOff")
        let firstDay = try object.optional("firstDay", implied: FirstDay.excluded)
        guard weekdays.allSatisfy({ (1...7).contains($0) }), weekdays == Set(weekdays).sorted() else {
            let expected = "numbers of weekdays from 1 to 7, in order"
            throw EventDefect(path: "daysOff", .malformed("\(weekdays)", expected: expected))
        }
        self.init(
            firstDay: firstDay,
            months: try object.optional("months", implied: .sameDay),
            noSuchDay: try object.optional("noSuchDay", implied: .endOfMonth),
            onDayOff: try object.optional("onDayOff", implied: .stays),
            daysOff: Set(weekdays),
            calendar: calendar
        )
    }
}
