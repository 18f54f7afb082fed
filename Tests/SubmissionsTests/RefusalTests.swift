import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("A refused command changes nothing")
struct RefusalTests {
    /// Expects the refusal and the same submission as before.
    private func expect(
        _ refusal: Refusal,
        in scenario: inout Scenario,
        _ body: (inout Scenario) throws -> Void
    ) {
        let before = scenario.submission
        #expect(throws: refusal) { try body(&scenario) }
        #expect(scenario.submission == before)
    }

    @Test("acting out of turn names what is possible instead")
    func outOfTurn() throws {
        var scenario = try Scenario()
        try scenario.review()
        let possible: [ActionName] = [
            "propose", "recordConfidentiality", "comment", "fileAnnex", "ready", "leave", "quoteFee", "invoiceFee",
            "payFee",
            "waiveFee", "refundFee", "meetCommitment", "waiveCommitment", "settleFlag",
        ]
        expect(.notNow("approve", states: ["reading"], possible: possible), in: &scenario) {
            try $0.act(
                "SG",
                "approve",
                by: Scenario.officer("HSA"),
                ["number": .code("1"), "claims": .claims(["C1"])]
            )
        }
    }

    @Test("approval is refused while an inspection is open, and says which")
    func openInspection() throws {
        var scenario = try Scenario()
        try scenario.review()
        try scenario.act("JP", "reliabilityResult", by: Scenario.officer("PMDA"), ["result": .choice("conform")])
        try scenario.act("JP", "writeReport", by: Scenario.officer("PMDA"), documents: 1)
        try scenario.act("JP", "toMinister", by: Scenario.officer("PMDA"))
        let unmet: [Guard] = [
            .any([.not(.inBundle), .fact("windowOpen", of: .hub)]), .inState("clinicalPracticeSettled1"),
            .inState("qualitySystemSettled1"),
        ]
        expect(.unmet("approve", unmet), in: &scenario) {
            try $0.act(
                "JP",
                "approve",
                by: Scenario.officer("MHLW"),
                ["number": .code("1"), "claims": .claims(["C1"])]
            )
        }
    }

    @Test("a first stage with all claims is refused: it must be narrower than the product")
    func allClaims() throws {
        var scenario = try Scenario()
        try scenario.openWindow()
        expect(.unmet("approve", [.claimsWithin(.stage)]), in: &scenario) {
            try $0.act(
                "JP",
                "approve",
                by: Scenario.officer("MHLW"),
                ["number": .code("1"), "claims": .claims(["C1", "C2"])]
            )
        }
    }

    @Test("another country's officer and the wrong role are told who may")
    func wrongBody() throws {
        var scenario = try Scenario()
        try scenario.review()
        expect(.wrongBody("ThaiFDA", expected: ["HSA"]), in: &scenario) {
            try $0.act("SG", "ready", by: Scenario.officer("ThaiFDA"))
        }
        expect(.wrongBody("PMDA", expected: ["MHLW"]), in: &scenario) {
            try $0.act("JP", "approve", by: Scenario.officer("PMDA"))
        }
        let clerk = Actor(person: "clerk", capacity: .role("clerk", at: "HSA"))
        expect(.notAllowed("ready", by: [.role("officer", of: .reviews)]), in: &scenario) {
            try $0.act("SG", "ready", by: clerk)
        }
    }

    @Test("a stale case version, while another case's progress does not count")
    func staleVersion() throws {
        var scenario = try Scenario()
        try scenario.review()
        let seen = try #require(scenario.submission?["SG"]?.version)
        try scenario.act("TH", "ready", by: Scenario.officer("ThaiFDA"))
        try scenario.act("SG", "ready", by: Scenario.officer("HSA"), expecting: seen)
        expect(.staleVersion(expected: seen, actual: seen + 1), in: &scenario) {
            try $0.act("SG", "leave", by: Scenario.officer("HSA"), expecting: seen, ["reason": .text("reason")])
        }
    }

    @Test("missing, unknown and wrong fields")
    func fields() throws {
        var scenario = try Scenario()
        try scenario.file()
        let reviewer = Scenario.officer("PMDA")
        expect(.missingField("reason", "returnBundle"), in: &scenario) {
            try $0.act("hub", "returnBundle", by: reviewer)
        }
        expect(.unknownField("grund", "returnBundle", known: ["reason"]), in: &scenario) {
            try $0.act("hub", "returnBundle", by: reviewer, ["reason": .text("a"), "grund": .text("b")])
        }
        expect(.badField("reason", expected: .text), in: &scenario) {
            try $0.act("hub", "returnBundle", by: reviewer, ["reason": .integer(3)])
        }
    }

    @Test("a date in the future at the body's place, and one before the case was opened")
    func dates() throws {
        var scenario = try Scenario()
        try scenario.file()
        let today = try #require(CivilDate("2026-04-13"))
        expect(.futureDate(.day(today.adding(days: 1)), today: today), in: &scenario) {
            try $0.act("hub", "acceptBundle", by: Scenario.officer("PMDA"), on: "2026-04-14")
        }
        expect(.beforeOpening(.day(today.adding(days: -1)), opened: .day(today)), in: &scenario) {
            try $0.act("hub", "acceptBundle", by: Scenario.officer("PMDA"), on: "2026-04-12")
        }
    }

    @Test("an incomplete dossier names every missing heading of every country")
    func incompleteDossier() throws {
        var scenario = try Scenario()
        try scenario.open()
        let complete = scenario.entries(for: Scenario.bundle)
        let risk = try #require(HeadingCode("CH3.02"))
        let entries = complete.filter { $0.heading != risk }
        let before = scenario.submission
        #expect {
            try scenario.send(.file(revision: "revision", entries: entries, for: []))
        } throws: { error in
            guard case .incompleteDossier(let list)? = error as? Refusal else { return false }
            return !list.isEmpty && list.allSatisfy { $0.blocking.map(\.requirement.heading) == [risk] }
        }
        #expect(scenario.submission == before)
    }

    @Test("a claim that the product does not have")
    func unknownClaim() throws {
        var scenario = try Scenario()
        try scenario.openWindow()
        expect(.unknownClaim("C9", known: ["C1", "C2"]), in: &scenario) {
            try $0.act(
                "SG",
                "approve",
                by: Scenario.officer("HSA"),
                ["number": .code("1"), "claims": .claims(["C9"])]
            )
        }
    }
}
