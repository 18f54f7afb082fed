package import Engine
package import Regulation
import Submissions

extension Tasuki {
    /// One product with what is due in the next quarter, or products of the workspace in the order of their ids.
    ///
    /// - Parameters:
    ///   - product: Only this product.
    ///   - last: The products after this one.
    ///   - limit: At most so many products.
    ///   - instant: The instant of the look; now where it is absent.
    ///   - language: The language of the product's name.
    ///   - reading: Reads a manifest, for the name of the product.
    /// - Returns: The products; none where there is no such product.
    /// - Throws: What the store or the definitions cannot read.
    package func portfolio(
        of product: ProductID? = nil,
        after last: ProductID? = nil,
        limit: Int = 200,
        asOf instant: Instant? = nil,
        in language: String = "en",
        reading: @escaping ManifestReading
    ) async throws -> [Portfolio] {
        try await store.read { reader in
            let products = try product.map { [$0] } ?? reader.products(after: last, limit: limit)
            return try products.compactMap { product in
                let submissions = try self.submissions(of: product, through: instant, reader)
                guard !submissions.isEmpty else { return nil }
                let names = submissions.reversed().lazy.compactMap {
                    self.productName($0.opened, in: language, reading)
                }
                return try self.portfolio(product, names.first, submissions, instant, reader)
            }
        }
    }

    private func portfolio(
        _ product: ProductID,
        _ name: String?,
        _ submissions: [Submission],
        _ instant: Instant?,
        _ reader: any StoreReader
    ) throws -> Portfolio {
        let due = try due(in: submissions, within: .quarter, asOf: instant, reader)
        let library = try library(asOf: instant, reader)
        var rows: [Portfolio.RunningCase] = []
        for submission in submissions {
            for subject in submission.cases where !subject.isOver && subject.replacedBy == nil {
                let row = try row(subject, of: submission, at: due.asOf, library)
                // A case that waits for nobody has come to its rest: what it reached is its approval.
                if row.turn != .nobody { rows.append(.init(row: row)) }
            }
        }
        let holdings = try holdings(of: submissions, at: due.asOf, zone: due.zone)
        let codes =
            submissions.flatMap { $0.opened.targets.map(\.jurisdiction) + $0.cases.map(\.jurisdiction) }
            + holdings.map(\.approval.jurisdiction)
        return Portfolio(
            product: product,
            name: name,
            submissions: submissions.map {
                .init(
                    name: $0.name,
                    productVersion: $0.opened.productVersion,
                    claims: $0.opened.claims,
                    version: $0.version
                )
            },
            countries: Set(codes).sorted().map { code in
                Portfolio.Country(
                    code: code,
                    holdings: holdings.filter { $0.approval.jurisdiction == code },
                    courses: rows.filter { $0.row.jurisdiction == code },
                    obligations: due.obligations.filter { $0.jurisdiction == code },
                    due: due.items.filter { $0.jurisdiction == code }
                )
            },
            due: due.items,
            asOf: due.asOf,
            zone: due.zone,
            isSimulated: due.isSimulated,
            through: due.through
        )
    }

    private func holdings(
        of submissions: [Submission],
        at moment: Instant,
        zone: Zone
    ) throws -> [Portfolio.Holding] {
        let configured = try world.definitions.jurisdictions()
        let repeated = Register.repeated(in: submissions)
        return submissions.flatMap { submission in
            submission.approvals.filter { repeated[submission.name]?.contains($0.id) != true }.map { approval in
                let rules = configured.first { $0.code == approval.jurisdiction }
                let term = ApprovalTerm(of: approval, of: submission, in: rules)
                let today = (rules?.zone ?? zone).civilDate(at: moment)
                return Portfolio.Holding(
                    submission: submission.name,
                    approval: approval,
                    term: term,
                    isDeclared: submission.isDeclared(approval),
                    hasEnded: term.end.map { $0.latest < today } ?? false
                )
            }
        }
    }
}
