import ArgumentParser
import Definitions
import Engine
import Regulation
import Submissions
import Views

struct ProductCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "product",
        abstract: "Show the products over all their submissions: approvals, cases in course, what is owed and due.",
        subcommands: [List.self, Show.self, ProductDescribe.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the products of the workspace.",
            discussion: "EXAMPLES\n  tasuki product list\n  tasuki product list --format csv"
        )

        @OptionGroup var global: GlobalOptions
        @OptionGroup var output: FormatOption
        @OptionGroup var page: PageOptions

        @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
        var asOf: String?

        func run() async throws {
            try await global.run { workspace, labels in
                let instant = try await AsOf.instant(asOf, in: workspace.tasuki)
                let found = try await workspace.tasuki.portfolio(
                    after: page.after.map { ProductID($0) },
                    limit: page.limit + 1,
                    asOf: instant,
                    in: labels.language,
                    reading: ManifestText.read
                )
                let products = Array(found.prefix(page.limit))
                page.tellOfMore(after: found.count > page.limit ? products.last?.product.rawValue : nil, labels)
                let text = ProductText(labels: labels)
                try output.print(text.answer(products) { text.list(products, width: $0) })
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one product, country by country.",
            discussion: """
                A star marks what no official source confirms. An end that nobody recorded is computed from the rule \
                of the country and says so.

                EXAMPLES
                  tasuki product show kazami-colon-cade
                  tasuki product show kazami-colon-cade --lang ja --as-of 2026-12-31
                  tasuki product show kazami-colon-cade --format json
                """
        )

        @OptionGroup var global: GlobalOptions
        @OptionGroup var output: FormatOption

        @Argument(help: "The product, by its id.")
        var product: String

        @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
        var asOf: String?

        func run() async throws {
            try await global.run { workspace, labels in
                let id = try await workspace.tasuki.product(named: product)
                let products = try await workspace.portfolio(of: id, asOf: asOf, in: labels.language)
                guard !products.isEmpty else { throw EngineError.productNotKnownYet(id) }
                let text = ProductText(labels: labels)
                try output.print(
                    text.answer(products) { width in
                        products.map { text.show($0, width: width) }.joined(separator: "\n\n")
                    }
                )
            }
        }
    }
}

extension Workspace {
    func portfolio(of product: ProductID, asOf: String?, in language: String) async throws -> [Portfolio] {
        let instant = try await AsOf.instant(asOf, in: tasuki)
        return try await tasuki.portfolio(of: product, asOf: instant, in: language, reading: ManifestText.read)
    }
}

/// Manifests as they lie in the vault.
enum ManifestText {
    static let read: ManifestReading = { bytes in
        String(validating: bytes, as: UTF8.self).flatMap { text in
            try? ManifestReader.manifest(from: SourceFile(path: "submission.yaml", text: text))
        }
    }
}
