import Regulation

/// Holds what rules ask of products against the closed vocabulary, and that against the rules and the labels.
struct QuestionCheck {
    /// The vocabulary; nil where the folder has none.
    let file: ConfigCheck.Read<[QuestionReader.Reading]>?
    let jurisdictions: [ConfigCheck.Read<Tree>]
    let languages: [ConfigCheck.Read<Tree>]
    var procedures: [ConfigCheck.Read<ProcedureReader.Reading>] = []

    private var questions: [TraitQuestion] { (file?.value ?? []).map(\.question) }

    func run() {
        var asked: [TraitName: Set<TraitAnswer>] = [:]
        for jurisdiction in jurisdictions {
            for key in ["routes", "tracks"] {
                for route in jurisdiction.value[key]?.entries ?? [] {
                    for version in route.value.elements {
                        for condition in version["conditions"]?.elements ?? [] {
                            check(condition, of: jurisdiction.findings, &asked)
                        }
                    }
                }
            }
        }
        for jurisdiction in jurisdictions {
            for rule in jurisdiction.value["advertising"]?.elements ?? [] {
                check(rule, of: jurisdiction.findings, &asked)
            }
        }
        for read in procedures {
            for use in read.value.uses.traits where !questions.contains(where: { $0.name.rawValue == use.name }) {
                let suggestion = Suggestion.text(for: use.name, among: questions.map(\.name.rawValue))
                read.findings.error("the vocabulary has no question ‘\(use.name)’\(suggestion)", at: use.place)
            }
        }
        checkFacts()
        guard let file else { return }
        let labels = languages.map { Set(LabelReader.read($0.value, Findings(file: $0.file.path)).keys) }
        for reading in file.value {
            let name = reading.question.name
            if asked[name] == nil { file.findings.error("no rule asks ‘\(name)’", at: reading.place) }
            for (language, keys) in zip(languages, labels) {
                for key in wanted(reading.question) where !keys.contains(key) {
                    file.findings.error("labels/\(language.stem).yaml has no label ‘\(key)’", at: reading.place)
                }
            }
        }
    }

    /// A fact that no procedure sets would never answer the question.
    private func checkFacts() {
        let facts = Set(procedures.flatMap(\.value.uses.factsSet).map(\.rawValue))
        for jurisdiction in jurisdictions {
            let routes = (jurisdiction.value["routes"]?.entries ?? []) + (jurisdiction.value["tracks"]?.entries ?? [])
            for condition in routes.flatMap(\.value.elements).flatMap({ $0["conditions"]?.elements ?? [] }) {
                guard let tree = condition["fact"], case .scalar(let name) = tree.content, !facts.contains(name) else {
                    continue
                }
                let suggestion = Suggestion.text(for: name, among: facts.sorted())
                jurisdiction.findings.error("no procedure sets the fact ‘\(name)’\(suggestion)", at: tree.place)
            }
        }
    }

    private func wanted(_ question: TraitQuestion) -> [String] {
        let isPlain = question.answers == [.yes, .no]
        let answers = isPlain ? [] : question.answers.map { "traitAnswers.\(question.name).\($0)" }
        return ["questions.\(question.name)", "traits.\(question.name)"] + answers
    }

    private func check(_ condition: Tree, of findings: Findings, _ asked: inout [TraitName: Set<TraitAnswer>]) {
        guard let tree = condition["trait"] ?? condition["notTrait"], case .scalar(let text) = tree.content else {
            return
        }
        let name = TraitName(text)
        guard let question = questions.first(where: { $0.name == name }) else {
            let suggestion = Suggestion.text(for: text, among: questions.map(\.name.rawValue))
            findings.error("the vocabulary has no question ‘\(text)’\(suggestion)", at: tree.place)
            return
        }
        asked[name, default: []].formUnion(question.answers)
        let stated = condition["is"]?.elements ?? []
        if stated.isEmpty, !question.answers.contains(.yes) {
            let known = Tree.alternatives(question.answers.map(\.rawValue))
            findings.error("‘\(text)’ is answered by \(known): name them under ‘is’", at: tree.place)
        }
        for answer in stated {
            guard case .scalar(let word) = answer.content, !question.answers.contains(TraitAnswer(word)) else {
                continue
            }
            let names = question.answers.map(\.rawValue)
            let suggestion = Suggestion.text(for: word, among: names)
            findings.error(
                "‘\(text)’ is answered by \(Tree.alternatives(names)), not ‘\(word)’\(suggestion)",
                at: answer.place
            )
        }
    }
}
