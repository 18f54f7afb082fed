/// What the log was when it had so many leaves: one line of the heads file.
public struct TreeHead: Hashable, Sendable {
    /// The number of leaves.
    public let size: Int

    /// The root over these leaves.
    public let root: Digest

    /// Names a state of the log.
    ///
    /// - Precondition: the size is not negative.
    public init(size: Int, root: Digest) {
        precondition(size >= 0, "a log has no fewer than 0 leaves")
        self.size = size
        self.root = root
    }
}

extension TreeHead: LosslessStringConvertible {
    /// Reads a line without its newline: the size in decimal, one space, the root in lowercase hexadecimal.
    ///
    /// A head has one spelling; a sign, a leading zero, other white space or uppercase gives nil.
    public init?(_ description: String) {
        let parts = description.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let size = Int(parts[0]), size >= 0, String(size) == parts[0],
            let root = Digest(hex: parts[1])
        else { return nil }
        self.init(size: size, root: root)
    }

    /// The line, without a newline.
    public var description: String {
        "\(size) \(root)"
    }
}
