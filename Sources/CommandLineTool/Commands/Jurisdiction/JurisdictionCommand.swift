import ArgumentParser
import Definitions
import Engine
import Regulation

struct JurisdictionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jurisdiction",
        abstract: "Show the countries and regions as configured, with the source of each figure.",
        subcommands: [
            JurisdictionList.self, JurisdictionShow.self, JurisdictionReliance.self, JurisdictionSources.self,
            JurisdictionCheck.self,
        ]
    )
}

extension GlobalOptions {
    /// The jurisdictions of these codes, in whichever case they were typed; every one where none is named.
    func jurisdictions(_ codes: [String]) throws -> [Jurisdiction] {
        let all = try configuration().jurisdictions()
        guard !codes.isEmpty else { return all }
        return try codes.map { code in
            guard let found = all.first(where: { $0.code.rawValue == code.uppercased() }) else {
                throw EngineError.noSuchJurisdiction(JurisdictionCode(code), known: all.map(\.code))
            }
            return found
        }
    }
}

extension CivilDate {
    /// The date that a person typed.
    static func typed(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else { throw EngineError.badDate(text, of: "--on", .day) }
        return date
    }
}
