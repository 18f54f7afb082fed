package import Engine
package import Regulation

extension Tasuki {
    /// The product of that id.
    ///
    /// - Throws: ``EngineError/noSuchProduct(_:known:)`` with some of those there are where there is none.
    package func product(named text: String) async throws -> ProductID {
        let id = ProductID(text)
        return try await store.read { reader in
            guard try reader.submissions(of: id, after: nil, limit: 1).isEmpty else { return id }
            throw EngineError.noSuchProduct(id, known: try reader.products(after: nil, limit: 50))
        }
    }
}
