import Regulation
import Submissions

/// Holds jurisdictions against the procedures, calendars and headings they name.
struct JurisdictionCrossCheck {
    let procedures: [ConfigCheck.Read<ProcedureReader.Reading>]
    let jurisdictions: [ConfigCheck.Read<JurisdictionReader.Reading>]
    /// The names of their files.
    let calendars: [String]
    let tables: [DossierTable]

    func run() {
        for read in jurisdictions {
            checkNames(read)
            checkClocks(read)
            checkTexts(read)
            checkBundles(read)
            checkReliance(read)
            checkFootings(read)
            checkCategories(read)
            checkValidity(read)
            checkHeadings(read)
        }
    }

    private func checkNames(_ read: ConfigCheck.Read<JurisdictionReader.Reading>) {
        let code = read.value.jurisdiction.code
        if read.stem != code.rawValue {
            read.findings.error("the jurisdiction ‘\(code)’ belongs in a file of its name, \(code).yaml", at: .start)
        }
        check(read.value.calendar, "calendar", among: calendars, read.findings)
        for use in read.value.tree.calendars where use.name != read.value.calendar.name {
            check(use, "calendar", among: calendars, read.findings)
        }
        for use in read.value.procedures { check(use, "procedure", among: procedures.map(\.stem), read.findings) }
    }

    private func check(_ use: Use<String>, _ noun: String, among names: [String], _ findings: Findings) {
        guard !names.contains(use.name) else { return }
        findings.error("unknown \(noun) ‘\(use.name)’\(Suggestion.text(for: use.name, among: names))", at: use.place)
    }

    /// A clock that its procedure never starts would look like a rule and do nothing.
    private func checkClocks(_ read: ConfigCheck.Read<JurisdictionReader.Reading>) {
        for (procedure, clock) in read.value.clocks {
            guard let other = procedures.first(where: { $0.stem == procedure }) else { continue }
            let names = other.value.procedure.clocks.map(\.rawValue)
            guard !names.contains(clock.name) else { continue }
            let suggestion = Suggestion.text(for: clock.name, among: names)
            let message = "the procedure ‘\(procedure)’ has no clock ‘\(clock.name)’\(suggestion)"
            read.findings.error(message, at: clock.place)
        }
    }

    /// A case of a text would be held against no rule at all.
    private func checkTexts(_ read: ConfigCheck.Read<JurisdictionReader.Reading>) {
        let jurisdiction = read.value.jurisdiction
        for rule in jurisdiction.routes + jurisdiction.tracks where !rule.bindsAdvertising {
            guard procedures.first(where: { $0.stem == rule.procedure })?.value.procedure.asksWhatMayBeTold == true,
                let use = read.value.procedures.first(where: { $0.name == rule.procedure })
            else { continue }
            let message =
                "the procedure ‘\(rule.procedure)’ asks what may be told, so the track has ‘binds: [advertising]’"
            read.findings.error(message, at: use.place)
        }
    }

    /// A track would name a hub that nobody could open, or that would wait for nobody.
    private func checkBundles(_ read: ConfigCheck.Read<JurisdictionReader.Reading>) {
        let windows = jurisdictions.map(\.value.jurisdiction).filter { $0.hub != nil }
        let hubs = windows.flatMap(\.tracks).filter { rule in
            rule.isOfProduct
                && procedures.first { $0.stem == rule.procedure }?.value.procedure.awaitsMembers ?? false
        }.map(\.name.rawValue)
        var seen: [RouteName: RouteName] = [:]
        for entry in read.value.tree["tracks"]?.entries ?? [] {
            for version in entry.value.elements {
                guard let tree = version["bundle"]?["hub"], case .scalar(let name) = tree.content else { continue }
                if !hubs.contains(name) {
                    let suggestion = Suggestion.text(for: name, among: hubs)
                    let message =
                        "‘\(name)’ is no hub\(suggestion): that is a track of the product, where ‘hub’ is, whose procedure awaits members"
                    read.findings.error(message, at: tree.place)
                }
                checkJoining(version, read.findings)
                let track = RouteName(entry.key)
                if let other = seen.updateValue(track, forKey: RouteName(name)), other != track {
                    read.findings.error("‘\(other)’ takes part in bundles of ‘\(name)’ already", at: tree.place)
                }
            }
        }
    }

