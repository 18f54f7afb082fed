import Statecharts
import Submissions

/// Holds the labels of each language against those of the others and against what the procedures name.
struct LabelCheck {
    let procedures: [ConfigCheck.Read<ProcedureReader.Reading>]
    let languages: [ConfigCheck.Read<Tree>]

    func run() {
        let labels = languages.map { LabelReader.read($0.value, $0.findings) }
        let all = Set(labels.flatMap(\.keys)).sorted()
        let wanted = Set(procedures.flatMap { Self.wanted($0.value) }).sorted().filter { !all.contains($0) }
        for (language, own) in zip(languages, labels) {
            for key in all where own[key] == nil {
                let message = "the label ‘\(key)’ of another language is missing"
                language.findings.error(message, at: language.value.place(near: key))
            }
            for key in wanted {
                language.findings.error("there is no label ‘\(key)’", at: language.value.place(near: key))
            }
        }
        checkSlots(labels)
    }

    /// What is filled in, `{0}` and so on, must be the same in every language.
    private func checkSlots(_ labels: [[String: LabelReader.Label]]) {
        guard let first = labels.first else { return }
        for (language, own) in zip(languages, labels).dropFirst() {
            for (key, label) in own {
                guard let other = first[key], other.slots != label.slots else { continue }
                let slots = other.slots.isEmpty ? "none" : other.slots.sorted().joined(separator: ", ")
                language.findings.error("‘\(key)’ has other slots than \(languages[0].stem): \(slots)", at: label.place)
            }
        }
    }

    /// The key of each name of a procedure that people see.
    static func wanted(_ reading: ProcedureReader.Reading) -> [String] {
        let procedure = reading.procedure
        let fields = procedure.actions.flatMap(\.fields)
        let named: [[String]] = [
            ["procedures.\(procedure.id)"],
            procedure.chart.states.map { "states.\(procedure.id).\($0.id)" },
            procedure.actions.map { "actions.\(procedure.id).\($0.name)" },
            fields.map { "fields.\($0.name)" },
            fields.flatMap { $0.options.map { "choices.\($0)" } },
            procedure.actions.flatMap { $0.performers.compactMap(\.roleName) }.map { "roles.\($0)" },
            procedure.actions.compactMap(\.signature).map { "signatures.\($0)" },
            procedure.clocks.map { "clocks.\($0)" },
            reading.uses.factsSet.map { "facts.\($0)" },
            reading.uses.variablesSet.map { "variables.\($0)" },
        ]
        return named.flatMap(\.self)
    }
}

extension ActionRule.Performer {
    /// The word before the `@`.
    fileprivate var roleName: String? {
        switch self {
        case .applicant: nil
        case .role(let name, _), .hub(let name): name
        }
    }
}

extension LabelReader.Label {
    /// What is filled in, such as `{0}`.
    fileprivate var slots: Set<String> {
        let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        return Set(parts.compactMap { part in part.firstIndex(of: "}").map { "{\(part[..<$0])}" } })
    }
}

extension Tree {
    /// The place of the longest beginning of the dotted `key` that exists.
    fileprivate func place(near key: String) -> Place {
        var tree = self
        var found = Place.start
        for part in key.split(separator: ".") {
            guard let entry = tree.entries?.first(where: { $0.key == part }) else { break }
            (tree, found) = (entry.value, entry.place)
        }
        return found
    }
}
