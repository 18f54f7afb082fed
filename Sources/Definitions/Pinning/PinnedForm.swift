package import Regulation
package import Submissions

/// What a case is bound to: a definition without everything that decides nothing.
///
/// The text is canonical JSON (RFC 8785) of the file's tree: a mapping is an array of objects with one member each, in
/// the order of the file; a list is an array; every value is a string; an empty mapping is `{}`. Fragments are put
/// in first, so that it makes no difference what is written out and what is included. Comments, labels, names, sources, and
/// what only advice looks at are left out; confidence stays, because what is unconfirmed never decides alone. Equal texts mean
/// equal rules, so the digest of the text is what a case is pinned to.
package enum PinnedForm {
    /// The pinned form of the procedure in `file` with its fragments put in, which is checked first.
    ///
    /// - Throws: Every defect of the file and of its fragments, each with its place.
    package static func canonicalText(
        ofProcedure file: SourceFile,
        including fragments: Fragments = .none
    ) throws(Diagnostics) -> String {
        let tree = try ProcedureReader.sound(file, fragments).tree
        let kept = ProcedureReader.keys.filter { !ProcedureReader.unpinnedKeys.contains($0) }
        return PinnedText.write(tree.keeping(kept).withoutMarkers)
    }

    /// The procedure that `text` pins, without sources.
    ///
    /// - Throws: Diagnostics at places of the canonical text, when it was not written by this type.
    package static func procedure(fromCanonical text: String) throws(Diagnostics) -> Procedure {
        let findings = Findings(file: "pinned procedure")
        guard let tree = PinnedText.read(text, findings),
            let reading = ProcedureReader.read(tree, demandsSources: false, findings), !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        return reading.procedure
    }

    /// The rules of the jurisdiction in `file` that bind a case of `deviceClass` filed on `date` by `route`, which may
    /// be a track; nil when none are in force.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func canonicalText(
        ofJurisdiction file: SourceFile,
        zones: [String: Zone],
        route: RouteName,
        on date: CivilDate,
        for deviceClass: DeviceClass?
    ) throws(Diagnostics) -> String? {
        try PinnableJurisdiction(file, zones: zones).canonicalText(route: route, on: date, for: deviceClass)
    }

    /// The jurisdiction that `text` pins, with its one route, without names and sources.
    ///
    /// - Throws: Diagnostics at places of the canonical text, when it was not written by this type.
    package static func jurisdiction(fromCanonical text: String) throws(Diagnostics) -> Jurisdiction {
        let findings = Findings(file: "pinned jurisdiction")
        guard let tree = PinnedText.read(text, findings),
            let reading = JurisdictionReader.read(tree, zones: [:], isPinned: true, findings), !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        return reading.jurisdiction
    }
}
