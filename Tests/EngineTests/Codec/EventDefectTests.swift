import CanonicalJSON
import Submissions
import Testing

@testable import Engine

@Suite("A leaf that the codec would not have written is refused with the place and the reason")
struct EventDefectTests {
    private static let clockRule: [PlaceStep] = [.key("data"), .key("changes"), .position(0), .key("rule")]

    private func expect(
        of type: EventType = .caseAdvanced,
        _ place: [PlaceStep],
        _ value: JSONValue?,
        _ path: String,
        _ reason: EventDefect.Reason,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let leaf = EventCodec.encode(ReleasedExamples.record(type), of: ReleasedExamples.submission)
        #expect(throws: EventDefect(path: path, reason), sourceLocation: sourceLocation) {
            try EventCodec.decode(leaf.replacing(place, with: value))
        }
    }

    @Test("a key that is missing, wherever it stands")
    func missing() {
        expect([.key("recordedAt")], nil, "recordedAt", .missing)
        expect([.key("by"), .key("as")], nil, "by.as", .missing)
        expect([.key("data")], nil, "data", .missing)
        expect([.key("data"), .key("isOver")], nil, "data.isOver", .missing)
        expect(of: .caseOpened, Self.clockRule + [.key("unit")], nil, "data.changes[0].rule.unit", .missing)
        expect([.key("data"), .key("changes"), .position(0), .key("change")], nil, "data.changes[0].change", .missing)
    }

    @Test("a key that means nothing, even one that another type or change would have")
    func unknownKey() {
        expect([.key("comment")], "x", "comment", .unknownKey)
        expect([.key("data"), .key("reason")], "x", "data.reason", .unknownKey)
        expect([.key("data"), .key("changes"), .position(1), .key("clock")], "x", "data.changes[1].clock", .unknownKey)
        expect([.key("data"), .key("cause"), .key("from")], "hub", "data.cause.from", .unknownKey)
        expect(of: .caseOpened, Self.clockRule + [.key("Limit")], 3, "data.changes[0].rule.Limit", .unknownKey)
    }

    @Test("of several keys that mean nothing, always the first in the alphabet")
    func severalUnknownKeys() {
        let rule = ["zeta", "alpha", "omega"].reduce(JSONValue.object([:])) { object, key in
            object.replacing([.key(key)], with: 1)
        }
        let merged = (rule.objectValue ?? [:]).merging(["by": "SG-2", "change": "replaced"]) { $1 }
        expect(
            [.key("data"), .key("changes"), .position(0)],
            .object(merged),
            "data.changes[0].alpha",
            .unknownKey
        )
    }

    @Test("a value of another kind")
    func wrongKind() {
        expect([.key("number")], "12", "number", .wrongKind(expected: "an integer", found: "a string"))
        expect([.key("number")], 12.5, "number", .wrongKind(expected: "an integer", found: "a fraction"))
        expect([.key("submission")], 12, "submission", .wrongKind(expected: "a string", found: "an integer"))
        expect([.key("onBehalfOf")], .null, "onBehalfOf", .wrongKind(expected: "a string", found: "null"))
        expect([.key("by")], ["lead"], "by", .wrongKind(expected: "an object", found: "a list"))
        expect([.key("data")], true, "data", .wrongKind(expected: "an object", found: "a truth value"))
        expect(
            [.key("data"), .key("isOver")],
            0,
            "data.isOver",
            .wrongKind(expected: "a truth value", found: "an integer")
        )
        expect(
            [.key("data"), .key("changes")],
            ["x": 1],
            "data.changes",
            .wrongKind(expected: "a list", found: "an object")
        )
        expect(
            [.key("data"), .key("microsteps"), .position(0), .key("transitions"), .position(0)],
            "0",
            "data.microsteps[0].transitions[0]",
            .wrongKind(expected: "an integer", found: "a string")
        )
        expect(
            [.key("data"), .key("payload"), .key("fields"), .key("number"), .key("value")],
            7,
            "data.payload.fields.number.value",
            .wrongKind(expected: "a string", found: "an integer")
        )
    }

    @Test("a word that is none of the list")
    func unknownWord() {
        expect(
            [.key("type")],
            "case-closed",
            "type",
            .unknownWord("case-closed", known: EventType.allCases.map(\.rawValue))
        )
        expect(
            of: .caseOpened,
            Self.clockRule + [.key("unit")],
            "weeks",
            "data.changes[0].rule.unit",
            .unknownWord("weeks", known: ["workingDays", "calendarDays", "months"])
        )
        expect(
            [.key("data"), .key("cause"), .key("kind")],
            "Action",
            "data.cause.kind",
            .unknownWord("Action", known: ["action", "message", "deadline", "condition", "correction", "late-action"])
        )
    }

    @Test("a date, instant, capacity, heading or currency in another form than the one that is written")
    func malformed() {
        let date =
            "a date such as 2026-05-12, 2026-05, 2026, 2026-05-12/2026-06-03, ../2026-05-12, "
            + "2026-05-12/.. or unknown"
        for text in ["2026-5-12", "2026-02-30", "2026-05-12T00:00:00Z", ""] {
            expect([.key("occurredOn")], .string(text), "occurredOn", .malformed(text, expected: date))
        }
        let instant = "an instant such as 2026-05-15T01:02:03.004Z"
        for text in [
            "2026-05-15T01:02:03Z", "2026-05-15T01:02:03.0040Z", "2026-05-15t01:02:03.004Z",
            "2026-05-15T01:02:03.004z", "2026-05-15T01:02:03+09:00", "2026-05-15T01:02:03.004+00:00",
        ] {
            expect([.key("recordedAt")], .string(text), "recordedAt", .malformed(text, expected: instant))
        }
        let capacity = "applicant, role@body, dependency or deadline"
        for text in ["officer", "@HSA", "officer@", "a@b@c", "Applicant"] {
            expect([.key("by"), .key("as")], .string(text), "by.as", .malformed(text, expected: capacity))
        }
        let heading = "a heading in the padded form, such as CH3.05.05"
        for text in ["CH3.5.5", "3.05.05", "ch3.05.05", "CH3.05.05 ", "CHX"] {
            expect(
                of: .dossierFiled,
                [.key("data"), .key("entries"), .position(1), .key("heading")],
                .string(text),
                "data.entries[1].heading",
                .malformed(text, expected: heading)
            )
        }
        expect(
            [.key("data"), .key("changes"), .position(0), .key("entry"), .key("amount"), .key("currency")],
            "sgd",
            "data.changes[0].entry.amount.currency",
            .malformed("sgd", expected: "a currency code of ISO 4217, such as JPY")
        )
    }

    @Test("a number that cannot be meant")
    func outOfRange() {
        expect([.key("number")], 0, "number", .outOfRange(0, least: 1, greatest: nil))
        expect(
            of: .caseOpened,
            Self.clockRule + [.key("limit")],
            -1,
            "data.changes[0].rule.limit",
            .outOfRange(-1, least: 0, greatest: 100_000)
        )
    }

    @Test("a list or mapping that is written out although it is empty")
    func empty() {
        expect([.key("data"), .key("changes")], [], "data.changes", .empty)
        expect([.key("data"), .key("payload")], [:], "data.payload", .empty)
        expect([.key("data"), .key("payload"), .key("fields")], [:], "data.payload.fields", .empty)
        expect(of: .submissionOpened, [.key("data"), .key("classes")], [:], "data.classes", .empty)
        expect(of: .submissionOpened, [.key("data"), .key("held")], [], "data.held", .empty)
    }

    @Test("a value that is written out although its absence says the same")
    func implied() {
        expect(of: .caseOpened, [.key("data"), .key("isTrack")], false, "data.isTrack", .implied)
        expect(of: .caseOpened, Self.clockRule + [.key("anchor")], "start", "data.changes[0].rule.anchor", .implied)
        expect(
            of: .approvalFlagged,
            [.key("data"), .key("flag"), .key("isSettled")],
            false,
            "data.flag.isSettled",
            .implied
        )
    }

    @Test("the defect of an approval by itself has its path from the approval")
    func approvalAlone() {
        #expect(throws: EventDefect(path: "id", .missing)) { try ApprovalCodec.decode([:]) }
        #expect(throws: EventDefect(path: "flag.cause.revision", .missing)) {
            try ApprovalFlaggedCodec.decode([
                "approval": "a/SG", "flag": ["cause": ["approval": "a/JP"], "change": "lapsed"],
            ])
        }
    }

    @Test("every defect reads as a sentence")
    func sentences() {
        let sentences: [(EventDefect.Reason, String)] = [
            (.missing, "a.b is missing"),
            (.unknownKey, "a.b is a key that means nothing here"),
            (.wrongKind(expected: "a list", found: "null"), "a.b is null where a list is wanted"),
            (.unknownWord("x", known: ["y", "z"]), "a.b is \"x\", which is none of y, z"),
            (.malformed("x", expected: "a day"), "a.b is \"x\", which is not a day"),
            (.outOfRange(0, least: 1, greatest: nil), "a.b is 0, which is not 1 or more"),
            (.outOfRange(9, least: 1, greatest: 8), "a.b is 9, which is not between 1 and 8"),
            (.empty, "a.b is empty, and so has to be left out"),
            (.implied, "a.b says what its absence says, and so has to be left out"),
        ]
        for (reason, sentence) in sentences { #expect(EventDefect(path: "a.b", reason).description == sentence) }
        #expect(EventDefect(.empty).description == "the value is empty, and so has to be left out")
    }
}
