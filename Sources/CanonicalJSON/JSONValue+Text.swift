extension JSONValue {
    /// Reads one JSON document, and nothing beside it.
    ///
    /// Strict RFC 8259: no byte order mark, comments, trailing commas or bytes after the value. What RFC 7493
    /// (I-JSON) leaves to luck elsewhere is refused too: duplicate keys, lone surrogates, invalid UTF-8, and
    /// integers that a double would change. The order of members is not kept.
    /// - Throws: the first ``JSONDefect``, with its place.
    package init(parsing bytes: some Collection<UInt8>) throws(JSONDefect) {
        var parser = JSONParser(bytes: Array(bytes))
        self = try parser.document()
    }

    /// The canonical form of RFC 8785 in UTF-8: the bytes that are hashed.
    ///
    /// - Precondition: every ``number(_:)`` inside is finite.
    package func canonicalBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        CanonicalJSON.append(self, to: &bytes)
        return bytes
    }

    /// The canonical form of RFC 8785 as text.
    ///
    /// - Precondition: every ``number(_:)`` inside is finite.
    package func canonicalText() -> String {
        String(decoding: canonicalBytes(), as: UTF8.self)
    }

    /// The value for people: one member or element a line, keys in canonical order, no newline at the end.
    ///
    /// Without its insignificant white space it is the canonical form. The indent is in spaces for each level.
    /// - Precondition: every ``number(_:)`` inside is finite.
    package func prettyText(indent: Int = 2) -> String {
        var writer = PrettyJSON(indent: indent)
        writer.write(self, level: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
