import Chance
import Regulation
import Testing

@Suite("Instants")
struct InstantTests {
    @Test("one instant is read from every form that names it")
    func text() {
        let same = [
            "2026-04-01T09:00:00Z", "2026-04-01T09:00:00.000Z", "2026-04-01T18:00:00+09:00", "2026-04-01t09:00:00z",
            "2026-03-31T23:30:00-09:30", "2026-04-01T09:00:00.0009Z", "2026-04-01T09:00:00-00:00",
        ]
        for text in same {
            #expect(Instant(text)?.millisecondsSinceEpoch == 1_775_034_000_000, "\(text)")
        }
        #expect(Instant("2026-04-01T09:00:00.12Z")?.description == "2026-04-01T09:00:00.120Z")
        #expect(Instant("1969-12-31T23:59:59.999Z")?.millisecondsSinceEpoch == -1)
    }

    @Test("a text that names no instant is refused")
    func refused() {
        let refused = [
            "", "2026-04-01", "2026-04-01T09:00:00", "2026-04-01 09:00:00Z", "2026-04-01T09:00Z",
            "2026-04-01T24:00:00Z", "2026-04-01T09:60:00Z", "2026-04-01T09:00:60Z", "2026-04-01T09:00:00.Z",
            "2026-04-01T09:00:00+9:00", "2026-04-01T09:00:00+0900", "2026-04-01T09:00:00+24:00",
            "2026-04-01T09:00:00+09:60", "2026-04-31T09:00:00Z", "2026-04-01T09:00:00ZZ",
            "1900-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        ]
        for text in refused { #expect(Instant(text) == nil, "\(text)") }
    }

    @Test("what is written is read back, over the whole range")
    func roundTrip() {
        var dice = Dice(seed: 7)
        for _ in 0..<2_000 {
            let milliseconds = dice.roll(-2_208_988_800_000...253_402_300_799_999)
            let instant = Instant(millisecondsSinceEpoch: Int64(milliseconds))
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test("arithmetic that leaves the range ends at its edge")
    func edges() {
        let last = Instant(millisecondsSinceEpoch: .max)
        #expect(last.description == "9999-12-31T23:59:59.999Z")
        #expect(last.adding(milliseconds: .max) == last)
        let first = Instant(millisecondsSinceEpoch: .min)
        #expect(first.description == "1900-01-01T00:00:00.000Z")
        #expect(first.adding(milliseconds: -1) == first)
        #expect(first.adding(milliseconds: 1).description == "1900-01-01T00:00:00.001Z")
    }
}