    /// A case would be meant to join that has no action for it.
    private func checkJoining(_ version: Tree, _ findings: Findings) {
        guard let joins = version["bundle"]?["joins"], case .scalar(let name) = version["procedure"]?.content,
            let procedure = procedures.first(where: { $0.stem == name })?.value.procedure, procedure.joining == nil
        else { return }
        let message = "a running case joins by an action with ‘bundle.join’; ‘\(name)’ has none"
        findings.error(message, at: joins.place)
    }

    /// What rests on approvals elsewhere is judged by its procedure alone: one that never asks would let it be filed closed.
    private func checkReliance(_ read: ConfigCheck.Read<JurisdictionReader.Reading>) {
        let relying = read.value.jurisdiction.routes.filter(\.relies).map(\.procedure)
        for use in read.value.procedures where relying.contains(use.name) {
            guard procedures.first(where: { $0.stem == use.name })?.value.procedure.asksWhetherRouteIsOpen == false
            else { continue }
            let message = "a route with ‘references’ needs a procedure that asks ‘route.open’; ‘\(use.name)’ never does"
            read.findings.error(message, at: use.place)
            return
        }
    }

    /// A change could be told of, and never be put in any category.
    private func checkCategories(_ read: ConfigCheck.Read<JurisdictionReader.Reading>) {
        let jurisdiction = read.value.jurisdiction
        guard jurisdiction.changes.isEmpty else { return }
        for use in read.value.procedures where jurisdiction.tracks.contains(where: { $0.procedure == use.name }) {
            guard procedures.first(where: { $0.stem == use.name })?.value.procedure.asksForChangeCategory == true else {
                continue
            }
            read.findings.error(
                "‘\(use.name)’ asks for a category of change, so there are some under ‘changes’",
                at: use.place
            )
            return
        }
    }

    /// A footing that no track can state would leave every change of the category to an officer.
    private func checkFootings(_ read: ConfigCheck.Read<JurisdictionReader.Reading>) {
        let jurisdiction = read.value.jurisdiction
        for tree in read.value.tree["changes"]?.elements ?? [] {
            guard case .scalar(let id)? = tree["id"]?.content, let place = tree["under"]?.place,
                let footing = jurisdiction.changes.first(where: { $0.id == id })?.footing
            else { continue }
            let stated = jurisdiction.tracks.filter { $0.name == footing.track }.compactMap { track in
                procedures.first { $0.stem == track.procedure }?.value.procedure.factsSet
            }
            if stated.isEmpty {
                let names = jurisdiction.tracks.map(\.name.rawValue)
                let suggestion = Suggestion.text(for: footing.track.rawValue, among: names)
                read.findings.error("there is no track ‘\(footing.track)’\(suggestion)", at: place)
            } else if !stated.contains(where: { $0.contains(FactName(footing.fact)) }) {
                read.findings.error("no case of the track ‘\(footing.track)’ states ‘\(footing.fact)’", at: place)
            }
        }
    }

    private func checkHeadings(_ read: ConfigCheck.Read<JurisdictionReader.Reading>) {
        guard let table = tables.first(where: { $0.id == "imdrf-toc" }) else { return }
        let known = HeadingSet(table)
        for use in read.value.headings where !known.contains(use.name) {
            read.findings.error("the IMDRF Table of Contents has no heading ‘\(use.name)’", at: use.place)
        }
    }
}

extension Tree {
    /// Every calendar that stands under the key `calendar`, at any depth.
    fileprivate var calendars: [Use<String>] {
        switch content {
        case .scalar: []
        case .list(let elements): elements.flatMap(\.calendars)
        case .mapping(let entries):
            entries.flatMap { entry -> [Use<String>] in
                guard entry.key == "calendar", case .scalar(let id) = entry.value.content else {
                    return entry.value.calendars
                }
                return [Use(id, entry.value.place)]
            }
        }
    }
}

/// The headings of the IMDRF Table of Contents, with the folders of single studies below those that hold them.
struct HeadingSet {
    private let headings: Set<HeadingCode>
    private let studies: [HeadingCode]

    init(_ table: DossierTable) {
        headings = Set(table.headings.compactMap { HeadingCode($0.code) })
        studies = table.headings.filter(\.holdsStudies).compactMap { HeadingCode($0.code) }
    }

    func contains(_ heading: HeadingCode) -> Bool {
        headings.contains(heading) || studies.contains { $0.contains(heading) }
    }
}
