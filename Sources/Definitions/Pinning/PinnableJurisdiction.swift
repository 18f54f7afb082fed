package import Regulation

/// The file of a jurisdiction, read and checked once, to give the rules that bind on any day.
///
/// Reading the file takes a thousand times as long as writing one of its pinned forms.
package struct PinnableJurisdiction: Sendable {
    private let jurisdiction: Jurisdiction
    private let tree: Tree

    /// - Throws: Every defect of the file, each with its place.
    package init(_ file: SourceFile, zones: [String: Zone]) throws(Diagnostics) {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings),
            let reading = JurisdictionReader.read(tree, zones: zones, isPinned: false, findings), !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        jurisdiction = reading.jurisdiction
        self.tree = reading.tree
    }

    /// The rules that bind a case of `deviceClass` filed on `date` by `route`, which may be a track; nil when none are
    /// in force.
    package func canonicalText(route: RouteName, on date: CivilDate, for deviceClass: DeviceClass?) -> String? {
        let isRoute = jurisdiction.routes.contains { $0.name == route }
        let versions = tree[isRoute ? "routes" : "tracks"]?[route.rawValue]?.elements ?? []
        let rules = (isRoute ? jurisdiction.routes : jurisdiction.tracks).filter { $0.name == route }
        guard rules.count == versions.count, let index = rules.lastIndex(where: { $0.isInForce(on: date) }) else {
            return nil
        }
        let binding = Binding(date: date, deviceClass: deviceClass)
        return PinnedText.write(
            tree.pinned(route: route, version: versions[index], of: jurisdiction, as: rules[index], binding)
        )
    }
}
