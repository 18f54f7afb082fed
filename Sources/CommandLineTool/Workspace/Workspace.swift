import CanonicalJSON
package import Definitions
package import Dossiers
package import Engine
import Foundation
import Regulation
package import SQLiteStore
package import Submissions
import TransparencyLog
package import Views

/// The composition root: one workspace on disk with everything that works on it.
package struct Workspace: Sendable {
    package let folder: String
    package let configuration: ConfigFolder
    package let store: SQLiteSubmissionStore
    package let vault: FileVault
    package let tasuki: Tasuki
    package let words: any WordSource

    /// Makes a workspace; its clock is fixed for good.
    package static func create(
        folder: String,
        configuration: String,
        settings: WorkspaceSettings
    ) throws -> Workspace {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return try Workspace(
            folder: folder,
            configuration: configuration,
            store: try SQLiteSubmissionStore(creating: folder, settings: settings)
        )
    }

    /// Meets what a workspace made in `folder` would meet, and makes none.
    static func demandRoom(for folder: String) throws {
        guard !FileManager.default.fileExists(atPath: folder + "/tasuki.sqlite") else {
            throw StoreError.alreadyExists(folder: folder)
        }
        guard Destination(folder).canBeFolder else {
            throw StoreError.cannotOpen(reason: "the folder cannot be made")
        }
    }

    package static func open(folder: String, configuration: String) throws -> Workspace {
        try Workspace(
            folder: folder,
            configuration: configuration,
            store: try SQLiteSubmissionStore(opening: folder)
        )
    }

    private init(folder: String, configuration: String, store: SQLiteSubmissionStore) throws {
        self.folder = folder
        self.configuration = ConfigFolder(path: configuration)
        self.store = store
        vault = try FileVault(folder: folder + "/vault")
        let definitions = CachedDefinitions(ConfiguredDefinitions(folder: ConfigFolder(path: configuration)))
        words = definitions
        let world = World(
            wallClock: { Instant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1_000)) },
            randomBytes: { count in
                // Eight bytes at a time: each number is a call of the system.
                var generator = SystemRandomNumberGenerator()
                let numbers = (0..<(count + 7) / 8).map { _ in generator.next() }
                return numbers.withUnsafeBytes { Array($0.prefix(count)) }
            },
            definitions: definitions,
            vault: vault
        )
        tasuki = Tasuki(store: store, world: world)
    }

    package func close() async throws { try await store.close() }

    // MARK: - Submissions on disk

    /// Reads a dossier directory with its manifest, checking both whole; what lies there for countries that are no target
    /// yet is left out.
    package func dossier(at path: String) throws -> (manifest: SubmissionManifest, dossier: Dossier) {
        let (manifest, dossier) = try DossierSource(configuration: configuration).read(path)
        return (manifest, dossier.forFiling(in: manifest.targets.map(\.jurisdiction)))
    }

    /// What the directory's manifest says of the submission: for the log, and as it was written.
    ///
    /// - Throws: ``Failure`` where the manifest is another submission's.
    func statement(in directory: String, of name: String) async throws -> (facts: SubmissionOpened, text: [UInt8]) {
        let manifest = try DossierSource(configuration: self.configuration).manifest(in: directory)
        guard manifest.name.rawValue == name else {
            throw Failure(.usage, "\(directory) describes \(manifest.name), not \(name)")
        }
        let text = try Files.contents(directory + "/submission.yaml")
        return (try await facts(of: manifest, text), text)
    }

    /// What enters the log of the manifest: where it declares no class, the one of the country's table on this day.
    func facts(of manifest: SubmissionManifest, _ text: [UInt8]) async throws -> SubmissionOpened {
        let clock = try await tasuki.clock()
        let today = clock.settings.zone.civilDate(at: clock.now)
        return SubmissionOpened(
            manifest,
            digest: DocumentDigest(Digest.sha256(of: text).description),
            tabled: try tasuki.tabledClasses(of: manifest, on: today)
        )
    }

    /// Opens the submission that the directory describes.
    @discardableResult
    package func open(
        _ manifest: SubmissionManifest,
        text: [UInt8],
        in tasuki: Tasuki? = nil,
        by actor: Actor,
        key: String? = nil
    ) async throws -> Acceptance {
        try await (tasuki ?? self.tasuki).open(try await facts(of: manifest, text), by: actor, key: key) {
            _ = try vault.put(text)
        }
    }

    /// Targets whose route asks for a local holder where none is appointed.
    func withoutHolder(_ facts: SubmissionOpened, on today: CivilDate) throws -> [JurisdictionCode] {
        try facts.targets.filter { target in
            guard !facts.holders.contains(target.jurisdiction) else { return false }
            let rules = try tasuki.world.definitions.jurisdiction(target.jurisdiction)
            return rules?.route(target.route, on: today)?.conditions.contains { $0.kind == .holder } ?? false
        }.map(\.jurisdiction)
    }
}
