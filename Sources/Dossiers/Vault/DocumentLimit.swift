/// How large one document may be.
package enum DocumentLimit {
    /// The most bytes that a document may have: 200 MB, the most that common electronic gateways take in one file.
    package static let bytes = 200_000_000
}
