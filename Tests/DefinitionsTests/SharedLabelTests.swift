import Definitions
import Testing

@Suite("What procedures call alike has its word once in each language")
struct SharedLabelTests {
    /// A second procedure, so that both have a state and an action of one name.
    private static let files: [String: String] = {
        var files = DefectFolder.sound
        files["procedures/other.yaml"] = """
            procedure: other
            status: law
            sources: [{ text: "A law", confidence: confirmed }]
            actions: { accept: { by: officer@reviews } }
            states: { screening: { on: { accept: {} } } }
            """
        return files
    }()

    private static let labels = """
        states:
          common: { screening: Screening }
          review: { reviewing: Reviewing, refused: Refused, withdrawn: Withdrawn }
        actions:
          common: { accept: Accept }
          review: { ask: Ask, refuse: Refuse }
        fields: { reason: Reason }
        clocks: { review: Review }
        procedures: { review: Review, other: Other }
        routes: { full: Full }
        roles: { officer: Officer }
        signatures: { decision: Decision }
        """

    /// The defects of the folder with these labels, in Japanese with some of them replaced.
    private func defects(_ english: String = labels, japanese: [(String, String)] = []) throws -> [String] {
        var files = Self.files
        files["labels/en.yaml"] = english
        files["labels/ja.yaml"] = japanese.reduce(english) { $0.replacing($1.0, with: $1.1) }
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        return folder.defects().filter { !$0.contains(": warning: ") }
    }

    @Test("a shared word serves every procedure, and a procedure may have a word of its own in one language's sense")
    func sound() throws {
        #expect(try defects() == [])
        let own = Self.labels.replacing("review: { reviewing", with: "review: { screening: Checking, reviewing")
        #expect(try defects(own) == [])
        let sameInEnglish = own.replacing("Checking", with: "Screening")
        #expect(try defects(sameInEnglish, japanese: [("{ screening: Screening, r", "{ screening: Checking, r")]) == [])
    }

    @Test("a name without a word is missed, under the procedure's own key")
    func missing() throws {
        let without = Self.labels.replacing("  common: { accept: Accept }\n", with: "")
        #expect(
            try defects(without) == [
                "labels/en.yaml:4:1: error: there is no label ‘actions.other.accept’",
                "labels/en.yaml:5:3: error: there is no label ‘actions.review.accept’",
                "labels/ja.yaml:4:1: error: there is no label ‘actions.other.accept’",
                "labels/ja.yaml:5:3: error: there is no label ‘actions.review.accept’",
            ]
        )
        #expect(
            try defects(japanese: [("common: { accept: Accept }", "common: {}")]) == [
                "labels/ja.yaml:5:3: error: the label ‘actions.common.accept’ of another language is missing"
            ]
        )
    }

    @Test("a word that says what the shared one says, and a shared word that nobody takes, are superfluous")
    func superfluous() throws {
        let copy = Self.labels.replacing("review: { ask", with: "review: { accept: Accept, ask")
        #expect(
            try defects(copy) == [
                "labels/en.yaml:6:13: error: ‘actions.review.accept’ says what ‘actions.common.accept’ says for all",
                "labels/ja.yaml:6:13: error: ‘actions.review.accept’ says what ‘actions.common.accept’ says for all",
            ]
        )
        let odd = Self.labels.replacing("common: { accept", with: "common: { acept: Acept, accept")
        let message =
            "no procedure takes the shared label ‘actions.common.acept’; did you mean ‘actions.common.accept’?"
        #expect(
            try defects(odd) == ["labels/en.yaml:5:13: error: \(message)", "labels/ja.yaml:5:13: error: \(message)"]
        )
        let misspelt = try defects(japanese: [("common: { accept", "common: { acept")])
        #expect(
            misspelt == [
                "labels/ja.yaml:5:3: error: the label ‘actions.common.accept’ of another language is missing",
                "labels/ja.yaml:5:13: error: \(message)",
            ]
        )
    }

    @Test("while a procedure cannot be read, no word is called superfluous for it")
    func unreadable() throws {
        var files = Self.files
        files["labels/en.yaml"] = Self.labels.replacing("common: { accept", with: "common: { go: Go, accept")
        files["labels/ja.yaml"] = files["labels/en.yaml"]
        files["procedures/third.yaml"] = "procedure: [\n"
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        let defects = folder.defects().filter { !$0.contains(": warning: ") }
        #expect(!defects.isEmpty && defects.allSatisfy { $0.hasPrefix("procedures/third.yaml:") })
    }
}
