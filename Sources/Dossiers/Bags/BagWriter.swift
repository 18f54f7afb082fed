import TransparencyLog

/// Writes a bag of RFC 8493: files that anyone can check years later with a common tool.
///
/// The folder is a bag only once ``finish(info:)`` returns; `bagit.txt` is written last. Interrupted, it holds files
/// but is no bag.
package struct BagWriter: ~Copyable {
    private let root: Handle
    private var payload = BagManifest()
    private var tags = BagManifest()
    private var names: Set<String> = []
    private var octets = 0

    /// Starts a bag in a folder that does not exist yet, or is empty.
    package init(folder: String) throws(DossierError) {
        self.root = try Self.freshFolder(folder)
    }

    private static func freshFolder(_ folder: String) throws(DossierError) -> Handle {
        let root = try Handle.madeFolder(at: folder)
        let isEmpty = try root.entries().isEmpty
        guard isEmpty else { throw .bagFolderInUse(path: folder) }
        _ = try root.madeFolder(Array(BagFile.payload.utf8), path: folder + "/" + BagFile.payload, mode: 0o755)
        return root
    }

    /// Adds a file of the payload; `path` begins with `data/`.
    package mutating func add(path: String, bytes: [UInt8]) throws(DossierError) {
        guard path.hasPrefix(BagFile.payload + "/"), BagPath.isSafe(path) else { throw .unsafeBagPath(path) }
        payload.add(path, try write(bytes, to: path))
        octets += bytes.count
    }

    /// Adds a file about the payload, beside `data`.
    package mutating func addTag(path: String, bytes: [UInt8]) throws(DossierError) {
        guard BagPath.isSafe(path) else { throw .unsafeBagPath(path) }
        guard !BagFile.isReserved(path) else { throw .bagPathTaken(path) }
        tags.add(path, try write(bytes, to: path))
    }

    /// Writes the manifests and `bag-info.txt`, with `Payload-Oxum` counted here.
    ///
    /// `info` holds lines such as `Bagging-Date`, in their order; white space in a value becomes single spaces.
    package consuming func finish(info: [(key: String, value: String)]) throws(DossierError) {
        var lines = ""
        for (key, value) in info {
            guard key.lowercased() != "payload-oxum" else { throw .badBagLabel(key) }
            lines += try BagInfo.line(key, value)
        }
        lines += try BagInfo.line("Payload-Oxum", "\(octets).\(payload.digests.count)")
        let declaration = Array(BagFile.declarationText.utf8)
        tags.add(BagFile.info, try write(Array(lines.utf8), to: BagFile.info))
        tags.add(BagFile.manifest, try write(Array(payload.text.utf8), to: BagFile.manifest))
        tags.add(BagFile.declaration, Digest.sha256(of: declaration))
        _ = try write(Array(tags.text.utf8), to: BagFile.tagManifest)
        _ = try write(declaration, to: BagFile.declaration)
    }

    /// Writes one file and the folders above it.
    private mutating func write(_ bytes: [UInt8], to path: String) throws(DossierError) -> Digest {
        // Names that differ only in case or normal form would overwrite each other on other systems.
        guard names.insert(path.lowercased()).inserted else { throw .bagPathTaken(path) }
        let parts = path.split(separator: "/").map { Array($0.utf8) }
        try write(bytes, to: parts[...], in: root, path: path)
        return Digest.sha256(of: bytes)
    }

    private func write(
        _ bytes: [UInt8],
        to parts: ArraySlice<[UInt8]>,
        in folder: borrowing Handle,
        path: String
    ) throws(DossierError) {
        guard let name = parts.first else { return }
        if parts.count > 1 {
            let inner = try folder.madeFolder(name, path: path, mode: 0o755)
            try write(bytes, to: parts.dropFirst(), in: inner, path: path)
        } else {
            try folder.newFile(name, path: path, mode: 0o644).write(bytes)
        }
    }
}
