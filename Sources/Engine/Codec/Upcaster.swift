import CanonicalJSON

/// Lifts a leaf of an earlier version to the newest one, a version at a time.
///
/// Only what is read is lifted: the bytes in the log, and with them every proof, stay as they were written.
struct Upcaster: Sendable {
    /// The steps of all releases so far.
    static let released = Upcaster(steps: [WiderLife.self])

    /// The step from version 1 to 2 first, without a gap.
    let steps: [any UpcastingStep.Type]

    var newestVersion: Int { steps.count + 1 }

    /// The leaf as the newest version would have written it.
    ///
    /// - Throws: a defect at `v` where the version is missing, no version, or newer than the newest known; else what
    ///   a step throws.
    func lift(_ leaf: JSONValue) throws(EventDefect) -> JSONValue {
        guard case .object(var members) = leaf else { throw leaf.wrongKind(expected: "an object") }
        var version = try version(of: members)
        guard version < newestVersion else { return leaf }
        while version < newestVersion {
            members = try steps[version - 1].lift(members)
            version += 1
            members["v"] = version.leafForm
        }
        return .object(members)
    }

    /// Whether a leaf is of the newest version, so that nothing has to be lifted.
    ///
    /// - Throws: as ``lift(_:)``.
    func isNewest(_ leaf: CanonicalValue) throws(EventDefect) -> Bool {
        guard leaf.isObject else { throw leaf.wrongKind(expected: "an object") }
        guard let member = leaf["v"], member.integerValue == Int64(newestVersion) else {
            guard case .object(let members) = JSONValue(leaf) else { return false }
            return try version(of: members) == newestVersion
        }
        return true
    }

    private func version(of members: [String: JSONValue]) throws(EventDefect) -> Int {
        guard let member = members["v"] else { throw EventDefect(path: "v", .missing) }
        let version: Int
        do throws(EventDefect) {
            version = try Int(leafForm: member)
        } catch {
            throw error.under("v")
        }
        guard version >= 1 else { throw EventDefect(path: "v", .outOfRange(version, least: 1, greatest: nil)) }
        guard version <= newestVersion else {
            throw EventDefect(path: "v", .newerVersion(version, newestKnown: newestVersion))
        }
        return version
    }
}

/// From version 1 to 2: all that is new may be left out, so every leaf of version 1 says the same in version 2.
enum WiderLife: UpcastingStep {
    static func lift(_ members: [String: JSONValue]) -> [String: JSONValue] { members }
}

/// What changed from one version of the form to the next.
protocol UpcastingStep: SendableMetatype {
    /// Turns the members of a leaf of one version into those of the next; `v` is set by the chain.
    static func lift(_ members: [String: JSONValue]) throws(EventDefect) -> [String: JSONValue]
}
