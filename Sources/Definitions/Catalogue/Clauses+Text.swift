import Regulation
import Submissions

extension Clauses {
    /// Reads where a case keeps what is known of its text for publication.
    mutating func text(_ tree: Tree) -> TextRule? {
        let keys = ["audience", "claims", "channel", "released", "permitted", "trusted"]
        guard let fields = Fields(tree, "‘text’", keys: keys, findings) else { return nil }
        let audience = variable("audience", fields, isRequired: true)
        let claims = variable("claims", fields, isRequired: true)
        let channel = variable("channel", fields)
        let facts = ["released", "permitted", "trusted"].map { fact($0, fields) }
        guard let audience, let claims else { return nil }
        return TextRule(
            audience: audience,
            claims: claims,
            channel: channel,
            released: facts[0],
            permitted: facts[1],
            trusted: facts[2]
        )
    }

    /// What may be told is asked of a text, so there is one.
    func checkText(_ text: TextRule?) {
        guard text == nil, let use = uses.tellings.first else { return }
        findings.error("the procedure asks what may be told, and has no ‘text’", at: use)
    }

    private mutating func variable(_ key: String, _ fields: Fields, isRequired: Bool = false) -> VariableName? {
        guard let name = isRequired ? fields.requiredWord(key) : fields.word(key) else { return nil }
        uses.variablesRead.append(Use(VariableName(name), fields.place(of: key)))
        return VariableName(name)
    }

    private mutating func fact(_ key: String, _ fields: Fields) -> FactName? {
        guard let name = fields.word(key) else { return nil }
        uses.factsRead.append(Use(FactName(name), fields.place(of: key)))
        return FactName(name)
    }
}
