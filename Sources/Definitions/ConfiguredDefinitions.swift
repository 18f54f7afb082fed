import Engine
package import Regulation
package import Submissions

/// The engine's definitions, read from a folder such as `Config/` when they are asked for.
package struct ConfiguredDefinitions: DefinitionSource {
    package let folder: ConfigFolder

    package init(folder: ConfigFolder) {
        self.folder = folder
    }

    package func canonicalProcedure(_ id: ProcedureID) throws -> String? {
        try canonicalProcedure(id) { _ in }
    }

    /// The canonical form of a procedure; `reading` is told the name of each file of a fragment before it is read.
    package func canonicalProcedure(_ id: ProcedureID, reading: @escaping (String) -> Void) throws -> String? {
        guard folder.has("procedures/\(id).yaml") else { return nil }
        let fragments = folder.fragments(reading: reading)
        return try PinnedForm.canonicalText(ofProcedure: try folder.procedureFile(id), including: fragments)
    }

    package func canonicalRules(
        of code: JurisdictionCode,
        route: RouteName,
        on date: CivilDate,
        for deviceClass: DeviceClass?
    ) throws -> String? {
        try pinnable(code)?.canonicalText(route: route, on: date, for: deviceClass)
    }

    /// The rules of a jurisdiction as its file has them now; `nil` where there is no such file.
    package func pinnable(_ code: JurisdictionCode) throws -> PinnableJurisdiction? {
        guard folder.has("jurisdictions/\(code).yaml") else { return nil }
        return try PinnableJurisdiction(try folder.jurisdictionFile(code), zones: try folder.zones())
    }

    package func procedure(fromCanonical text: String) throws -> Procedure {
        try PinnedForm.procedure(fromCanonical: text)
    }

    package func jurisdiction(fromCanonical text: String) throws -> Jurisdiction {
        try PinnedForm.jurisdiction(fromCanonical: text)
    }

    package func jurisdiction(_ code: JurisdictionCode) throws -> Jurisdiction? {
        folder.has("jurisdictions/\(code).yaml") ? try folder.jurisdiction(code) : nil
    }

    package func jurisdictions() throws -> [Jurisdiction] { try folder.jurisdictions() }

    package func procedures() throws -> [Procedure] { try folder.procedures() }

    package func calendar(_ id: String) throws -> WorkingCalendar? {
        folder.has("calendars/\(id).yaml") ? try folder.calendar(id) : nil
    }

    package func ownNames(
        of route: RouteName,
        in code: JurisdictionCode,
        on date: CivilDate
    ) throws -> [String: String] {
        // Every language has the same keys.
        guard try folder.labels("en")["routes.\(route)"] == nil else { return [:] }
        return try jurisdiction(code)?.route(route, on: date)?.names ?? [:]
    }
}
