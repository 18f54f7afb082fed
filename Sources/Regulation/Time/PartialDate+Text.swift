extension PartialDate {
    /// In which way a date is known: what decides how it is written.
    package enum Form: Hashable, Sendable {
        case day, month, year, span, notAfter, notBefore, unknown
    }

    package var form: Form {
        if earliest == latest { return .day }
        if let month = wholeMonth, month == self { return .month }
        if let year = wholeYear, year == self { return .year }
        switch (earliest == .earliest, latest == .latest) {
        case (true, true): return .unknown
        case (true, false): return .notAfter
        case (false, true): return .notBefore
        case (false, false): return .span
        }
    }

    private var wholeMonth: PartialDate? {
        let (first, last) = (earliest.parts, latest.parts)
        guard first.day == 1, first.month == last.month, first.year == last.year else { return nil }
        return .month(year: first.year, month: first.month)
    }

    private var wholeYear: PartialDate? {
        let (first, last) = (earliest.parts, latest.parts)
        guard first.day == 1, first.month == 1, first.year == last.year else { return nil }
        return .year(first.year)
    }

    /// The word for a date of which nothing is known.
    package static let unknownWord = "unknown"
}

extension PartialDate: CustomStringConvertible {
    /// The date that `text` names, or nil.
    ///
    /// - Parameter text: `2026-05-12`, `2026-05` or `2026`; a span of two such dates, `2026-02-13/2026-03-25` (ISO 8601); with
    ///   one end open, `../2026-03-25` or `2026-03-25/..` (ISO 8601-2, EDTF level 1); or `unknown`.
    package init?(_ text: String) {
        if let simple = PartialDate(simple: text) {
            self = simple
            return
        }
        if text == Self.unknownWord {
            self = .unknown
            return
        }
        // No span is longer, and what is longer need not be split.
        guard text.utf8.count <= 21, let slash = text.firstIndex(of: "/") else { return nil }
        let (first, last) = (String(text[..<slash]), String(text[text.index(after: slash)...]))
        switch (first, last) {
        case ("..", ".."): return nil
        case ("..", _):
            guard let end = PartialDate(simple: last) else { return nil }
            self = .notAfter(end.latest)
        case (_, ".."):
            guard let start = PartialDate(simple: first) else { return nil }
            self = .notBefore(start.earliest)
        default:
            guard let start = PartialDate(simple: first), let end = PartialDate(simple: last) else { return nil }
            self.init(from: start.earliest, through: end.latest)
        }
    }

    /// The date that `text` names as `2026-05-12`, `2026-05` or `2026`, or nil.
    package init?(simple text: String) {
        var reader = FixedFormReader(text)
        switch text.utf8.count {
        case 10:
            guard let date = CivilDate(text) else { return nil }
            self = .day(date)
        case 7:
            guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
                CivilDate(year: year, month: month, day: 1) != nil
            else { return nil }
            self = .month(year: year, month: month)
        case 4:
            guard let year = reader.number(digits: 4), CivilDate(year: year, month: 1, day: 1) != nil else {
                return nil
            }
            self = .year(year)
        default:
            return nil
        }
    }

    /// The one text of the date, with the precision it has: what names the same days is written the same.
    package var description: String {
        switch form {
        case .day: earliest.description
        case .month: String(earliest.description.prefix(7))
        case .year: String(earliest.description.prefix(4))
        case .notAfter: "../\(latest)"
        case .notBefore: "\(earliest)/.."
        case .unknown: Self.unknownWord
        case .span: span
        }
    }

    /// Whole years or months where it begins and ends with one.
    private var span: String {
        let (first, last) = (earliest.parts, latest.parts)
        let isOfMonths = first.day == 1 && last.day == CivilDate.daysInMonth(year: last.year, month: last.month)
        let isOfYears = isOfMonths && first.month == 1 && last.month == 12
        let length = isOfYears ? 4 : isOfMonths ? 7 : 10
        return "\(earliest.description.prefix(length))/\(latest.description.prefix(length))"
    }
}
