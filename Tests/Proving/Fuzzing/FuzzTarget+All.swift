extension FuzzTarget {
    /// The targets that need neither a store nor a server.
    package static func core(_ files: SeedFiles) throws -> [FuzzTarget] {
        try groups.flatMap { try $0(files) }
    }

    /// The target of this name, made without the others; nil where there is none.
    package static func core(_ name: String, _ files: SeedFiles) throws -> FuzzTarget? {
        for group in groups {
            if let target = try group(files).first(where: { $0.name == name }) { return target }
        }
        return nil
    }

    private static let groups: [@Sendable (SeedFiles) throws -> [FuzzTarget]] = [
        { try [texts(), json($0), tables()] }, { try yaml($0) }, { try log($0) }, { try dossiers($0) },
        { try pinned($0) },
    ]
}
