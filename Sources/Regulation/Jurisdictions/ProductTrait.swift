/// What a rule asks about a product and its place in a country, such as `predicate`.
package typealias TraitName = Identifier<TraitSubject>

/// How a question about a product is answered: `yes` and `no`, or a word of its own such as `equivalent`.
package typealias TraitAnswer = Identifier<TraitAnswerSubject>

package enum TraitSubject {}
package enum TraitAnswerSubject {}

extension TraitAnswer {
    package static let yes: TraitAnswer = "yes"
    package static let no: TraitAnswer = "no"
}

/// A question of the closed vocabulary, by which rules tell products apart.
package struct TraitQuestion: Hashable, Sendable {
    package enum Scope: String, Hashable, Sendable, CaseIterable {
        /// Answered once.
        case product
        /// Answered anew for each country, which the answer depends on.
        case country
    }

    package let name: TraitName
    package let scope: Scope
    /// The answers there are; one of them is true.
    package let answers: [TraitAnswer]

    package init(name: TraitName, scope: Scope, answers: [TraitAnswer] = [.yes, .no]) {
        self.name = name
        self.scope = scope
        self.answers = answers
    }
}

/// What the applicant answers to one question.
package struct TraitStatement: Hashable, Codable, Sendable {
    package let trait: TraitName
    /// `nil` where it is so for every jurisdiction.
    package let jurisdiction: JurisdictionCode?
    package let answer: TraitAnswer

    package init(trait: TraitName, jurisdiction: JurisdictionCode? = nil, answer: TraitAnswer) {
        self.trait = trait
        self.jurisdiction = jurisdiction
        self.answer = answer
    }
}

extension Sequence where Element == TraitStatement {
    /// What was answered for `code`, which counts before what was answered for all; nil where nobody answered.
    package func answer(to trait: TraitName, in code: JurisdictionCode) -> TraitAnswer? {
        let answers = filter { $0.trait == trait }
        return (answers.first { $0.jurisdiction == code } ?? answers.first { $0.jurisdiction == nil })?.answer
    }
}

/// Which answers a condition asks for, and of which classes.
package struct TraitTerm: Hashable, Sendable {
    package let trait: TraitName
    package let answers: [TraitAnswer]
    /// The classes of which it is asked; every class where empty.
    package let classes: [DeviceClass]
    /// A fact that answers it as asked, where a case beside the decision has set it: a designation that was given.
    package let fact: String?

    package init(
        _ trait: TraitName,
        is answers: [TraitAnswer] = [.yes],
        of classes: [DeviceClass] = [],
        orBy fact: String? = nil
    ) {
        self.trait = trait
        self.answers = answers
        self.classes = classes
        self.fact = fact
    }
}
