import Regulation
import Submissions

/// Reads a story.
package enum StoryReader {
    private static let keys = ["story", "begins", "zone", "dossier", "assumptions", "steps"]
    private static let stepKeys = [
        "at", "do", "case", "as", "by", "on", "set", "documents", "omit", "reason", "corrects", "refused",
        "track", "jurisdiction",
    ]

    /// The story in `file`.
    ///
    /// - Throws: Every defect of the file, each with its place.
    package static func story(from file: SourceFile) throws(Diagnostics) -> Story {
        let findings = Findings(file: file.path)
        guard let tree = YAMLText.tree(of: file, findings), let story = read(tree, findings), !findings.hasErrors
        else { throw Diagnostics(all: findings.all) }
        return story
    }

    private static func read(_ tree: Tree, _ findings: Findings) -> Story? {
        guard let fields = Fields(tree, "a story", keys: keys, ignoring: ["$schema"], findings) else { return nil }
        let name = fields.requiredWord("story")
        let begins = fields.required("begins").flatMap { instant($0, findings) }
        let zone = fields.requiredWord("zone")
        let dossier = fields.requiredWord("dossier")
        let steps = fields.required("steps")?.elements.compactMap { step($0, findings) } ?? []
        for (earlier, later) in zip(steps, steps.dropFirst()) where later.at < earlier.at {
            findings.error("this step is dated before the one above it", at: Place(line: later.line, column: 1))
        }
        guard let name, let begins, let zone, let dossier else { return nil }
        return Story(submission: SubmissionName(name), begins: begins, zone: zone, dossier: dossier, steps: steps)
    }

    private static func step(_ tree: Tree, _ findings: Findings) -> Story.Step? {
        guard let fields = Fields(tree, "a step", keys: stepKeys, findings) else { return nil }
        let at = fields.required("at").flatMap { instant($0, findings) }
        let deed = deed(fields, findings)
        let capacity = capacity(fields, findings)
        let person = fields.requiredWord("by")
        let on = fields["on"].flatMap { $0.partialDate("‘on’", findings) }
        guard let at, let deed, let capacity, let person else { return nil }
        return Story.Step(
            at: at,
            deed: deed,
            actor: Actor(person: PersonID(person), capacity: capacity),
            on: on,
            settings: fields.words("set"),
            documents: fields.words("documents"),
            refused: fields.word("refused"),
            line: tree.place.line
        )
    }

    private static func deed(_ fields: Fields, _ findings: Findings) -> Story.Step.Deed? {
        guard let verb = fields.requiredWord("do") else { return nil }
        switch verb {
        case "open": return .open
        case "file" where fields["case"] == nil:
            return .file(
                omitting: fields["omit"]?.elements.compactMap { RequirementReader.heading($0, findings) } ?? []
            )
        case "correct":
            guard let name = fields.requiredWord("case"), let action = fields.requiredWord("corrects"),
                let reason = fields.requiredWord("reason")
            else { return nil }
            return .correct(CaseName(name), ActionName(action), reason: reason)
        case "openTrack":
            guard let track = fields.requiredWord("track"), let code = fields.requiredWord("jurisdiction") else {
                return nil
            }
            return .openTrack(RouteName(track), JurisdictionCode(code))
        default: return fields.requiredWord("case").map { .act(CaseName($0), ActionName(verb)) }
        }
    }

    private static func capacity(_ fields: Fields, _ findings: Findings) -> Actor.Capacity? {
        guard let text = fields.word("as") else { return .applicant }
        guard let capacity = Actor.Capacity(text) else {
            findings.error("‘as’ is applicant or ROLE@BODY, not ‘\(text)’", at: fields.place(of: "as"))
            return nil
        }
        return capacity
    }

    private static func instant(_ tree: Tree, _ findings: Findings) -> Instant? {
        guard let text = tree.word("an instant", findings) else { return nil }
        guard let instant = Instant(text) else {
            findings.error("an instant such as 2026-05-12T10:00:00+09:00, not ‘\(text)’", at: tree.place)
            return nil
        }
        return instant
    }
}
