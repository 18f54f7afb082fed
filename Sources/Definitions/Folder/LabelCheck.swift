import Engine
import Statecharts
import Submissions

/// Holds the labels of each language against those of the others and against what the procedures name.
struct LabelCheck {
    let procedures: [ConfigCheck.Read<ProcedureReader.Reading>]
    /// Whether no procedure is missing among them, so that what they do not name is superfluous.
    let areAllRead: Bool
    let languages: [ConfigCheck.Read<Tree>]

    func run() {
        let labels = languages.map { LabelReader.read($0.value, $0.findings) }
        let all = Set(labels.flatMap(\.keys))
        let named = Set(procedures.flatMap { Self.wanted($0.value) })
        let wanted = named.filter { key in
            !all.contains(key) && !(SharedLabel.key(for: key).map(all.contains) ?? false)
        }.sorted()
        let unused = areAllRead ? unused(among: all, named) : []
        reportCopies(labels, among: all)
        for (language, own) in zip(languages, labels) {
            for key in unused {
                guard let label = own[key] else { continue }
                let suggestion = Suggestion.text(for: key, among: Set(named.compactMap(SharedLabel.key)).sorted())
                language.findings.error("no procedure takes the shared label ‘\(key)’\(suggestion)", at: label.place)
            }
            for key in all.sorted() where own[key] == nil && !unused.contains(key) {
                let message = "the label ‘\(key)’ of another language is missing"
                language.findings.error(message, at: language.value.place(near: key))
            }
            for key in wanted {
                language.findings.error("there is no label ‘\(key)’", at: language.value.place(near: key))
            }
        }
        checkSlots(labels)
    }

    /// The shared labels that no procedure takes, be it that none has such a name or that all have words of their own.
    private func unused(among all: Set<String>, _ named: Set<String>) -> [String] {
        let taken = Set(named.filter { !all.contains($0) }.compactMap(SharedLabel.key))
        return all.filter { SharedLabel.isShared($0) && !taken.contains($0) }.sorted()
    }

    /// A label of one procedure that says the same as the shared one in every language would go its own way one day.
    private func reportCopies(_ labels: [[String: LabelReader.Label]], among all: Set<String>) {
        for key in all {
            guard let shared = SharedLabel.key(for: key), all.contains(shared),
                labels.allSatisfy({ $0[key] != nil && $0[key]?.text == $0[shared]?.text })
            else { continue }
            for (language, own) in zip(languages, labels) {
                guard let label = own[key] else { continue }
                language.findings.error("‘\(key)’ says what ‘\(shared)’ says for all", at: label.place)
            }
        }
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
    /// What is filled in, such as `{0}`; a form such as `{0:day|days}`, which only some languages need, is none.
    fileprivate var slots: Set<String> {
        let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        return Set(
            parts.compactMap { part in part.firstIndex(of: "}").map { part[..<$0] } }
                .filter { !$0.contains(":") }.map { "{\($0)}" }
        )
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
