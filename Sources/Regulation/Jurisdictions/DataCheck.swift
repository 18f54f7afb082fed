/// An item of the checklist that a developer goes through before data of a provider are used.
package struct DataCheck: Hashable, Sendable {
    package let id: String
    package let source: Source

    package init(id: String, source: Source) {
        self.id = id
        self.source = source
    }
}
