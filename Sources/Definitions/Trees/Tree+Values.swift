import Engine
import Regulation
import Submissions

/// An enumeration whose cases a file names by their raw values.
typealias Choosable = RawRepresentable<String> & CaseIterable

// Readers of single values; each reports what is wrong and gives nil. `noun` names the value in messages.
extension Tree {
    func word(_ noun: String, _ findings: Findings) -> String? {
        guard case .scalar(let text) = content, !isEmpty else {
            findings.error("\(noun) is a word, not \(kind)", at: place)
            return nil
        }
        return text
    }

    /// A list of words, or one word alone.
    func words(_ noun: String, _ findings: Findings) -> [String] {
        elements.compactMap { $0.word(noun, findings) }
    }

    func flag(_ noun: String, _ findings: Findings) -> Bool? {
        switch content {
        case .scalar("true"), .scalar("True"), .scalar("TRUE"): return true
        case .scalar("false"), .scalar("False"), .scalar("FALSE"): return false
        default:
            findings.error("\(noun) is true or false, not \(kind)", at: place)
            return nil
        }
    }

    func integer(_ noun: String, _ findings: Findings) -> Int? {
        guard case .scalar(let text) = content, let number = Int(text) else {
            findings.error("\(noun) is a whole number, not \(kind)", at: place)
            return nil
        }
        return number
    }

    func choice<Choice: Choosable>(_ noun: String, _ findings: Findings) -> Choice? {
        let names = Choice.allCases.map(\.rawValue)
        guard case .scalar(let text) = content, let choice = Choice(rawValue: text) else {
            findings.error("\(noun) is \(Self.alternatives(names)), not \(kind)\(suggestion(among: names))", at: place)
            return nil
        }
        return choice
    }

    func day(_ noun: String, _ findings: Findings) -> CivilDate? {
        guard case .scalar(let text) = content, let date = CivilDate(text) else {
            findings.error("\(noun) is a date such as 2026-05-12, not \(kind)\(dateMeant)", at: place)
            return nil
        }
        return date
    }

    /// A date as well as it is known.
    func partialDate(_ noun: String, _ findings: Findings) -> PartialDate? {
        guard case .scalar(let text) = content, let date = PartialDate(text) else {
            let forms = "2026-05-12, 2026-05, 2026, 2026-02-13/2026-03-25, ../2026-03-25, 2026-03-25/.. or unknown"
            findings.error("\(noun) is a date such as \(forms), not \(kind)\(dateMeant)", at: place)
            return nil
        }
        return date
    }

    /// The day, month or year that a source bears.
    func printedDate(_ noun: String, _ findings: Findings) -> PartialDate? {
        guard case .scalar(let text) = content, let date = PartialDate(simple: text) else {
            findings.error("\(noun) is a date such as 2026-05-12, 2026-05 or 2026, not \(kind)\(dateMeant)", at: place)
            return nil
        }
        return date
    }

    /// `; did you mean …?`, where the text is a date written otherwise.
    private var dateMeant: String {
        guard case .scalar(let text) = content, let guess = DateGuess(reading: text) else { return "" }
        return "; did you mean \(guess)?"
    }

    /// A number or name as its authority writes it, in Unicode normal form C.
    func code(_ noun: String, _ findings: Findings) -> String? {
        guard let text = word(noun, findings)?.inNormalForm else { return nil }
        let reason: String
        switch WrittenCode.defect(in: text) {
        case nil: return text
        case .tooLong(let count)?: reason = "it has \(count) characters"
        case .character(let scalar, let place)?:
            reason =
                "character \(place) is \(WrittenCode.Defect.name(of: scalar)), which cannot be seen or is no part of one"
        case .noLetterOrDigit?: reason = "it has neither a letter nor a digit"
        }
        let rule =
            "letters and digits of any script, with spaces and punctuation, at most \(WrittenCode.limit) characters"
        findings.error("\(noun) is a number or name of \(rule): \(reason)", at: place)
        return nil
    }

    /// Texts by language.
    func texts(_ noun: String, _ findings: Findings) -> [String: String] {
        guard let entries else {
            findings.error("\(noun) is a mapping of languages to texts, not \(kind)", at: place)
            return [:]
        }
        let pairs = entries.compactMap { entry in
            entry.value.word("‘\(entry.key)’", findings).map { (entry.key, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    func suggestion(among names: [String]) -> String {
        if case .scalar(let text) = content { Suggestion.text(for: text, among: names) } else { "" }
    }

    /// `a, b or c`.
    static func alternatives(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }
}
