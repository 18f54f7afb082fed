package import Engine
package import Regulation
package import Submissions

/// Documents of a product, and where they were filed.
package struct DocumentSearch: Hashable, Sendable {
    /// A filing whose list of documents is in no form that can be read.
    package struct Unread: Hashable, Sendable {
        package let submission: SubmissionName
        package let filing: Filing
    }

    package let product: ProductID
    /// In the order of their headings.
    package let trails: [DocumentTrail]
    package let unread: [Unread]
}

extension Tasuki {
    /// The documents that `query` names, in every filing of the submission and of the product's other submissions.
    ///
    /// - Throws: ``EngineError/missingDocument(_:)`` where the vault lacks the list of a filing.
    package func documents(_ query: DocumentQuery, of name: SubmissionName) async throws -> DocumentSearch {
        try await store.read { reader in
            let all = try self.documents(of: name, reader)
            return DocumentSearch(
                product: all.product,
                trails: all.trails.filter(query.matches),
                unread: all.unread
            )
        }
    }

    func documents(of name: SubmissionName, _ reader: any StoreReader) throws -> DocumentSearch {
        let product = try loaded(name, in: reader).opened.product
        let others = try submissionNames(of: product, reader)
        var filed: [FiledDocument] = []
        var unread: [DocumentSearch.Unread] = []
        for submission in ([name] + others).uniqued() {
            guard let found = FilingReader(try reader.history(of: submission, through: nil))?.found else { continue }
            for filing in found {
                let revision = filing.filing.revision
                guard let bytes = try world.vault.bytes(of: revision) else {
                    throw EngineError.missingDocument(revision)
                }
                guard let list = FrozenList(bytes: bytes) else {
                    unread.append(.init(submission: submission, filing: filing.filing))
                    continue
                }
                let texts = try reader.texts(Array(filing.names.values)).mapValues(\.text)
                filed += list.entries.map { filing.document($0, texts: texts) }
            }
        }
        return DocumentSearch(product: product, trails: DocumentTrail.trails(of: filed), unread: unread)
    }

    /// By the number of a filing: the countries for which a dossier was filed, or the cases in which something was filed
    /// by an act.
    package func filingPlaces(of name: SubmissionName) async throws -> [Int: [String]] {
        try await store.read { reader in
            let found = FilingReader(try reader.history(of: name, through: nil))?.found ?? []
            let places = found.map { filing in
                let names = filing.cases.map(\.name.rawValue)
                return (filing.filing.number, filing.targets.isEmpty ? names : filing.targets.map(\.rawValue))
            }
            return Dictionary(places) { first, _ in first }
        }
    }
}
