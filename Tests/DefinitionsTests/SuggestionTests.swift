import Testing

@testable import Definitions

@Suite("A misspelt name brings a suggestion")
struct SuggestionTests {
    @Test("one or two wrong letters still name the candidate")
    func nearNames() {
        #expect(
            Suggestion.nearest(to: "dosier.complete", among: ["fees.paid", "dossier.complete"]) == "dossier.complete"
        )
        #expect(Suggestion.nearest(to: "reveiwing", among: ["reading", "reviewing"]) == "reviewing")
        #expect(Suggestion.nearest(to: "Screening", among: ["screening"]) == "screening")
    }

    @Test("the beginning of a name is enough")
    func beginnings() {
        #expect(Suggestion.nearest(to: "screen", among: ["reading", "screening"]) == "screening")
        #expect(Suggestion.nearest(to: "reviewingAgain", among: ["reading", "reviewing"]) == "reviewing")
    }

    @Test("what resembles nothing gets no suggestion")
    func strangers() {
        #expect(Suggestion.nearest(to: "approve", among: ["refuse", "withdraw"]) == nil)
        #expect(Suggestion.nearest(to: "to", among: ["at", "by", "do"]) == "do")
        #expect(Suggestion.nearest(to: "x", among: ["abc"]) == nil)
    }
}
