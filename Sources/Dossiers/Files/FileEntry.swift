import Regulation

/// One name in a folder, as the file system has it: bytes, which need not be text.
struct FileEntry {
    enum Kind {
        case file, folder, symbolicLink, other
    }

    let name: [UInt8]
    let kind: Kind

    var isHidden: Bool { name.first == UInt8(ascii: ".") }

    /// Whether a system put it there for itself, whatever it is.
    var isOfTheSystem: Bool { FileLeftover(named: String(decoding: name, as: UTF8.self)) == .ofTheSystem }

    /// The name as text; `nil` where it is not valid UTF-8 or holds what a person cannot see.
    var text: String? {
        guard let text = String(validating: name, as: UTF8.self), text.unicodeScalars.allSatisfy(Self.isVisible) else {
            return nil
        }
        return text
    }

    /// The name with every byte or character that cannot be shown written as `\x…` or `\u{…}`.
    var escaped: String {
        guard let text = String(validating: name, as: UTF8.self) else {
            return name.map { byte in
                (0x20..<0x7F).contains(byte) ? String(UnicodeScalar(byte)) : "\\x" + Self.hexadecimal(UInt32(byte))
            }.joined()
        }
        return text.unicodeScalars.map { scalar in
            Self.isVisible(scalar) ? String(scalar) : "\\u{" + Self.hexadecimal(scalar.value) + "}"
        }.joined()
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        (value < 16 ? "0" : "") + String(value, radix: 16, uppercase: true)
    }

    /// Control characters and line separators break lists; the marks that turn writing direction disguise names.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
        }
    }
}
