package import Regulation

/// Reads the closed vocabulary of questions by which rules tell products apart.
package enum QuestionReader {
    /// A question with its place, for checks across files.
    struct Reading {
        let question: TraitQuestion
        let place: Place
    }

    static func read(_ tree: Tree, _ findings: Findings) -> [Reading] {
        guard let fields = Fields(tree, "a vocabulary", keys: ["questions"], ignoring: ["$schema"], findings) else {
            return []
        }
        return fields.requiredEntries("questions").compactMap { entry in
            let noun = "the question ‘\(entry.key)’"
            guard let own = Fields(entry.value, noun, keys: ["of", "answers"], findings),
                let scope: TraitQuestion.Scope = own.requiredChoice("of")
            else { return nil }
            let answers = own.words("answers").map { TraitAnswer($0) }
            if own["answers"] != nil, Set(answers).count < max(2, answers.count) {
                findings.error("\(noun) has two different answers or more", at: own.place(of: "answers"))
            }
            let name = TraitName(entry.key)
            let question =
                answers.isEmpty
                ? TraitQuestion(name: name, scope: scope)
                : TraitQuestion(name: name, scope: scope, answers: answers)
            return Reading(question: question, place: entry.place)
        }
    }
}

extension ConfigFolder {
    /// The questions that rules ask, in the order in which they are put; none where the folder has no vocabulary.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package func questions() throws(Diagnostics) -> [TraitQuestion] {
        guard has("questions.yaml") else { return [] }
        let file = try file("questions.yaml")
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings) else { throw Diagnostics(all: findings.all) }
        let readings = QuestionReader.read(tree, findings)
        guard !findings.hasErrors else { throw Diagnostics(all: findings.all) }
        return readings.map(\.question)
    }
}
