import Regulation
import Statecharts
import Submissions

/// Holds procedures against each other and against the routes that run them.
struct ProcedureCrossCheck {
    let procedures: [ConfigCheck.Read<ProcedureReader.Reading>]
    let jurisdictions: [ConfigCheck.Read<JurisdictionReader.Reading>]
    /// Jurisdictions as they are written, also those that cannot be read.
    let files: [ConfigCheck.Read<Tree>]

    func run() {
        let tracks = Set(files.flatMap { $0.value["tracks"]?.entries ?? [] }.map(\.key)).sorted()
        let sent = procedures.flatMap { $0.value.uses.sent.map(\.name) }
        let facts = Set(procedures.flatMap(\.value.uses.factsSet))
        for read in procedures {
            checkName(read)
            checkAwaited(read, sent: sent)
            checkSent(read)
            checkFacts(read, among: facts)
            checkRoutes(read)
            checkTracks(read, among: tracks)
        }
    }

    private func checkName(_ read: ConfigCheck.Read<ProcedureReader.Reading>) {
        let id = read.value.procedure.id.rawValue
        guard read.stem != id else { return }
        read.findings.error("the procedure ‘\(id)’ belongs in a file of its name, \(id).yaml", at: .start)
    }

    /// A message with a dot comes from another procedure, so one must send it.
    private func checkAwaited(_ read: ConfigCheck.Read<ProcedureReader.Reading>, sent: [EventName]) {
        let uses = read.value.uses
        let own = (uses.raised + uses.deadlines).map(\.name)
        for use in uses.awaited {
            let text = use.name.rawValue
            guard text.contains("."), !text.hasPrefix("done.state."), !(sent + own).contains(where: use.name.matches)
            else { continue }
            let suggestion = Suggestion.text(for: text, among: (sent + own).map(\.rawValue))
            read.findings.error("no procedure sends ‘\(text)’\(suggestion)", at: use.place)
        }
    }

    /// A message that nobody waits for is recorded and ignored, which may be meant; not so if it is nearly one awaited.
    private func checkSent(_ read: ConfigCheck.Read<ProcedureReader.Reading>) {
        let awaited = procedures.flatMap { $0.value.uses.awaited.map(\.name) }
        for use in read.value.uses.sent where !awaited.contains(where: { $0.matches(use.name) }) {
            let suggestion = Suggestion.text(for: use.name.rawValue, among: awaited.map(\.rawValue))
            guard !suggestion.isEmpty else { continue }
            read.findings.warning("no procedure waits for ‘\(use.name)’\(suggestion)", at: use.place)
        }
    }

    private func checkFacts(_ read: ConfigCheck.Read<ProcedureReader.Reading>, among facts: Set<FactName>) {
        for use in read.value.uses.foreignFacts where !facts.contains(use.name) {
            let suggestion = Suggestion.text(for: use.name.rawValue, among: facts.map(\.rawValue).sorted())
            read.findings.error("no procedure sets the fact ‘\(use.name)’\(suggestion)", at: use.place)
        }
    }

    /// A track that no jurisdiction has would never be opened, and its facts never hold.
    private func checkTracks(_ read: ConfigCheck.Read<ProcedureReader.Reading>, among tracks: [String]) {
        for use in read.value.uses.tracks where !tracks.contains(use.name) {
            let suggestion = Suggestion.text(for: use.name, among: tracks)
            read.findings.error("no jurisdiction has a track ‘\(use.name)’\(suggestion)", at: use.place)
        }
    }

    /// What a procedure asks of its route, some route must answer.
    private func checkRoutes(_ read: ConfigCheck.Read<ProcedureReader.Reading>) {
        let id = read.value.procedure.id.rawValue
        let rules = jurisdictions.map(\.value.jurisdiction).flatMap { $0.routes + $0.tracks }
            .filter { $0.procedure == id }
        guard !rules.isEmpty else { return }
        let uses = read.value.uses
        check(uses.fees, "fee", among: rules.flatMap { $0.fees.map(\.id.rawValue) }, read.findings)
        check(uses.routeValues, "value", among: rules.flatMap { $0.values.map(\.name) }, read.findings)
        check(uses.periods, "period", among: rules.flatMap { $0.periods.map(\.name) }, read.findings)
    }

    private func check(_ uses: [Use<String>], _ noun: String, among names: [String], _ findings: Findings) {
        // What no route states at all may be meant, as a period that only some country will have; a slip is not.
        for use in uses where !names.contains(use.name) {
            let suggestion = Suggestion.text(for: use.name, among: Set(names).sorted())
            if suggestion.isEmpty { continue }
            findings.warning("no route of this procedure states the \(noun) ‘\(use.name)’\(suggestion)", at: use.place)
        }
    }
}
