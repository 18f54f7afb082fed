import Regulation
import Submissions

// What a submission says of its dossier: in which languages documents are, and which conditions hold.
extension ManifestReader {
    /// One line of `languages`: `default`, a heading (`CH3`), a heading's country (`CH5.02/TH`), or a file or folder.
    static func language(_ entry: Tree.Entry, _ findings: Findings) -> StatedLanguages.Statement? {
        guard let text = entry.value.word("a language", findings) else { return nil }
        guard let tag = LanguageTag.canonical(text) else {
            findings.error("‘\(text)’ is no language such as ja or zh-Hant (BCP 47)", at: entry.value.place)
            return nil
        }
        return .init(place: place(entry.key), language: tag)
    }

    private static func place(_ key: String) -> StatedLanguages.Place {
        if key == "default" { return .everywhere }
        let parts = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let heading = HeadingCode(parts[0]) else { return .path(key) }
        guard parts.count == 2 else { return .heading(heading, nil) }
        return parts[1].isCountryCode ? .heading(heading, JurisdictionCode(parts[1])) : .path(key)
    }

    /// One line of `product.traits`: a question with its answer, or with one for each country.
    static func traits(_ entry: Tree.Entry, _ findings: Findings) -> [TraitStatement] {
        let trait = TraitName(entry.key)
        guard let countries = entry.value.entries else {
            return answer(entry.value, findings).map { [TraitStatement(trait: trait, answer: $0)] } ?? []
        }
        return countries.compactMap { country in
            guard country.key.isCountryCode else {
                findings.error("‘\(country.key)’ is no country code such as SG (ISO 3166-1)", at: country.place)
                return nil
            }
            return answer(country.value, findings).map {
                TraitStatement(trait: trait, jurisdiction: JurisdictionCode(country.key), answer: $0)
            }
        }
    }

    /// `true` and `false` are how YAML says yes and no.
    private static func answer(_ tree: Tree, _ findings: Findings) -> TraitAnswer? {
        switch tree.word("an answer", findings)?.lowercased() {
        case "true": .yes
        case "false": .no
        case let word?: TraitAnswer(word)
        case nil: nil
        }
    }

    /// One line of `conditions`: a heading with `true` or `false`, or with either for each country.
    static func conditions(_ entry: Tree.Entry, _ findings: Findings) -> [ConditionAnswer] {
        guard let heading = HeadingCode(entry.key) else {
            findings.error("‘\(entry.key)’ is no heading such as CH3.05.05", at: entry.place)
            return []
        }
        guard let countries = entry.value.entries else {
            let holds = entry.value.flag("the condition of ‘\(entry.key)’", findings)
            return holds.map { [ConditionAnswer(heading: heading, holds: $0)] } ?? []
        }
        return countries.compactMap { country in
            guard country.key.isCountryCode else {
                findings.error("‘\(country.key)’ is no country code such as SG (ISO 3166-1)", at: country.place)
                return nil
            }
            return country.value.flag("the condition of ‘\(entry.key)’ in \(country.key)", findings).map {
                ConditionAnswer(heading: heading, jurisdiction: JurisdictionCode(country.key), holds: $0)
            }
        }
    }
}
