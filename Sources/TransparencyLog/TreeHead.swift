import CanonicalJSON

/// What the log was when it had so many leaves: one line of the heads file.
package struct TreeHead: Hashable, Sendable {
    /// The number of leaves.
    package let size: Int

    /// The root over these leaves.
    package let root: Digest

    /// Names a state of the log.
    ///
    /// - Precondition: the size is not negative.
    package init(size: Int, root: Digest) {
        precondition(size >= 0, "a log has no fewer than 0 leaves")
        self.size = size
        self.root = root
    }
}

extension TreeHead: LosslessStringConvertible {
    /// Reads a line without its newline: the size in decimal, one space, the root in lowercase hexadecimal.
    ///
    /// A head has one spelling; a sign, a leading zero, other white space or uppercase gives nil.
    package init?(_ description: String) {
        var text = description
        guard let head = text.withUTF8({ TreeHead(line: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = head
    }

    /// Reads a line where it lies, in the same one spelling.
    package init?(line: UnsafeRawBufferPointer) {
        guard let space = line.firstIndex(of: UInt8(ascii: " ")), 1...18 ~= space,
            line.count == space + 1 + 2 * Digest.byteCount, space == 1 || line[0] != UInt8(ascii: "0")
        else { return nil }
        var size = 0
        for byte in line[..<space] {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
            size = size * 10 + Int(byte - UInt8(ascii: "0"))
        }
        let root: Digest? = withUnsafeTemporaryAllocation(byteCount: Digest.byteCount, alignment: 8) { bytes in
            for index in 0..<Digest.byteCount {
                let (one, other) = (line[space + 1 + 2 * index], line[space + 2 + 2 * index])
                guard let high = Hexadecimal.value(one), let low = Hexadecimal.value(other),
                    Hexadecimal.digit(high) == one, Hexadecimal.digit(low) == other
                else { return nil }
                bytes[index] = high << 4 | low
            }
            return Digest(copying: UnsafeRawBufferPointer(bytes))
        }
        guard let root else { return nil }
        self.init(size: size, root: root)
    }

    /// The line, without a newline.
    package var description: String {
        "\(size) \(root)"
    }
}
