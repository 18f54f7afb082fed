import Regulation
package import Submissions
import TransparencyLog

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Documents in a folder, each under the SHA-256 of its bytes: `ab/cdef…`.
///
/// A document is written beside its place, made durable, and moved there in one step, so that a name always stands for
/// whole bytes, whatever moment the machine stops at. Several processes may share the folder. What a stopped process
/// leaves behind is a file named `.incoming-…` in the folder, which nothing reads.
package struct FileVault: StreamingVault {
    package let folder: String

    /// Opens the vault, making the folder where it is missing.
    package init(folder: String) throws(DossierError) {
        self.folder = folder
        _ = try Handle.madeFolder(at: folder)
    }

    package func put(_ bytes: [UInt8]) throws(DossierError) -> DocumentDigest {
        guard bytes.count <= DocumentLimit.bytes else {
            throw .tooLarge(path: nil, bytes: bytes.count, limit: DocumentLimit.bytes)
        }
        let digest = DocumentDigest(Digest.sha256(of: bytes).description)
        let root = try Handle.folder(at: folder)
        if try holds(digest, in: root) { return digest }
        let incoming = try Incoming(in: root)
        do {
            try incoming.file.write(bytes)
            try settle(incoming, as: digest, in: root)
        } catch {
            root.remove(incoming.name)
            throw error
        }
        return digest
    }

    /// Stores the regular file at `path`, read once and never held in memory whole.
    ///
    /// The digest is that of the bytes stored, even where the file changes in the meantime.
    package func put(fileAt path: String) throws(DossierError) -> DocumentDigest {
        let source = try Handle.file(at: path)
        let size = try source.size()
        guard size <= DocumentLimit.bytes else { throw .tooLarge(path: path, bytes: size, limit: DocumentLimit.bytes) }
        let root = try Handle.folder(at: folder)
        let incoming = try Incoming(in: root)
        do {
            var builder = DigestBuilder()
            var count = 0
            try source.forEachPiece { piece throws(DossierError) in
                count += piece.count
                guard count <= DocumentLimit.bytes else {
                    throw .tooLarge(path: path, bytes: count, limit: DocumentLimit.bytes)
                }
                builder.update(piece)
                try incoming.file.write(piece)
            }
            let digest = DocumentDigest(builder.finalize().description)
            if try holds(digest, in: root) {
                root.remove(incoming.name)
            } else {
                try settle(incoming, as: digest, in: root)
            }
            return digest
        } catch {
            root.remove(incoming.name)
            throw error
        }
    }

    package func bytes(of digest: DocumentDigest) throws(DossierError) -> [UInt8]? {
        guard let place = VaultPlace(digest) else { return nil }
        let root = try Handle.folder(at: folder)
        guard try root.kind(of: place.shard) != nil else { return nil }
        let shard = try root.folder(place.shard, path: path(of: place.shard))
        guard try shard.kind(of: place.name) != nil else { return nil }
        let file = try shard.file(place.name, path: path(of: place.shard, place.name))
        // Nothing larger was ever stored, so a file that grew past the limit is not the document.
        guard try file.size() <= DocumentLimit.bytes else { throw .corrupted(digest) }
        let bytes = try file.readAll(limit: DocumentLimit.bytes)
        guard Digest.sha256(of: bytes).description == digest.rawValue else { throw .corrupted(digest) }
        return bytes
    }

    package func isDamaged(_ digest: DocumentDigest, named name: String) throws -> Bool {
        guard let place = VaultPlace(digest) else { return false }
        let root = try Handle.folder(at: folder)
        guard try root.kind(of: place.shard) != nil else { return false }
        let shard = try root.folder(place.shard, path: path(of: place.shard))
        guard try shard.kind(of: place.name) != nil else { return false }
        let file = try shard.file(place.name, path: path(of: place.shard, place.name))
        return try FileKind.defect(of: file, named: name, size: try file.size()) != nil
    }

    /// Whether the document is there, by its name alone; its name is made durable if it was not yet.
    private func holds(_ digest: DocumentDigest, in root: borrowing Handle) throws(DossierError) -> Bool {
        guard let place = VaultPlace(digest), try root.kind(of: place.shard) != nil else { return false }
        let shard = try root.folder(place.shard, path: path(of: place.shard))
        switch try shard.kind(of: place.name) {
        case nil: return false
        case .file: break
        case .symbolicLink: throw .symbolicLink(path: path(of: place.shard, place.name))
        case .folder, .other: throw .notAFile(path: path(of: place.shard, place.name))
        }
        // Another process may have moved it there a moment ago, and the machine may stop before it syncs.
        try shard.sync()
        try root.sync()
        return true
    }

    private func settle(
        _ incoming: borrowing Incoming,
        as digest: DocumentDigest,
        in root: borrowing Handle
    ) throws(DossierError) {
        guard let place = VaultPlace(digest) else { throw .corrupted(digest) }
        try incoming.file.sync()
        let shard = try root.madeFolder(place.shard, path: path(of: place.shard))
        try root.move(incoming.name, to: shard, as: place.name)
        try shard.sync()
        try root.sync()
    }

    private func path(of names: [UInt8]...) -> String {
        ([folder] + names.map { String(decoding: $0, as: UTF8.self) }).joined(separator: "/")
    }
}

/// Where the vault keeps a digest: the first two digits name the folder, the others the file.
private struct VaultPlace {
    let shard: [UInt8]
    let name: [UInt8]

    /// `nil` unless the digest is 64 lowercase hexadecimal digits, so that no digest reaches outside the vault.
    init?(_ digest: DocumentDigest) {
        guard let digits = Digest(hex: digest.rawValue)?.description.utf8 else { return nil }
        self.shard = Array(digits.prefix(2))
        self.name = Array(digits.dropFirst(2))
    }
}

/// A document on its way into the vault; only its owner may read it, nobody may write it later.
private struct Incoming: ~Copyable {
    let name: [UInt8]
    let file: Handle

    init(in root: borrowing Handle) throws(DossierError) {
        let name = Array(".incoming-\(String(UInt64.random(in: .min ... .max), radix: 16))".utf8)
        self.name = name
        self.file = try root.newFile(name, path: root.path, mode: 0o400)
    }
}
