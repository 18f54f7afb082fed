package import Regulation
package import Submissions

/// Everything of the outside world that the engine uses, passed in as values.
package struct World: Sendable {
    /// The wall clock; a simulated workspace never asks it.
    package let wallClock: @Sendable () -> Instant
    /// Random bytes for salts.
    package let randomBytes: @Sendable (Int) -> [UInt8]
    package let definitions: any DefinitionSource
    package let vault: any DocumentVault

    package init(
        wallClock: @escaping @Sendable () -> Instant,
        randomBytes: @escaping @Sendable (Int) -> [UInt8],
        definitions: any DefinitionSource,
        vault: any DocumentVault
    ) {
        self.wallClock = wallClock
        self.randomBytes = randomBytes
        self.definitions = definitions
        self.vault = vault
    }

    /// The same world with its wall clock standing still.
    func standing(at moment: Instant) -> World {
        World(wallClock: { moment }, randomBytes: randomBytes, definitions: definitions, vault: vault)
    }
}

/// Procedures, jurisdictions and calendars as configured now, and the readers of their pinned forms.
package protocol DefinitionSource: Sendable {
    /// The canonical form of a procedure; `nil` where none has the name.
    func canonicalProcedure(_ id: ProcedureID) throws -> String?
    /// The canonical form of the rules in force on `date` for `route`, which may be a track, and for devices of that
    /// class; `nil` where there is no such route then.
    func canonicalRules(
        of code: JurisdictionCode,
        route: RouteName,
        on date: CivilDate,
        for deviceClass: DeviceClass?
    ) throws -> String?
    func procedure(fromCanonical text: String) throws -> Procedure
    func jurisdiction(fromCanonical text: String) throws -> Jurisdiction
    func jurisdiction(_ code: JurisdictionCode) throws -> Jurisdiction?
    /// Tells which jurisdictions are going to be asked for, so that they can be read beside what is read first.
    func expect(_ codes: [JurisdictionCode])
    func jurisdictions() throws -> [Jurisdiction]
    func procedures() throws -> [Procedure]
    func calendar(_ id: String) throws -> WorkingCalendar?
    /// The names, by language, that a jurisdiction gives a route of its own; none where the route has a common name.
    func ownNames(of route: RouteName, in code: JurisdictionCode, on date: CivilDate) throws -> [String: String]
}

extension DefinitionSource {
    /// A source that reads nothing ahead has nothing to prepare.
    package func expect(_ codes: [JurisdictionCode]) {}
}

/// The documents, by the digest of their bytes.
package protocol DocumentVault: Sendable {
    /// Durable once it returns; storing the same bytes again changes nothing.
    func put(_ bytes: [UInt8]) throws -> DocumentDigest
    /// `nil` where the vault has no such document; throws where its bytes no longer match the digest.
    func bytes(of digest: DocumentDigest) throws -> [UInt8]?
    /// Whether the document, under that name, may not open where it is sent, as far as its bytes say.
    func isDamaged(_ digest: DocumentDigest, named name: String) throws -> Bool
}

extension DocumentVault {
    /// A vault that cannot look into documents finds nothing against them.
    package func isDamaged(_ digest: DocumentDigest, named name: String) throws -> Bool { false }
}
