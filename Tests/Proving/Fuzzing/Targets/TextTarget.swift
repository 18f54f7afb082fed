import Engine
import Regulation
import Submissions
import TransparencyLog

extension FuzzTarget {
    /// Values that people type on a command line, in a query or in a field.
    static func texts() -> FuzzTarget {
        let seeds = [
            "2026-05-12", "2026-05", "2026", "2026-02-13/2026-03-25", "2026-02/2026-03", "2026/2027", "../2026-03-25",
            "2026-03-25/..", "unknown", "1900-01-01", "9999-12-31", "2024-02-29", "2026-05-12T10:00:00+09:00",
            "2026-04-01T09:00:00.123456Z", "1900-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "SGD 3,710.00",
            "JPY 13,016,900", "KWD 0.001", "USD 92233720368547758.07", "CH3.05.05", "3.5.5", "CHAPTER 3", "CH6A.01",
            "officer@HSA", "applicant", "deadline", "sha256:" + String(repeating: "0a", count: 32),
            String(repeating: "0a", count: 32), "42 " + String(repeating: "0a", count: 32), "colon-cade/SG",
        ]
        return FuzzTarget("text", form: .text, seeds: seeds.map { Array($0.utf8) }, limit: 512, run: runText)
    }

    private static func runText(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        try oneSpelling(text, "day") { CivilDate($0) }
        try readBack(text, "date") { PartialDate($0) }
        try oneSpelling(text, "capacity") { Actor.Capacity($0) }
        try oneSpelling(text, "head") { TreeHead($0) }
        try oneSpelling(text, "digest") { Digest($0) }
        try readBack(text, "instant") { Instant($0) }
        try readBack(text, "heading") { HeadingCode($0) }
        try readBack(text, "sum") { Money(text: $0) }
        if let date = CivilDate(text) {
            for count in [0, 1, -1, 100_000, Int.max, Int.min] {
                _ = (date.adding(days: count), date.adding(months: count), date.firstOfNextMonth, date.weekday)
            }
        }
        if let date = PartialDate(text) {
            try Violation.unless(date.earliest <= date.latest, "a date begins before it ends", text)
            let spelled = date.description
            try Violation.unless(
                PartialDate(spelled)?.description == spelled && spelled.utf8.count <= 21,
                "what can mean the same days is written the same",
                "\(text.debugDescription), \(spelled)"
            )
        }
        if let guess = DateGuess(reading: text) {
            try Violation.unless(
                PartialDate(guess.date.description) == guess.date,
                "what is guessed can be written",
                "\(text.debugDescription), \(guess)"
            )
        }
        if let heading = HeadingCode(text) {
            let above = sequence(first: heading, next: \.parent).prefix(600)
            try Violation.unless(above.allSatisfy { $0.contains(heading) }, "a heading is in those above it", text)
        }
    }

    private static func oneSpelling<Value: CustomStringConvertible>(
        _ text: String,
        _ noun: String,
        _ read: (String) -> Value?
    ) throws {
        guard let value = read(text) else { return }
        try Violation.unless(
            value.description.utf8.elementsEqual(text.utf8),
            "a \(noun) has one spelling",
            "\(text.debugDescription), \(value)"
        )
    }

    private static func readBack<Value: CustomStringConvertible & Equatable>(
        _ text: String,
        _ noun: String,
        _ read: (String) -> Value?
    ) throws {
        guard let value = read(text) else { return }
        try Violation.unless(
            read(value.description) == value,
            "a \(noun) is read back as it was written",
            "\(text.debugDescription), \(value)"
        )
    }
}
