import CanonicalJSON
import Engine
import Regulation

/// The text of a manifest that an interview began.
struct DescribedManifest {
    struct Target {
        let code: JurisdictionCode
        var route: RouteName
        var participation: String?
    }

    var submission = ""
    var product = ""
    var version = ""
    var language = ""
    var description = ""
    var claim = ""
    var situation = ""
    var significance = ""
    var applicant = ""
    var country = ""
    var targets: [Target] = []
    /// Companies that hold registrations in other countries than the applicant's, by name.
    var holders: [(code: JurisdictionCode, name: String)] = []
    var answers = ManifestAnswers()

    var text: String {
        """
        submission: \(submission)
        product:
          id: \(submission)
          name: \(quoted(product))
          version: \(quoted(version))
          description: { \(language): \(quoted(description)) }
        \(answers.traitLines(indent: "  ").joined(separator: "\n"))
        claims:
          C1: { text: { \(language): \(quoted(claim)) } }
        imdrf: { situation: \(situation), significance: \(significance) }
        \(answers.classLines.joined(separator: "\n"))
        applicant: { id: \(submission)-applicant, name: \(quoted(applicant)), country: \(country) }
        \(holderLines.joined(separator: "\n"))
        targets:
        \(targets.map(line).joined(separator: "\n"))

        """.replacing("\n\n", with: "\n")
    }

    private var holderLines: [String] {
        guard !holders.isEmpty else { return [] }
        let lines = holders.map { holder in
            let id = "\(submission)-holder-\(holder.code.rawValue.lowercased())"
            return "  \(holder.code): { id: \(id), name: \(quoted(holder.name)), country: \(holder.code) }"
        }
        return ["holders:"] + lines
    }

    private func line(_ target: Target) -> String {
        let participation = target.participation.map { ", participation: \($0)" } ?? ""
        return "  \(target.code): { route: \(target.route)\(participation) }"
    }

    /// A string of JSON is one of YAML too.
    private func quoted(_ text: String) -> String { JSONValue.string(text).canonicalText() }
}

/// Answers of an interview as a manifest has them.
struct ManifestAnswers {
    var classes: [(JurisdictionCode, String)] = []
    var traits: [TraitStatement] = []

    var classLines: [String] {
        guard !classes.isEmpty else { return [] }
        return ["classes:"] + classes.map { "  \($0.0): \"\($0.1)\"" }
    }

    func traitLines(indent: String) -> [String] {
        guard !traits.isEmpty else { return [] }
        return ["\(indent)traits:"] + statedTraits.map { "\(indent)  \($0.name): \($0.value)" }
    }

    /// Every question with its answer, or with one for each country.
    var statedTraits: [(name: TraitName, value: String)] {
        traits.map(\.trait).uniqued().map { name in
            let own = traits.filter { $0.trait == name }
            if let once = own.first(where: { $0.jurisdiction == nil }) { return (name, Self.word(once.answer)) }
            let countries = own.map { "\($0.jurisdiction?.rawValue ?? ""): \(Self.word($0.answer))" }
            return (name, "{ \(countries.joined(separator: ", ")) }")
        }
    }

    /// Yes and no are what YAML calls true and false.
    static func word(_ answer: TraitAnswer) -> String {
        switch answer {
        case .yes: "true"
        case .no: "false"
        default: answer.rawValue
        }
    }
}
