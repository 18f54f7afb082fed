import Engine
import Regulation
import Submissions
import Views

/// Documents that came with events, as tables.
struct LetterText {
    let labels: Labels

    func table(_ letters: [Letter], width: Int) -> String {
        guard !letters.isEmpty else { return labels["page.none"] }
        var table = Table(["letter", "case", "date", "sender", "name"].map { labels["letters.columns.\($0)"] })
        for letter in letters {
            table.add([
                letter.id.description, letter.caseName.rawValue, letter.on.description,
                sender(letter), labels.name(of: letter),
            ])
            for remark in remarks(on: letter) { table.add(note: remark) }
        }
        return table.text(width: width)
    }

    func details(_ letter: Letter, width: Int) -> String {
        let rows: [(String, String)] = [
            ("name", labels.name(of: letter)), ("case", letter.fullName), ("action", labels.action(of: letter)),
            ("date", labels.words(for: letter.on)), ("sender", labels.words(for: letter.sender)),
            ("recorded", "\(letter.recordedAt), \(letter.recordedBy.person)"), ("type", letter.mediaType),
            ("size", labels.text("letters.bytes", "\(letter.size)")), ("digest", letter.digest.rawValue),
        ]
        let titles = rows.map { labels["letters.columns.\($0.0)"] }
        let column = titles.map { TextWidth.columns(of: $0) }.max() ?? 0
        var lines = [letter.id.description]
        for (title, row) in zip(titles, rows) {
            let pad = String(repeating: " ", count: column - TextWidth.columns(of: title) + 2)
            for (place, line) in TextWidth.wrap(row.1, to: width - column - 2).enumerated() {
                lines.append((place == 0 ? title + pad : String(repeating: " ", count: column + 2)) + line)
            }
        }
        for remark in remarks(on: letter) { lines += TextWidth.wrap(remark, to: width) }
        return lines.joined(separator: "\n")
    }

    /// The body, or the applicant in words.
    private func sender(_ letter: Letter) -> String {
        if case .role(_, at: let body) = letter.sender { body.rawValue } else { labels.words(for: letter.sender) }
    }

    private func remarks(on letter: Letter) -> [String] {
        let answer = letter.transcription.flatMap(labels.answer).map { [$0] } ?? []
        guard !letter.correctedBy.isEmpty else { return answer }
        let events = letter.correctedBy.map { "#\($0)" }.joined(separator: ", ")
        return [labels.text(letter.isTakenBack ? "letters.takenBack" : "letters.corrected", events)] + answer
    }

    func csv(_ letters: [Letter]) -> [[String]] {
        let header = [
            "letter", "case", "date", "sender", "name", "action", "recordedAt", "recordedBy", "mediaType", "size",
            "digest",
            "correctedBy", "takenBack",
        ]
        return [header]
            + letters.map { letter in
                [
                    letter.id.description, letter.fullName, letter.on.description, letter.sender.description,
                    letter.name ?? "", letter.action.rawValue, letter.recordedAt.description,
                    letter.recordedBy.person.rawValue, letter.mediaType, "\(letter.size)", letter.digest.rawValue,
                    letter.correctedBy.map { "#\($0)" }.joined(separator: " "), "\(letter.isTakenBack)",
                ]
            }
    }
}
