// Spans and dates known in part, as people write them.
extension DateGuess {
    /// What names a date in part, in another form than that of ISO 8601-2.
    init?(readingPart text: String) {
        let text = text.lowercased().trimmingSpaces
        if ["unknown", "?", "xxxx", "xxxx-xx", "xxxx-xx-xx", "../..", "/", "n/a", "不明"].contains(text) {
            (date, count) = (.unknown, nil)
            return
        }
        if text.hasSuffix("-xx"), let date = PartialDate(simple: text.droppingUnspecified) {
            (self.date, count) = (date, nil)
            return
        }
        for mark in ["/", "..", "–", "—", "〜", "～", " - ", " to ", "から"] {
            guard let (first, last) = text.halves(around: mark) else { continue }
            switch (Self.end(first), Self.end(last)) {
            case (.none, _), (_, .none), (.open?, .open?): continue
            case (.open?, .date(let end, let count)?): (date, self.count) = (.notAfter(end.latest), count)
            case (.date(let start, let count)?, .open?): (date, self.count) = (.notBefore(start.earliest), count)
            case (.date(let start, let count)?, .date(let end, let other)?):
                guard count == other else { continue }
                // Dates in the wrong order are a span all the same.
                let (low, high) = (min(start.earliest, end.earliest), max(start.latest, end.latest))
                guard let span = PartialDate(from: low, through: high) else { continue }
                (date, self.count) = (span, count)
            }
            return
        }
        return nil
    }

    private enum End {
        case open
        case date(PartialDate, YearCount?)
    }

    private static func end(_ text: String) -> End? {
        if ["", "..", "/", "/.."].contains(text) { return .open }
        if let date = PartialDate(simple: text) { return .date(date, nil) }
        // A number alone may be a part of one date: 2026/05 is no span.
        guard text.unicodeScalars.count >= 6, let guess = DateGuess(reading: text), guess.date.form != .span else {
            return nil
        }
        return .date(guess.date, guess.count)
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let isText: (Character) -> Bool = { !$0.isWhitespace }
        guard let first = firstIndex(where: isText), let last = lastIndex(where: isText) else { return "" }
        return String(self[first...last])
    }

    /// `2026-05` of `2026-05-xx`, `2026` of `2026-xx-xx`.
    fileprivate var droppingUnspecified: String {
        hasSuffix("-xx") ? String(dropLast(3)).droppingUnspecified : self
    }

    /// What stands before and after the one place where `mark` stands; nil where there is not one.
    fileprivate func halves(around mark: String) -> (String, String)? {
        guard let place = self.range(of: mark), self[place.upperBound...].range(of: mark) == nil else { return nil }
        return (String(self[..<place.lowerBound]).trimmingSpaces, String(self[place.upperBound...]).trimmingSpaces)
    }
}

extension StringProtocol {
    /// Where `text` first stands, by its characters.
    fileprivate func range(of text: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
    }
}
