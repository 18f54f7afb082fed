/// What a file is by its first bytes, as far as documents of a dossier are concerned.
package enum FileKind: String, Hashable, Sendable, CaseIterable {
    case pdf
    /// Also Word, Excel and PowerPoint since 2007.
    case zip
    /// Word, Excel and PowerPoint before 2007, and what Office encrypts since.
    case compoundFile = "compound-file"
    case png, jpeg, gif, tiff, rtf, text, unknown

    /// The kind that the name of a file promises; `nil` where it promises none that is looked at.
    init?(ofName name: String) {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        guard let kind = Self.endings.first(where: { $0.value.contains(ending) })?.key else { return nil }
        self = kind
    }

    private static let endings: [FileKind: Set<String>] = [
        .pdf: ["pdf"], .zip: ["zip", "docx", "xlsx", "pptx", "docm", "xlsm", "pptm"],
        .compoundFile: ["doc", "xls", "ppt"], .png: ["png"], .jpeg: ["jpg", "jpeg"], .gif: ["gif"],
        .tiff: ["tif", "tiff"], .rtf: ["rtf"], .text: ["txt", "md", "csv", "html", "htm", "xml", "json"],
    ]

    /// The kind of a file that begins with `head`.
    init(ofBytes head: ArraySlice<UInt8>) {
        for (kind, signature) in Self.signatures where head.starts(with: signature) {
            self = kind
            return
        }
        // Before its header a PDF may hold anything, up to a kilobyte in practice (ISO 32000-1, annex H.3, note 13).
        if Self.place(of: Array("%PDF-".utf8), in: head.prefix(1024)) != nil {
            self = .pdf
        } else {
            self = Self.isText(head) ? .text : .unknown
        }
    }

    private static let signatures: [(FileKind, [UInt8])] = [
        (.pdf, Array("%PDF-".utf8)), (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
        (.compoundFile, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), (.jpeg, [0xFF, 0xD8, 0xFF]),
        (.gif, Array("GIF8".utf8)), (.tiff, [0x49, 0x49, 0x2A, 0x00]), (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
        (.rtf, Array("{\\rtf".utf8)),
    ]

    /// In whatever encoding: text holds no zero byte, unless it says that it is UTF-16.
    private static func isText(_ head: ArraySlice<UInt8>) -> Bool {
        head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || !head.contains(0)
    }

    /// Where `needle` begins in `bytes`, the last such place.
    static func place(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        for start in stride(from: bytes.endIndex - needle.count, through: bytes.startIndex, by: -1)
        where bytes[start] == first && bytes[start...].starts(with: needle) {
            return start
        }
        return nil
    }
}
