package import Engine
package import Regulation
package import Submissions

extension Budget {
    /// The budget of a product that only a manifest describes: everything is still to come.
    package init(
        of submission: Submission,
        category: SoftwareCategory?,
        on date: CivilDate,
        in jurisdictions: [Jurisdiction]
    ) {
        let builder = BudgetBuilder(
            submission: submission,
            configured: Dictionary(jurisdictions.map { ($0.code, $0) }) { first, _ in first },
            bound: [:],
            category: category,
            today: date
        )
        self.init(
            product: submission.opened.product,
            on: date,
            lines: builder.lines,
            yearly: builder.yearly,
            unstated: builder.unstated
        )
    }
}

extension Tasuki {
    /// What one submission costs, by its ledgers, and by the rules where nothing is recorded.
    package func budget(of name: SubmissionName, asOf instant: Instant? = nil) async throws -> Budget {
        try await store.read { reader in
            try self.budget(of: [try self.folded(name, through: instant, reader)], asOf: instant, reader)
        }
    }

    /// What all submissions of a product cost together.
    package func budget(of product: ProductID, asOf instant: Instant? = nil) async throws -> Budget {
        try await store.read { reader in
            try self.budget(of: try self.submissions(of: product, through: instant, reader), asOf: instant, reader)
        }
    }

    private func budget(
        of submissions: [Submission],
        asOf instant: Instant?,
        _ reader: any StoreReader
    ) throws -> Budget {
        let library = try library(asOf: instant, reader)
        let today = try reader.settings().zone.civilDate(at: try instant ?? now(reader))
        let jurisdictions = try world.definitions.jurisdictions()
        // Yearly fees fall due within a year; those of a day known only in part within two.
        let duties = try due(in: submissions, within: Horizon(2, .years) ?? .quarter, asOf: instant, reader).items
        var (lines, yearly): ([BudgetLine], [YearlyFee]) = ([], [])
        var unstated: [BudgetLine.Place] = []
        for submission in submissions {
            var bound: [CaseName: RouteRule] = [:]
            for subject in submission.cases { bound[subject.name] = try library.rules(subject.rules)?.boundRoute }
            let builder = BudgetBuilder(
                submission: submission,
                configured: Dictionary(jurisdictions.map { ($0.code, $0) }) { first, _ in first },
                bound: bound,
                category: category(of: submission),
                today: today,
                duties: duties
            )
            lines += builder.lines
            yearly += builder.yearly
            unstated += builder.unstated
        }
        let product = submissions.first?.opened.product ?? ProductID("")
        return Budget(product: product, on: today, lines: lines, yearly: yearly, unstated: unstated)
    }
}
