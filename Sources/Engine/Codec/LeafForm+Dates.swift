import Regulation
import TransparencyLog

extension CivilDate: LeafForm {
    var leafForm: JSONValue { .string(description) }

    init(leafForm: JSONValue) throws(EventDefect) {
        let text = try leafForm.text()
        guard let date = CivilDate(text) else {
            throw EventDefect(.malformed(text, expected: "a day such as 2026-05-12"))
        }
        self = date
    }
}

extension PartialDate: LeafForm {
    var leafForm: JSONValue { .string(description) }

    init(leafForm: JSONValue) throws(EventDefect) {
        let text = try leafForm.text()
        guard let date = PartialDate(text) else {
            throw EventDefect(.malformed(text, expected: "a date such as 2026-05-12, 2026-05 or 2026"))
        }
        self = date
    }
}

extension Instant: LeafForm {
    var leafForm: JSONValue { .string(description) }

    init(leafForm: JSONValue) throws(EventDefect) {
        let text = try leafForm.text()
        guard Self.isInOneForm(text), let instant = Instant(text) else {
            throw EventDefect(.malformed(text, expected: "an instant such as 2026-05-15T01:02:03.004Z"))
        }
        self = instant
    }

    /// Whether a text that names an instant names it in UTC, in capitals and with three digits of fraction.
    ///
    /// Of what RFC 3339 allows, nothing else has 24 bytes with `T` and `Z` in these places.
    private static func isInOneForm(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count == 24 && bytes.last == UInt8(ascii: "Z")
            && bytes.dropFirst(10).first == UInt8(ascii: "T")
    }
}
