package import Regulation

/// What jurisdictions and bodies are called in one language; a code stands for itself where there is no name.
package struct Names: Hashable, Sendable {
    private let jurisdictions: [JurisdictionCode: String]
    private let bodies: [BodyID: String]

    package init(jurisdictions: [JurisdictionCode: String] = [:], bodies: [BodyID: String] = [:]) {
        self.jurisdictions = jurisdictions
        self.bodies = bodies
    }

    /// The names that `jurisdictions` state in `language`, else in English.
    package init(of jurisdictions: [Jurisdiction], in language: String) {
        var names: [JurisdictionCode: String] = [:]
        var bodies: [BodyID: String] = [:]
        for jurisdiction in jurisdictions {
            names[jurisdiction.code] = jurisdiction.names[language] ?? jurisdiction.names["en"]
            for body in jurisdiction.bodies { bodies[body.id] = body.names[language] ?? body.names["en"] }
        }
        self.init(jurisdictions: names, bodies: bodies)
    }

    package subscript(_ code: JurisdictionCode) -> String { jurisdictions[code] ?? code.rawValue }

    package subscript(_ body: BodyID) -> String { bodies[body] ?? body.rawValue }
}
