import TransparencyLog

/// One check of one bag: what its folder holds, then what its manifests say.
struct BagCheck {
    private struct Found {
        let digest: Digest
        let size: Int
    }

    private(set) var defects: [BagDefect] = []
    private var files: [String: Found] = [:]

    mutating func list(_ folder: borrowing Handle, under prefix: String) throws(DossierError) {
        for entry in try folder.entries() {
            guard let name = String(validating: entry.name, as: UTF8.self) else {
                defects.append(.unsafePath(prefix + entry.escaped))
                continue
            }
            let path = prefix + name
            do {
                switch entry.kind {
                case .folder: try list(folder.folder(entry.name, path: path), under: path + "/")
                case .file: try add(path, folder.file(entry.name, path: path))
                case .symbolicLink, .other: defects.append(.unsafePath(path))
                }
            } catch {
                defects.append(Self.defect(error, path: path))
            }
        }
    }

    private mutating func add(_ path: String, _ file: borrowing Handle) throws(DossierError) {
        var builder = DigestBuilder()
        var size = 0
        try file.forEachPiece { piece throws(DossierError) in
            builder.update(piece)
            size += piece.count
        }
        // Two names in different normal forms are one path to a reader of the manifest.
        if files.updateValue(Found(digest: builder.finalize(), size: size), forKey: path) != nil {
            defects.append(.extra(path: path))
        }
    }

    mutating func verify(_ root: borrowing Handle) throws(DossierError) {
        checkDeclaration(try text(BagFile.declaration, root))
        let isPayload = { (path: String) in path.hasPrefix(BagFile.payload + "/") }
        compare(try text(BagFile.manifest, root), BagFile.manifest, isWanted: isPayload)
        // RFC 8493 allows tag manifests of other algorithms, but nothing here would vouch for what they hold.
        compare(try text(BagFile.tagManifest, root), BagFile.tagManifest) {
            !isPayload($0) && $0 != BagFile.tagManifest
        }
        checkOxum(try text(BagFile.info, root), payload: files.filter { isPayload($0.key) }.values.map(\.size))
    }

    /// The text of a tag file; `nil`, with its defect, where there is none.
    private mutating func text(_ name: String, _ root: borrowing Handle) throws(DossierError) -> String? {
        guard files[name] != nil else {
            // What the tag manifest lists is found missing there.
            if name != BagFile.info { report(.missing(path: name)) }
            return nil
        }
        let bytes = try root.file(Array(name.utf8), path: name).readAll(limit: DocumentLimit.bytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            report(.malformed(path: name, line: 1))
            return nil
        }
        return text
    }

    private mutating func checkDeclaration(_ text: String?) {
        guard let text else { return }
        let lines = text.split(whereSeparator: \.isNewline)
        let wanted = BagFile.declarationText.split(separator: "\n")
        for index in 0..<max(lines.count, wanted.count) where lines[at: index] != wanted[at: index] {
            report(.malformed(path: BagFile.declaration, line: index + 1))
        }
    }

    private mutating func compare(_ text: String?, _ name: String, isWanted: (String) -> Bool) {
        guard let text else { return }
        let manifest = BagManifest(reading: text, name: name, isWanted: isWanted)
        for defect in manifest.defects { report(defect) }
        for (path, digest) in manifest.digests.sorted(by: { $0.key < $1.key }) {
            guard let found = files[path] else {
                report(.missing(path: path))
                continue
            }
            if found.digest != digest { report(.changed(path: path)) }
        }
        for path in files.keys.sorted() where isWanted(path) && manifest[path] == nil { report(.extra(path: path)) }
    }

    private mutating func checkOxum(_ text: String?, payload: [Int]) {
        guard let text else { return }
        guard let info = BagInfo.read(text) else { return report(.malformed(path: BagFile.info, line: 1)) }
        let found = "\(payload.reduce(0, +)).\(payload.count)"
        for line in info where line.label.lowercased() == "payload-oxum" && line.value != found {
            report(.oxumWrong(stated: line.value, found: found))
        }
    }

    private mutating func report(_ defect: BagDefect) {
        if !defects.contains(defect) { defects.append(defect) }
    }

    static func defect(_ error: DossierError, path: String) -> BagDefect {
        if case .system(_, let number) = error { return .unreadable(path: path, number: number) }
        return .unsafePath(path)
    }
}

extension Array {
    fileprivate subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
