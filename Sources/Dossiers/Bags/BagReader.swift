/// Checks a bag without trusting anything in it.
package enum BagReader {
    /// Everything that is wrong with the bag in `folder`; empty where it is whole.
    ///
    /// Stricter than RFC 8493 in two ways: the tag manifest must be there, and every file beside `data` must be in it,
    /// so that nothing can be slipped in. Digests other than SHA-256 are not computed.
    package static func verify(folder: String) -> [BagDefect] {
        do {
            let root = try Handle.folder(at: folder)
            var check = BagCheck()
            try check.list(root, under: "")
            try check.verify(root)
            return check.defects
        } catch {
            return [BagCheck.defect(error, path: folder)]
        }
    }
}
