import Regulation
import Statecharts
import Submissions

extension ConfigFolder {
    /// Figures that no procedure reads, and what procedures ask of a route that does not say it.
    ///
    /// Neither need be wrong: a figure may only be shown, and what nobody states is left out. Files with defects are passed
    /// over; ``check()`` reports them.
    package func unread() -> [Diagnostic] {
        let readings = procedureReadings()
        let found = trees(in: "jurisdictions").flatMap { tree, findings -> [Diagnostic] in
            FigureReading(readings: readings, findings: findings).check(tree)
            return findings.all
        }
        return found.sorted()
    }

    /// The procedures that can be read, with their fragments put in.
    private func procedureReadings() -> [String: ProcedureReader.Reading] {
        let read = trees(in: "procedures").compactMap { tree, findings in
            var expansion = Expansion(fragments, findings)
            return expansion.procedure(tree).flatMap {
                ProcedureReader.read($0, demandsSources: true, findings)
            }
        }
        return Dictionary(read.map { ($0.procedure.id.rawValue, $0) }) { first, _ in first }
    }
}

/// Holds the figures of one country against the procedures that run by them.
private struct FigureReading {
    let readings: [String: ProcedureReader.Reading]
    let findings: Findings

    func check(_ tree: Tree) {
        for section in ["routes", "tracks"] {
            for entry in tree[section]?.entries ?? [] {
                for version in entry.value.elements {
                    guard let name = version["procedure"]?.scalar, let reading = readings[name] else { continue }
                    check(version, entry.key, reading, at: entry.place)
                }
            }
        }
        checkLists(tree)
    }

    private func check(_ version: Tree, _ route: String, _ reading: ProcedureReader.Reading, at place: Place) {
        let procedure = reading.procedure
        let uses = reading.uses
        let sections: [(key: String, noun: String, used: [String])] = [
            ("periods", "period", uses.periods.map(\.name)), ("values", "value", uses.routeValues.map(\.name)),
        ]
        for (key, noun, used) in sections {
            for figure in version[key]?.entries ?? [] where !used.contains(figure.key) {
                let message = "no step of the procedure ‘\(procedure.id)’ reads the \(noun) ‘\(figure.key)’"
                findings.warning(message, at: figure.place)
            }
        }
        let recordsFees = procedure.effects.contains { if case .recordFee = $0 { true } else { false } }
        for fee in version["fees"]?.entries ?? [] where !recordsFees && !uses.fees.map(\.name).contains(fee.key) {
            findings.warning("no step of the procedure ‘\(procedure.id)’ reads the fee ‘\(fee.key)’", at: fee.place)
        }
        let periods = (version["periods"]?.entries ?? []).map(\.key)
        // The time for a notice after a change stands with its category.
        for (period, actions) in procedure.actionsByPeriod where !periods.contains(period) && period != Self.notice {
            let words = actions.map { "‘\($0)’" }.joined(separator: ", ")
            let message = "‘\(route)’ has no period ‘\(period)’ for \(words): nothing falls due where no day is named"
            findings.warning(message, at: place)
        }
        let values = (version["values"]?.entries ?? []).map(\.key)
        if uses.routeValues.contains(where: { $0.name == "lateAnswer" }), !values.contains("lateAnswer") {
            findings.warning("‘\(route)’ does not say what follows from a late answer (‘lateAnswer’)", at: place)
        }
    }

    private static let notice = "noticeAfter"
    private static let report = "report"

    /// What stands in lists of the country is shown; of it only two times are read, by who asks for that period: that for a
    /// notice after a change, and that for a report of an event of some kind.
    private func checkLists(_ tree: Tree) {
        let running = (tree["tracks"]?.entries ?? []).flatMap(\.value.elements).compactMap { $0["procedure"]?.scalar }
        func reads(_ period: String) -> Bool {
            running.contains { readings[$0]?.uses.periods.contains { $0.name == period } ?? false }
        }
        let readsNotice = reads(Self.notice)
        for change in tree["changes"]?.elements ?? [] {
            let period = change.entries?.first { $0.key == "period" }
            let isRead = readsNotice && change["step"]?.scalar == ChangeCategory.Step.noticeAfter.rawValue
            if let period, !isRead { report("period", of: "the change", change, at: period.place) }
            if period == nil, isRead {
                let id = change["id"]?.scalar ?? ""
                let message = "the change ‘\(id)’ has no period for ‘notify’: nothing falls due after it"
                findings.warning(message, at: change.place)
            }
        }
        for rule in tree["safety"]?.elements ?? [] {
            guard let period = rule.entries?.first(where: { $0.key == "period" }) else { continue }
            if reads(Self.report), rule["kinds"] != nil { continue }
            report("period", of: "the safety report", rule, at: period.place)
        }
    }

    private func report(_ noun: String, of owner: String, _ tree: Tree, at place: Place) {
        let id = tree["id"]?.scalar ?? ""
        findings.warning("no step of a procedure reads the \(noun) of \(owner) ‘\(id)’", at: place)
    }
}

extension Procedure {
    /// The actions of the applicant that end a state's deadline, by the period of the route that it takes.
    fileprivate var actionsByPeriod: [(period: String, actions: [ActionName])] {
        var found: [String: Set<ActionName>] = [:]
        for (state, detail) in details {
            guard let period = detail.deadline?.due.period else { continue }
            let awaited = chart.state(state)?.transitions.compactMap(\.event) ?? []
            let own = actions.filter { rule in
                rule.performers.contains(.applicant)
                    && awaited.contains { $0.matches(EventName(rawValue: rule.name.rawValue)) }
            }
            found[period, default: []].formUnion(own.map(\.name))
        }
        return found.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }
}

extension DeadlineRule.Due {
    fileprivate var period: String? {
        switch self {
        case .variable: nil
        case .period(let name), .variablePlus(_, let name), .variableElse(_, let name): name
        }
    }
}

extension Tree {
    fileprivate var scalar: String? { if case .scalar(let text) = content { text } else { nil } }
}
