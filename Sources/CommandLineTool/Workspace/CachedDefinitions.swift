import Definitions
import Dispatch
import Engine
import Regulation
import Submissions
import Synchronization
import Views

/// Definitions that are read once in the life of a process, for what every query asks: calendars, countries, labels.
///
/// A server picks up an edited label when it is started again, an edited calendar at once: its file is looked at each time.
/// Pinned rules never come from here.
final class CachedDefinitions: DefinitionSource, WordSource {
    private struct Known {
        var zones: [String: Zone]?
        var jurisdictions: [Jurisdiction]?
        var single: [JurisdictionCode: ReadOnce<Jurisdiction>] = [:]
        var labels: [String: Labels] = [:]
    }

    let source: ConfiguredDefinitions
    private let known = Mutex(Known())
    private let forms: RememberedReading<String>
    private let countries: RememberedReading<PinnableJurisdiction>
    private let calendars: RememberedReading<WorkingCalendar>

    init(_ source: ConfiguredDefinitions) {
        self.source = source
        forms = RememberedReading(folder: source.folder)
        countries = RememberedReading(folder: source.folder)
        calendars = RememberedReading(folder: source.folder)
    }

    func canonicalProcedure(_ id: ProcedureID) throws -> String? {
        try forms.value("procedure \(id)", of: ["procedures/\(id).yaml"]) { reading in
            try source.canonicalProcedure(id, reading: reading)
        }
    }

    func canonicalRules(
        of code: JurisdictionCode,
        route: RouteName,
        on date: CivilDate,
        for deviceClass: DeviceClass?
    ) throws -> String? {
        let key = "rules \(code) \(route) \(date) \(deviceClass?.rawValue ?? "")"
        let files = ["jurisdictions/\(code).yaml", "zones", "zones/asia.yaml", "zones/west.yaml"]
        return try forms.value(key, of: files) {
            try countries.value("\(code)", of: files) { try source.pinnable(code) }?
                .canonicalText(route: route, on: date, for: deviceClass)
        }
    }

    func procedure(fromCanonical text: String) throws -> Procedure { try source.procedure(fromCanonical: text) }

    func jurisdiction(fromCanonical text: String) throws -> Jurisdiction {
        try source.jurisdiction(fromCanonical: text)
    }

    func procedures() throws -> [Procedure] { try source.procedures() }

    func jurisdiction(_ code: JurisdictionCode) throws -> Jurisdiction? {
        if let kept = known.withLock({ $0.jurisdictions?.first { $0.code == code } }) { return kept }
        let single = known.withLock { known in
            let single = known.single[code] ?? ReadOnce()
            known.single[code] = single
            return single
        }
        return try single.value {
            guard source.folder.has("jurisdictions/\(code).yaml") else { return nil }
            return try source.folder.jurisdiction(code, zones: zones())
        }
    }

    /// Half of what a status waits for is today's rules of the countries in which something is approved.
    func expect(_ codes: [JurisdictionCode]) {
        let unread = known.withLock { known in
            known.jurisdictions == nil ? codes.filter { known.single[$0] == nil } : []
        }
        guard !unread.isEmpty else { return }
        DispatchQueue.global().async { [self] in
            // What cannot be read says so to who asks for it.
            for code in unread { _ = try? jurisdiction(code) }
        }
    }

    private func zones() throws -> [String: Zone] {
        if let kept = known.withLock({ $0.zones }) { return kept }
        let read = try source.folder.zones()
        known.withLock { $0.zones = read }
        return read
    }

    func jurisdictions() throws -> [Jurisdiction] {
        if let kept = known.withLock({ $0.jurisdictions }) { return kept }
        let codes = try source.folder.jurisdictionCodes()
        // Each on a processor of its own.
        DispatchQueue.concurrentPerform(iterations: codes.count) { _ = try? jurisdiction(codes[$0]) }
        // Of files that cannot be read every defect is told, and not those of the first alone.
        let read = try (try? codes.compactMap(jurisdiction)) ?? source.jurisdictions()
        known.withLock { $0.jurisdictions = read }
        return read
    }

    func calendar(_ id: String) throws -> WorkingCalendar? {
        try calendars.value(id, of: ["calendars/\(id).yaml"]) { try source.calendar(id) }
    }

    /// Keeps labels that were read already, so that a command reads its words once.
    func keep(_ labels: Labels) { known.withLock { $0.labels[labels.language] = labels } }

    func ownNames(
        of route: RouteName,
        in code: JurisdictionCode,
        on date: CivilDate
    ) throws -> [String: String] {
        // Every language has the same keys, so any that is at hand will do.
        let labels = try known.withLock { $0.labels.values.first } ?? labels("en")
        guard labels.text(ifAny: "routes.\(route)") == nil else { return [:] }
        return try jurisdiction(code)?.route(route, on: date)?.names ?? [:]
    }

    func labels(_ language: String) throws -> Labels {
        if let kept = known.withLock({ $0.labels[language] }) { return kept }
        let read = Labels(
            language: language,
            texts: try source.folder.labels(language),
            book: PhraseBook { [folder = source.folder] in Phrases((try? folder.phrases(language)) ?? [:]) }
        )
        known.withLock { $0.labels[language] = read }
        return read
    }

    func headingTitles(in language: String) throws -> [HeadingCode: String] {
        try source.folder.headingTitles(in: language)
    }
}
