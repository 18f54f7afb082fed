import Foundation
import Testing

@testable import Definitions

@Suite("The schema of procedures and the catalogue know the same clauses")
struct CatalogueSchemaTests {
    /// A bare word, or a mapping with its keys: all that may stand in it, and those that must.
    private enum Clause: Hashable {
        case word(String)
        case form(keys: Set<String>, required: Set<String>)
    }

    @Test("every guard and every effect stands in both, with the same arguments")
    func clauses() throws {
        let schema = try Schema.shipped.definitions
        for (catalogue, listed) in [(Catalogue.guards, schema.guard), (.effects, schema.action)] {
            let known = Self.clauses(of: catalogue)
            let described = Self.clauses(of: listed)
            #expect(described.subtracting(known).isEmpty, "only in the schema of a \(catalogue.noun)")
            #expect(known.subtracting(described).isEmpty, "only in the catalogue of \(catalogue.noun)s")
            #expect(known.count == catalogue.words.count + catalogue.forms.count)
        }
    }

    private static func clauses(of catalogue: Catalogue) -> Set<Clause> {
        var clauses = Set(catalogue.words.map(Clause.word))
        for form in catalogue.forms {
            clauses.insert(.form(keys: Set(form.keys), required: Set([form.head] + form.arguments)))
        }
        return clauses
    }

    private static func clauses(of definition: Schema.Definition) -> Set<Clause> {
        var clauses = Set(definition.else.oneOf.map { Clause.word($0.const) })
        for form in definition.then.anyOf {
            clauses.insert(.form(keys: Set(form.properties.keys), required: Set(form.required)))
        }
        return clauses
    }
}

/// What `Schemas/procedure.schema.json` says of guards and effects.
private struct Schema: Decodable {
    struct Definitions: Decodable {
        let `guard`: Definition
        let action: Definition
    }

    /// A mapping is one of the forms, anything else one of the words.
    struct Definition: Decodable {
        let then: Forms
        let `else`: Words
    }

    struct Forms: Decodable { let anyOf: [Form] }

    struct Form: Decodable {
        let properties: [String: Property]
        let required: [String]
    }

    /// Of which only the name counts.
    struct Property: Decodable {}

    struct Words: Decodable { let oneOf: [Word] }

    struct Word: Decodable { let const: String }

    enum CodingKeys: String, CodingKey { case definitions = "$defs" }

    let definitions: Definitions

    static var shipped: Schema {
        get throws {
            let text = try shippedText("../Schemas/procedure.schema.json")
            return try JSONDecoder().decode(Schema.self, from: Data(text.utf8))
        }
    }
}
