package import Engine
package import Regulation
package import Submissions
import Synchronization

/// Definitions that are parsed once and shared by every run: a seed must not pay for reading YAML.
///
/// All that it keeps is a pure function of the folder, so that one run leaves no trace in the next.
package final class SharedDefinitions: DefinitionSource {
    private struct RulesKey: Hashable {
        let code: JurisdictionCode
        let route: RouteName
        let date: CivilDate
        let deviceClass: DeviceClass?
    }

    private struct NamesKey: Hashable {
        let route: RouteName
        let stated: [String: String]
    }

    private struct Known {
        var procedures: [ProcedureID: String?] = [:]
        var rules: [RulesKey: String?] = [:]
        /// Texts by what they were made from, as the rules of two days are mostly the same.
        var bound: [Jurisdiction: String] = [:]
        var parsedProcedures: [String: Procedure] = [:]
        var parsedRules: [String: Jurisdiction] = [:]
        /// A pin is the digest of the text, so it means the same in every run.
        var pinnedProcedures: [Pin: Procedure] = [:]
        var pinnedRules: [Pin: Jurisdiction] = [:]
        var calendars: [String: WorkingCalendar?] = [:]
        var names: [NamesKey: [String: String]] = [:]
    }

    private let source: any DefinitionSource
    private let all: [Jurisdiction]
    private let known = Mutex(Known())

    package init(_ source: any DefinitionSource) throws {
        self.source = source
        all = try source.jurisdictions()
    }

    package func canonicalProcedure(_ id: ProcedureID) throws -> String? {
        if let kept = known.withLock({ $0.procedures[id] }) { return kept }
        let text = try source.canonicalProcedure(id)
        known.withLock { $0.procedures[id] = .some(text) }
        return text
    }

    package func canonicalRules(
        of code: JurisdictionCode,
        route: RouteName,
        on date: CivilDate,
        for deviceClass: DeviceClass?
    ) throws -> String? {
        let key = RulesKey(code: code, route: route, date: date, deviceClass: deviceClass)
        if let kept = known.withLock({ $0.rules[key] }) { return kept }
        let bound = try jurisdiction(code)?.bound(to: route, on: date, for: deviceClass)
        var text = bound.flatMap { bound in known.withLock { $0.bound[bound] } }
        if text == nil { text = try source.canonicalRules(of: code, route: route, on: date, for: deviceClass) }
        known.withLock { [text] known in
            known.rules[key] = .some(text)
            if let bound, let text { known.bound[bound] = text }
        }
        return text
    }

    package func procedure(fromCanonical text: String) throws -> Procedure {
        if let kept = known.withLock({ $0.parsedProcedures[text] }) { return kept }
        let procedure = try source.procedure(fromCanonical: text)
        known.withLock { $0.parsedProcedures[text] = procedure }
        return procedure
    }

    package func jurisdiction(fromCanonical text: String) throws -> Jurisdiction {
        if let kept = known.withLock({ $0.parsedRules[text] }) { return kept }
        let rules = try source.jurisdiction(fromCanonical: text)
        known.withLock { $0.parsedRules[text] = rules }
        return rules
    }

    func procedure(_ pin: Pin, from text: String) throws -> Procedure {
        if let kept = known.withLock({ $0.pinnedProcedures[pin] }) { return kept }
        let procedure = try procedure(fromCanonical: text)
        known.withLock { $0.pinnedProcedures[pin] = procedure }
        return procedure
    }

    func rules(_ pin: Pin, from text: String) throws -> Jurisdiction {
        if let kept = known.withLock({ $0.pinnedRules[pin] }) { return kept }
        let rules = try jurisdiction(fromCanonical: text)
        known.withLock { $0.pinnedRules[pin] = rules }
        return rules
    }

    package func jurisdiction(_ code: JurisdictionCode) throws -> Jurisdiction? { all.first { $0.code == code } }

    package func jurisdictions() throws -> [Jurisdiction] { all }

    package func procedures() throws -> [Procedure] { try source.procedures() }

    package func calendar(_ id: String) throws -> WorkingCalendar? {
        if let kept = known.withLock({ $0.calendars[id] }) { return kept }
        let calendar = try source.calendar(id)
        known.withLock { $0.calendars[id] = .some(calendar) }
        return calendar
    }

    package func ownNames(
        of route: RouteName,
        in code: JurisdictionCode,
        on date: CivilDate
    ) throws -> [String: String] {
        // Most routes state no names, and those that do state the same ones from day to day.
        guard let stated = try jurisdiction(code)?.route(route, on: date)?.names, !stated.isEmpty else { return [:] }
        let key = NamesKey(route: route, stated: stated)
        if let kept = known.withLock({ $0.names[key] }) { return kept }
        let names = try source.ownNames(of: route, in: code, on: date)
        known.withLock { $0.names[key] = names }
        return names
    }
}
