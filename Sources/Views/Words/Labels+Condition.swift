import Engine
package import Regulation
package import Submissions

// Words for the conditions of a route and for what was found about them.
extension Labels {
    /// The condition as a sentence: `an approval of JP, AU, CA, US or EU`.
    package func words(for condition: RouteCondition) -> String {
        let key = "conditions.\(condition.kind.word.rawValue)"
        switch condition.kind {
        case .references(let codes, let atLeast): return text(key, "\(atLeast)", list(codes))
        case .heldMonths(let months): return text(key, "\(months)")
        case .notBy(let bases): return text(key, bases.map { self["basis.\($0.rawValue)"] }.joined(separator: ", "))
        case .notDerivative(let allowed):
            return allowed.isEmpty ? self[key] : text("conditions.notDerivativeBut", list(allowed))
        case .stageOne(let rule): return self["conditions.stageOneRule.\(rule.rawValue)"]
        case .same(let aspects):
            return text(key, aspects.map { self["aspects.\($0.rawValue)"] }.joined(separator: ", "))
        case .confidentiality(let codes): return text(key, list(codes))
        case .noSeriousNotice(let months):
            return months.map { text(key, "\($0)") } ?? self["conditions.noSeriousNoticeEver"]
        case .classes(let classes): return text(key, list(classes))
        case .trait(let term): return words(for: term, key)
        case .independent, .consent, .holder: return self[key]
        }
    }

    private func words(for term: TraitTerm, _ key: String) -> String {
        let name = words(for: term.trait)
        let isPlain = term.answers == [.yes] || term.answers == [.no]
        let answers = term.answers.map { words(for: $0, to: term.trait) }.joined(separator: self["advice.or"])
        let sentence = isPlain ? text(key, name) : text("conditions.traitIs", name, answers)
        return term.classes.isEmpty ? sentence : text("conditions.ofClasses", sentence, list(term.classes))
    }

    /// The question in a word or two: `a comparable device in the country`.
    package func words(for trait: TraitName) -> String { text(ifAny: "traits.\(trait)") ?? trait.rawValue }

    /// The answer to a question: `yes`, or its own word.
    package func words(for answer: TraitAnswer, to trait: TraitName) -> String {
        text(ifAny: "traitAnswers.\(trait).\(answer)") ?? text(ifAny: "traitAnswers.\(answer)") ?? answer.rawValue
    }

    /// Why an approval of a listed authority does not count, or may not.
    package func words(for obstacle: RouteAssessment.Obstacle) -> String {
        let sentence = words(for: obstacle.reason, of: obstacle.approval)
        return obstacle.isSure ? sentence : text("obstacles.unsure", sentence)
    }

    private func words(for reason: RouteAssessment.Obstacle.Reason, of id: Approval.ID) -> String {
        switch reason {
        case .notInForce(let standing):
            text("obstacles.notInForce", id.rawValue, self["approvalStanding.\(standing.rawValue)"])
        case .expired(let date): text("obstacles.expired", id.rawValue, date.description)
        case .grantedLater(let date): text("obstacles.grantedLater", id.rawValue, date.description)
        case .heldTooShort(let until): text("obstacles.heldTooShort", id.rawValue, until.description)
        case .basis(let basis): text("obstacles.basis", id.rawValue, self["basis.\(basis.rawValue)"])
        case .derivative(let chain): text("obstacles.derivative", id.rawValue, arrows(chain))
        case .circular(let chain): text("obstacles.circular", id.rawValue, arrows(chain))
        case .firstStage: text("obstacles.firstStage", id.rawValue)
        case .otherVersion(let version): text("obstacles.otherVersion", id.rawValue, version)
        case .otherClaims(_, covered: []): text("obstacles.otherClaims", id.rawValue)
        case .otherClaims(let lacking, let covered):
            text("obstacles.fewerClaims", id.rawValue, list(covered), list(lacking))
        case .noArrangement: text("obstacles.noArrangement", id.rawValue)
        }
    }

    /// Everything that keeps a route from being open, a sentence each; empty for an open one.
    package func sentences(for assessment: RouteAssessment) -> [String] {
        guard assessment.answer != .open else { return [] }
        var sentences = assessment.decisive.map { finding in
            let sentence = words(for: finding.condition)
            return finding.isUnsure ? text("conditions.unknown", sentence) : sentence
        }
        // That approvals are missing is explained by what is wrong with those that are there.
        sentences += assessment.obstacles.map { words(for: $0) }
        if sentences.isEmpty { sentences = [self["conditions.routeUnconfirmed"]] }
        return sentences.uniqued()
    }

    private func arrows(_ chain: [Approval.ID]) -> String { chain.map(\.rawValue).joined(separator: " → ") }

    private func list(_ items: [some CustomStringConvertible]) -> String {
        items.map(\.description).joined(separator: ", ")
    }
}
