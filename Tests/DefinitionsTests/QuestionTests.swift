import Definitions
import Foundation
import Regulation
import Submissions
import Testing

@Suite("The closed vocabulary of what rules ask of products")
struct QuestionTests {
    private func messages(_ files: [String: String]) throws -> [String] {
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        return folder.defects()
    }

    @Test("a question that no rule asks, or that has no words in a language, is told")
    func unasked() throws {
        let found = try messages(
            RuleFolder.edited(
                "questions: { stand-alone",
                "questions: { learns: { of: product }, stand-alone",
                in: "questions.yaml"
            )
        )
        #expect(found.contains { $0.contains("questions.yaml:1:14: error: no rule asks ‘learns’") }, "\(found)")
        #expect(found.contains { $0.contains("labels/ja.yaml has no label ‘questions.learns’") }, "\(found)")
    }

    @Test("a question with answers of its own is never asked without them")
    func unnamed() throws {
        let found = try messages(
            RuleFolder.edited("of: product", "of: country, answers: [new, old]", in: "questions.yaml")
        )
        #expect(found.contains { $0.contains("is answered by new or old: name them under ‘is’") }, "\(found)")
    }

    @Test("the schema of manifests knows the questions and answers of the vocabulary, and no other")
    func schema() throws {
        let data = try Data(contentsOf: URL(filePath: "\(shipped.path)/../Schemas/submission.schema.json"))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let product = (root["properties"] as? [String: Any])?["product"] as? [String: Any]
        let traits = (product?["properties"] as? [String: Any])?["traits"] as? [String: Any]
        let properties = try #require(traits?["properties"] as? [String: Any])
        let definitions = try #require(root["$defs"] as? [String: Any])
        let questions = try shipped.questions()
        #expect(Set(properties.keys) == Set(questions.map(\.name.rawValue)))
        for question in questions {
            let property = try #require(properties[question.name.rawValue] as? [String: Any])
            let reference = property["$ref"] as? String
            if question.answers == [.yes, .no] {
                let isOnce = property["type"] as? String == "boolean"
                #expect(question.scope == .product ? isOnce : reference == "#/$defs/answer")
            } else {
                // Of a country it stands once, or for each.
                let last = try #require(reference?.split(separator: "/").last).description
                let name = question.scope == .product ? last : last + "Answer"
                let answers = (definitions[name] as? [String: Any])?["enum"] as? [String]
                #expect(answers == question.answers.map(\.rawValue))
            }
        }
    }

    @Test("a manifest answers once or by country; what it answers for a country counts before the rest")
    func answers() throws {
        let text = try shippedText("samples/sleep-therapy/submission.yaml")
            .replacing(
                "predicate: { JP: none }",
                with: "predicate: { JP: none, KR: equivalent }\n    clinical-data: true"
            )
        let traits = try shipped.manifest(from: SourceFile(path: "m.yaml", text: text)).traits
        #expect(traits.answer(to: "predicate", in: "KR") == "equivalent")
        #expect(traits.answer(to: "predicate", in: "TW") == nil)
        #expect(traits.answer(to: "clinical-data", in: "JP") == .yes)
    }

    @Test("traits as a list, which answered nothing, are refused")
    func list() throws {
        let lines = try shippedText("samples/sleep-therapy/submission.yaml")
            .split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0 == "  traits:" })
        let end = try #require(lines[(start + 1)...].firstIndex { !$0.hasPrefix("    ") })
        let text = (lines[..<start] + ["  traits: [predicate]"] + lines[end...]).joined(separator: "\n")
        let thrown = #expect(throws: Diagnostics.self) {
            try shipped.manifest(from: SourceFile(path: "m.yaml", text: text))
        }
        #expect(thrown?.all.contains { $0.message.contains("‘traits’ answers questions") } == true)
    }
}
