import CanonicalJSON

/// Lifts a leaf of an earlier version to the newest one, a version at a time.
///
/// Only what is read is lifted: the bytes in the log, and with them every proof, stay as they were written.
struct Upcaster: Sendable {
    /// The steps of all releases so far: none before 1.0, for until then a change edits the form in place.
    static let released = Upcaster(first: 2, steps: [])

    /// The oldest version that is read.
    ///
    /// Version 1 is of no release, and its number is not given to another form.
    let first: Int
    /// The step from the first version to the one after it comes first; there is no gap.
    let steps: [any UpcastingStep.Type]

    var newestVersion: Int { first + steps.count }

    /// The leaf as the newest version would have written it.
    ///
    /// - Throws: a defect at `v` where the version is missing, older than the first, or newer than the newest known;
    ///   else what a step throws.
    func lift(_ leaf: JSONValue) throws(EventDefect) -> JSONValue {
        guard case .object(var members) = leaf else { throw leaf.wrongKind(expected: "an object") }
        var version = try version(of: members)
        guard version < newestVersion else { return leaf }
        while version < newestVersion {
            members = try steps[version - first].lift(members)
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
        guard version >= first else { throw EventDefect(path: "v", .outOfRange(version, least: first, greatest: nil)) }
        guard version <= newestVersion else {
            throw EventDefect(path: "v", .newerVersion(version, newestKnown: newestVersion))
        }
        return version
    }
}

/// What changed from one version of the form to the next.
protocol UpcastingStep: SendableMetatype {
    /// Turns the members of a leaf of one version into those of the next; `v` is set by the chain.
    static func lift(_ members: [String: JSONValue]) throws(EventDefect) -> [String: JSONValue]
}
