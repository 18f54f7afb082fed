import Chance
import Definitions
import Foundation
import Regulation
import Statecharts
import Submissions
import Testing

@Suite("A case is pinned to what decides, and to nothing else")
struct PinnedFormTests {
    @Test("a procedure read from its pinned form is the procedure, without its sources")
    func procedures() throws {
        for procedure in try shipped.procedures() {
            let text = try PinnedForm.canonicalText(
                ofProcedure: shipped.procedureFile(procedure.id),
                including: shipped.fragments
            )
            let pinned = try PinnedForm.procedure(fromCanonical: text)
            #expect(pinned.id == procedure.id)
            #expect(pinned.standing == procedure.standing)
            #expect(pinned.sources == [])
            #expect(pinned.actions == procedure.actions)
            #expect(pinned.clocks == procedure.clocks)
            #expect(pinned.chart == procedure.chart)
            #expect(pinned.guards == procedure.guards)
            #expect(pinned.effects == procedure.effects)
            #expect(pinned.details == procedure.details)
        }
    }

    @Test("comments, spacing, quotes and sources change nothing; a rule changes everything")
    func identity() throws {
        func pin(_ text: String) throws -> String {
            try PinnedForm.canonicalText(ofProcedure: SourceFile(path: "p.yaml", text: text))
        }
        let one = """
            procedure: p
            status: law
            sources: [{ text: "one", confidence: confirmed }]
            states: { a: { on: { x.y: b } }, b: {} }
            """
        let other = """
            # the same
            procedure: "p"
            status: 'law'
            description: "told otherwise"
            sources:
              - { text: "other", confidence: unconfirmed }
            states:
              a:
                on:
                  x.y: b   # there
              b: {}
            """
        #expect(
            try pin(one)
                == #"[{"procedure":"p"},{"status":"law"},{"states":[{"a":[{"on":[{"x.y":"b"}]}]},{"b":{}}]}]"#
        )
        #expect(try pin(one) == pin(other))
        #expect(try pin(one) != pin(one.replacing("x.y: b", with: "x.z: b")))
        #expect(
            try pin(one)
                != pin(one.replacing("{ a: { on: { x.y: b } }, b: {} }", with: "{ b: {}, a: { on: { x.y: b } } }"))
        )
    }

    @Test("a procedure with a defect is never pinned")
    func defects() {
        let file = SourceFile(path: "p.yaml", text: "procedure: p\nstates: { a: { on: { go: b } } }")
        #expect(throws: Diagnostics.self) { try PinnedForm.canonicalText(ofProcedure: file) }
    }

    @Test("the rules of a jurisdiction are pinned for one route, one day and one class, with the offsets of its zone")
    func jurisdictions() throws {
        let zones = try shipped.zones()
        let date = try #require(CivilDate("2026-05-12"))
        for jurisdiction in try shipped.jurisdictions() {
            let file = try shipped.jurisdictionFile(jurisdiction.code)
            let classes = [nil] + (jurisdiction.classification.last?.classes ?? []).map(Optional.some)
            func pin(_ route: RouteName, _ deviceClass: DeviceClass?) throws -> String? {
                try PinnedForm.canonicalText(
                    ofJurisdiction: file,
                    zones: zones,
                    route: route,
                    on: date,
                    for: deviceClass
                )
            }
            for route in Set((jurisdiction.routes + jurisdiction.tracks).map(\.name)) {
                for deviceClass in [classes.first, classes.last].compactMap(\.self) {
                    let bound = jurisdiction.bound(to: route, on: date, for: deviceClass)
                    let pinned = try pin(route, deviceClass).map { try PinnedForm.jurisdiction(fromCanonical: $0) }
                    #expect(pinned == bound?.pinned, "\(jurisdiction.code) \(route) \(deviceClass?.rawValue ?? "")")
                }
            }
            #expect(try pin("none", nil) == nil)
        }
    }

    @Test("what binds on any day, however long ago, can be read again")
    func everyDay() throws {
        let zones = try shipped.zones()
        for jurisdiction in try shipped.jurisdictions() {
            let pinnable = try PinnableJurisdiction(shipped.jurisdictionFile(jurisdiction.code), zones: zones)
            for rule in jurisdiction.routes + jurisdiction.tracks {
                let windows =
                    rule.clocks.map(\.window) + rule.periods.map(\.window) + rule.values.map(\.window)
                    + rule.fees.map(\.window) + [rule.window]
                let days = windows.flatMap { [$0.from?.adding(days: -1), $0.from, $0.until?.adding(days: 1)] }
                for day in Set(days.compactMap(\.self) + [.earliest]).sorted() {
                    let text = pinnable.canonicalText(route: rule.name, on: day, for: nil)
                    #expect(throws: Never.self, "\(jurisdiction.code) \(rule.name) \(day)") {
                        _ = try text.map { try PinnedForm.jurisdiction(fromCanonical: $0) }
                    }
                }
            }
        }
    }

    @Test("a fee that was pinned without the one in whose place it is asked for is read as it was pinned")
    func alternativeAlone() throws {
        let text = RuleFolder.jurisdiction.replacing(
            "      application:\n",
            with: "      small: { amount: \"JPY 100\", insteadOf: application, until: \"2026-06-30\", source: act }\n"
                + "      application:\n"
        )
        let date = try #require(CivilDate("2026-05-12"))
        let file = SourceFile(path: "XA.yaml", text: text)
        let pinnable = try PinnableJurisdiction(file, zones: try shipped.zones())
        let pinned = try #require(pinnable.canonicalText(route: "full", on: date, for: "B"))
        let alone = pinned.replacing(#""insteadOf":"application""#, with: #""insteadOf":"gone""#)
        #expect(alone != pinned)
        let fee = try PinnedForm.jurisdiction(fromCanonical: alone).boundRoute?.fee("small")
        #expect(fee?.insteadOf == "gone" && fee?.amount == Money(currency: "JPY", minorUnits: 100))
    }

    @Test("a route that is not in force that day binds nobody, and of two versions the one in force does")
    func versions() throws {
        let text = RuleFolder.jurisdiction
        let routes = try #require(text.range(of: "\nroutes:"))
        let tracks = try #require(text.range(of: "\ntracks:"))
        let dated = text.replacingCharacters(
            in: routes.lowerBound..<tracks.lowerBound,
            with: """

                routes:
                  national:
                    - { procedure: old, until: "2025-12-31", source: { text: "old", confidence: confirmed } }
                    - { procedure: new, from: "2026-01-01", until: "2026-12-31", source: { text: "new", confidence: confirmed } }

                """
        )
        let file = SourceFile(path: "SG.yaml", text: dated)
        let zones = try shipped.zones()
        func procedure(_ day: String) throws -> String? {
            let date = try #require(CivilDate(day))
            let text = try PinnedForm.canonicalText(
                ofJurisdiction: file,
                zones: zones,
                route: "national",
                on: date,
                for: "B"
            )
            return try text.map { try PinnedForm.jurisdiction(fromCanonical: $0).routes.map(\.procedure).joined() }
        }
        #expect(try procedure("2025-12-31") == "old")
        #expect(try procedure("2026-01-01") == "new")
        #expect(try procedure("2027-01-01") == nil)
    }

    @Test("the text is JSON, its letters as they are, its quotes and controls escaped as RFC 8785 says")
    func json() throws {
        let text = """
            procedure: p
            status: law
            sources: [{ text: "one", confidence: confirmed }]
            actions: { go: { by: applicant, fields: { f: ["審査 \\"é\\" \\\\ \\t\\n\\u0001/", two] } } }
            states: { a: { on: { go: a } } }
            """
        let file = SourceFile(path: "p.yaml", text: text)
        let pinned = try PinnedForm.canonicalText(ofProcedure: file)
        #expect(pinned.contains(#""審査 \"é\" \\ \t\n\u0001/""#))
        #expect(try JSONSerialization.jsonObject(with: Data(pinned.utf8)) is [Any])
        #expect(
            try PinnedForm.procedure(fromCanonical: pinned).actions[0].fields[0].options
                == ["審査 \"é\" \\ \t\n\u{1}/", "two"]
        )
        // Each text has one spelling, so that equal rules have equal digests.
        for (escape, other) in [(#"\u0001"#, #"\u+001"#), (#"\t"#, #"\u0009"#), (#"\u0001"#, #"\u000A"#)] {
            let respelt = pinned.replacing(escape, with: other)
            #expect(respelt != pinned)
            #expect(throws: Diagnostics.self) { try PinnedForm.procedure(fromCanonical: respelt) }
        }
    }

    @Test("text that is no pinned definition is refused, whatever is wrong with it")
    func damage() throws {
        let text = try PinnedForm.canonicalText(
            ofProcedure: shipped.procedureFile("reliance"),
            including: shipped.fragments
        )
        var random = Dice(seed: 7)
        for _ in 0..<300 {
            var bytes = Array(text.utf8)
            let index = Int.random(in: bytes.indices, using: &random)
            bytes[index] = UInt8.random(in: 0x20...0x7E, using: &random)
            let damaged = String(
                decoding: bytes.prefix(Bool.random(using: &random) ? bytes.count : index),
                as: UTF8.self
            )
            guard damaged != text, let procedure = try? PinnedForm.procedure(fromCanonical: damaged) else { continue }
            #expect(damaged.utf8.count == text.utf8.count, "cut off at \(index)")
            #expect(!procedure.chart.states.isEmpty)
        }
        for text in ["", "[", "{}", "[]", "\"", "[{\"a\":\"b\"},\"c\"]", String(repeating: "[", count: 10_000)] {
            #expect(throws: Diagnostics.self) { try PinnedForm.procedure(fromCanonical: text) }
        }
    }
}
