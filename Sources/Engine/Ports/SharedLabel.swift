/// Where the words of a state or an action stand that mean the same in several procedures.
///
/// A procedure's own words win: `states.change.approved` before `states.common.approved`.
package enum SharedLabel {
    private static let groups = ["states.", "actions."]
    private static let owner = "common"

    /// `states.common.reading` for `states.reliance.reading`; nil for what no procedures share.
    package static func key(for key: String) -> String? {
        guard let group = groups.first(where: key.hasPrefix) else { return nil }
        let rest = key.dropFirst(group.count)
        guard let dot = rest.firstIndex(of: "."), rest[..<dot] != owner else { return nil }
        return group + owner + rest[dot...]
    }

    package static func isShared(_ key: String) -> Bool { groups.contains { key.hasPrefix("\($0)\(owner).") } }
}
