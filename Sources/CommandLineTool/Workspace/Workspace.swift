import CanonicalJSON
public import Definitions
public import Dossiers
public import Engine
import Foundation
import Regulation
public import SQLiteStore
public import Submissions
import TransparencyLog
public import Views

/// The composition root: one workspace on disk with everything that works on it.
public struct Workspace: Sendable {
    public let folder: String
    public let configuration: ConfigFolder
    public let store: SQLiteSubmissionStore
    public let vault: FileVault
    public let tasuki: Tasuki
    public let words: any WordSource

    /// Makes a workspace; its clock is fixed for good.
    public static func create(
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

    public static func open(folder: String, configuration: String) throws -> Workspace {
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

    public func close() async throws { try await store.close() }

    // MARK: - Submissions on disk

    /// Reads a dossier directory with its manifest, checking both whole.
    public func dossier(at path: String) throws -> (manifest: SubmissionManifest, dossier: Dossier) {
        try DossierSource(configuration: configuration).read(path)
    }

    /// Opens the submission that the directory describes.
    @discardableResult
    public func open(
        _ manifest: SubmissionManifest,
        text: [UInt8],
        by actor: Actor,
        key: String? = nil
    ) async throws -> Acceptance {
        let digest = DocumentDigest(Digest.sha256(of: text).description)
        return try await tasuki.open(SubmissionOpened(manifest, digest: digest), by: actor, key: key) {
            _ = try vault.put(text)
        }
    }
}
