import Regulation
import Submissions

/// Whether files can come with an action, judged before anything of them is kept.
enum DocumentCheck {
    /// - Throws: ``EngineError/misread(path:_:)`` that names the first that cannot.
    static func check(_ documents: [IncomingDocument]) throws {
        for (place, document) in documents.enumerated() {
            guard let defect = defect(of: document) else { continue }
            throw EngineError.misread(path: "documents.\(place)", .document(shown(document.name), defect))
        }
    }

    private static func defect(of document: IncomingDocument) -> DocumentDefect? {
        if !isName(document.name) { return .name }
        if FileLeftover(named: document.name) != nil { return .leftover }
        if !isMediaType(document.mediaType) { return .mediaType(document.mediaType) }
        if document.size == 0 { return .empty }
        if let bytes = document.bytes, bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) { return .blank }
        return nil
    }

    private static func isName(_ name: String) -> Bool {
        !name.allSatisfy(\.isWhitespace) && name.utf8.count <= 255 && name.unicodeScalars.allSatisfy(isVisible)
    }

    /// As in a dossier: control characters and line ends break lists, marks of direction disguise names.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isBidiControl && scalar.value != 0x200B && scalar.value != 0xFEFF
        }
    }

    private static func shown(_ name: String) -> String {
        name.unicodeScalars.map { isVisible($0) ? String($0) : "\\u{\(String($0.value, radix: 16, uppercase: true))}" }
            .joined()
    }

    /// RFC 6838, without parameters, which could hold any text.
    private static func isMediaType(_ text: String) -> Bool {
        let names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return text.utf8.count <= 127 && names.count == 2
            && names.allSatisfy { name in
                guard let first = name.first, isAlphanumeric(first) else { return false }
                return name.allSatisfy { isAlphanumeric($0) || "!#$&^_.+-".utf8.contains($0) }
            }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
