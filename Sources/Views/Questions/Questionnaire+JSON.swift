package import CanonicalJSON
import Regulation

extension Questionnaire {
    /// The questions for programs, with their words in the language of `labels`.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "questions": .array(
                questions.map { question in
                    .object([
                        "name": .string(question.name),
                        "jurisdiction": question.jurisdiction.map { .string($0.rawValue) } ?? .null,
                        "question": .string(labels.words(for: question)),
                        "answers": .array(
                            question.answers.map { answer in
                                .object([
                                    "answer": .string(answer),
                                    "label": .string(labels.words(for: answer, to: question)),
                                ])
                            }
                        ),
                        "answer": question.answer.map { .string($0) } ?? .null,
                        "routes": .array(question.routes.map { .string($0) }),
                    ])
                }
            )
        ])
    }
}

extension Labels {
    /// The question as people are asked it.
    package func words(for question: Questionnaire.Question) -> String {
        switch question.subject {
        case .trait(let trait): self["questions.\(trait.name)"]
        case .deviceClass: self["describe.class"]
        }
    }

    /// One of its answers.
    package func words(for answer: String, to question: Questionnaire.Question) -> String {
        switch question.subject {
        case .trait(let trait): words(for: TraitAnswer(answer), to: trait.name)
        case .deviceClass: answer
        }
    }
}
