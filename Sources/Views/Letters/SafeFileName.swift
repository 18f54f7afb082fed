/// The name under which a document is written to a disk.
package enum SafeFileName {
    /// `name` as one file's name on every common system, or `fallback` where nothing is left of it.
    ///
    /// Whoever sent the document chose its name: it may hold the way to another folder, begin like an option or a hidden
    /// file, or be one that Windows keeps for a device.
    package static func of(_ name: String, else fallback: String) -> String {
        let cleaned = String(String.UnicodeScalarView(name.unicodeScalars.map { isPlain($0) ? $0 : "_" }))
        var part = cleaned[...]
        while let first = part.first, first == "." || first == "-" || first.isWhitespace { part = part.dropFirst() }
        while let last = part.last, last == "." || last.isWhitespace { part = part.dropLast() }
        var safe = String(part)
        if safe.allSatisfy({ $0 == "_" }) { safe = fallback }
        let stem = safe.prefix { $0 != "." }.uppercased()
        if devices.contains(stem) { safe = "_" + safe }
        return shortened(safe)
    }

    private static let devices: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] }
    )

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: !#"/\:*?"<>|"#.unicodeScalars.contains(scalar)
        }
    }

    /// At most 255 bytes, the end kept, by which a system knows what kind of file it is.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > 255 else { return name }
        let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        let end = ending.utf8.count <= 20 ? ending : ""
        var start = name.dropLast(end.count)
        while start.utf8.count + end.utf8.count > 255 { start = start.dropLast() }
        return start + end
    }
}
