import Engine
import Regulation

extension Labels {
    /// What stops a filing: what is not there, and what is there in no language that the country takes, with the
    /// language to translate it into.
    func words(for incomplete: [Completeness]) -> String {
        let absent = incomplete.compactMap { country -> String? in
            let headings = country.headings { $0.reason != .otherLanguage }
            return headings.isEmpty ? nil : "\(country.jurisdiction): \(headings.joined(separator: ", "))"
        }
        let foreign = incomplete.flatMap { country -> [String] in
            let tags = country.blocking.filter { $0.reason == .otherLanguage }.map(\.accepted.tags)
            return tags.uniqued().map { tags in
                let headings = country.headings { $0.reason == .otherLanguage && $0.accepted.tags == tags }
                return text(
                    "refusals.inLanguage",
                    country.jurisdiction.rawValue,
                    tags.joined(separator: self["languages.or"]),
                    headings.joined(separator: ", ")
                )
            }
        }
        let parts = [
            absent.isEmpty ? nil : text("refusals.incompleteDossier", absent.joined(separator: "; ")),
            foreign.isEmpty ? nil : text("refusals.wrongLanguage", foreign.joined(separator: "; ")),
        ]
        return parts.compactMap(\.self).joined(separator: self["refusals.separator"])
    }
}

extension Completeness {
    /// The headings of what stops a filing and is of that kind, each once, in their order.
    fileprivate func headings(_ isMeant: (Cell) -> Bool) -> [String] {
        Set(blocking.filter(isMeant).map(\.requirement.heading)).sorted().map(\.description)
    }
}
