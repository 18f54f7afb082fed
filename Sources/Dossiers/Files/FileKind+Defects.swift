extension FileKind {
    /// What the bytes of an open file say against it; `nil` where nothing does.
    ///
    /// Only what is fixed in each form is read: first and last bytes, and the directories that these lead to. A file that
    /// passes may still be damaged inside.
    static func defect(
        of file: borrowing Handle,
        named name: String,
        size: Int
    ) throws(DossierError) -> FileFinding.Defect? {
        let head = try file.bytes(at: 0, count: 4096)[...]
        let kind = FileKind(ofBytes: head)
        let promised = FileKind(ofName: name)
        if promised == .zip, kind == .compoundFile, try isEncryptedOffice(file, head) { return .encrypted }
        // What is written in letters is text whatever its ending, and nothing in it can be cut off.
        if let promised, promised != kind { return .mistyped(kind) }
        switch kind {
        case .pdf: return try pdfDefect(of: file, head, size: size)
        case .zip: return try zipDefect(of: file, size: size, ending: name)
        case .compoundFile: return try isEncryptedOffice(file, head) ? .encrypted : nil
        case .png:
            let tail = try file.bytes(at: max(0, size - 64), count: 64)[...]
            return place(of: Array("IEND".utf8), in: tail) == nil ? .truncated : nil
        case .jpeg, .gif, .tiff, .rtf, .text, .unknown: return nil
        }
    }

    /// A PDF ends with `startxref`, the place of its last table of references and `%%EOF`; whoever encrypts it says so in
    /// the trailer, which stands there and at the end (ISO 32000-1, 7.5.5 and 7.6).
    private static func pdfDefect(
        of file: borrowing Handle,
        _ head: ArraySlice<UInt8>,
        size: Int
    ) throws(DossierError) -> FileFinding.Defect? {
        let tail = try file.bytes(at: max(0, size - 4096), count: 4096)[...]
        guard let start = place(of: Array("startxref".utf8), in: tail),
            place(of: Array("%%EOF".utf8), in: tail[start...]) != nil
        else { return .truncated }
        let digits = tail[start...].dropFirst(9).drop { $0 <= 0x20 }.prefix { (0x30...0x39).contains($0) }
        guard let offset = Int(String(decoding: digits, as: UTF8.self)), offset < size else { return .truncated }
        let table = try file.bytes(at: offset, count: 4096)[...]
        let encrypt = Array("/Encrypt".utf8)
        return [head, table, tail].contains { place(of: encrypt, in: $0) != nil } ? .encrypted : nil
    }

    /// What a zip's directory says: whether its entries are encrypted (PKWARE APPNOTE, 4.3.12), and whether it is there.
    ///
    /// A zip ends with the record that says where its directory lies (4.3.16); that of a Word file names `word/…`, and so on.
    private static func zipDefect(
        of file: borrowing Handle,
        size: Int,
        ending name: String
    ) throws(DossierError) -> FileFinding.Defect? {
        let reach = min(size, 65_557)
        let tail = try file.bytes(at: size - reach, count: reach)[...]
        guard let end = place(of: [0x50, 0x4B, 0x05, 0x06], in: tail), end + 22 <= tail.endIndex else {
            return .truncated
        }
        func number(_ bytes: ArraySlice<UInt8>, _ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[bytes.startIndex + place + $1]) << (8 * $1) }
        }
        let (length, offset) = (number(tail[end...], 12, 4), number(tail[end...], 16, 4))
        // All ones stand for a directory past 4 GiB, which no document reaches.
        guard offset + length <= size - reach + end else { return .truncated }
        let directory = try file.bytes(at: offset, count: min(length, 1_000_000))
        var names: [String] = []
        var place = 0
        while place + 46 <= directory.count, directory[place...].starts(with: [0x50, 0x4B, 0x01, 0x02]) {
            if number(directory[...], place + 8, 2) & 1 == 1 { return .encrypted }
            let nameLength = number(directory[...], place + 28, 2)
            names.append(String(decoding: directory[(place + 46)...].prefix(nameLength), as: UTF8.self))
            place += 46 + nameLength + number(directory[...], place + 30, 2) + number(directory[...], place + 32, 2)
        }
        let small = name.lowercased()
        let folders = [(".doc", "word/"), (".xls", "xl/"), (".ppt", "ppt/")]
        for (ending, folder) in folders where small.hasSuffix(ending + "x") || small.hasSuffix(ending + "m") {
            return names.contains { $0.hasPrefix(folder) } ? nil : .mistyped(.zip)
        }
        return nil
    }

    /// Office encrypts a file into a compound file with a stream `EncryptedPackage` ([MS-OFFCRYPTO], 2.3.4.4), which stands in
    /// its directory, whose first sector the header names ([MS-CFB], 2.2).
    private static func isEncryptedOffice(
        _ file: borrowing Handle,
        _ head: ArraySlice<UInt8>
    ) throws(DossierError) -> Bool {
        guard head.count >= 512 else { return false }
        let shift = Int(head[30]) | Int(head[31]) << 8
        let sector = (0..<4).reduce(0) { $0 | Int(head[48 + $1]) << (8 * $1) }
        guard (9...12).contains(shift) else { return false }
        let directory = try file.bytes(at: (sector + 1) << shift, count: 8192)[...]
        let name = "EncryptedPackage".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        return place(of: name, in: directory) != nil
    }
}
