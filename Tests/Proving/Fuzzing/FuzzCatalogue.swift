/// Every target by its name.
package enum FuzzCatalogue {
    /// Those that need a workspace, a server or the command line; each is made only when it is asked for.
    private static let services: [(name: String, make: @Sendable (SeedFiles) async throws -> FuzzTarget)] = [
        ("http", { try await FuzzTarget.http($0) }), ("bag", { try await FuzzTarget.bag($0) }),
        ("heads-file", { try await FuzzTarget.headsFile($0) }),
        ("arguments", { _ in FuzzTarget.arguments() }), ("settings", { _ in FuzzTarget.settings() }),
    ]

    package static let serviceNames = services.map(\.name)

    package static func names(_ files: SeedFiles) throws -> [String] {
        try FuzzTarget.core(files).map(\.name) + serviceNames
    }

    /// The target of this name; nil where there is none.
    package static func target(_ name: String, _ files: SeedFiles) async throws -> FuzzTarget? {
        if let service = services.first(where: { $0.name == name }) { return try await service.make(files) }
        return try FuzzTarget.core(name, files)
    }
}
