/// What somebody probably meant by a date that cannot be taken as it is written.
///
/// It is only ever told, with the words of the refusal; a date that was guessed never enters the log.
package struct DateGuess: Hashable, Sendable {
    package let date: PartialDate
    /// How the years were counted in it; nil where only its form is another than ISO 8601.
    package let count: YearCount?

    /// The date as it would be, were the years of `date` counted otherwise; nil where that is no date that `fits`.
    package init?(for date: PartialDate, where fits: (PartialDate) -> Bool) {
        guard let year = date.yearAsRead, let count = YearCount.unmarked(year), let meant = date.counted(by: count),
            fits(meant)
        else { return nil }
        self.date = meant
        self.count = count
    }

    /// The one date that `text` can mean, where it names one otherwise than in the forms that are read.
    package init?(reading text: String) {
        guard text.utf8.count <= 64 else { return nil }
        if let inPart = DateGuess(readingPart: text) {
            self = inPart
            return
        }
        var words = Words(text)
        guard words.areKnown, let parts = words.parts, let year = Self.gregorian(parts.year, in: words.count),
            let date = PartialDate(year: year.gregorian, month: parts.month, day: parts.day)
        else { return nil }
        self.date = date
        count = year.count
    }

    private static func gregorian(_ year: Int, in count: YearCount?) -> (gregorian: Int, count: YearCount?)? {
        if let count = count ?? YearCount.unmarked(year) { return count.gregorian(year).map { ($0, count) } }
        return (1_900...2_399).contains(year) ? (year, nil) : nil
    }
}

extension DateGuess: CustomStringConvertible {
    /// `2026-03-04`, or with how it was written: `2026-03-04 (Minguo 115)`.
    package var description: String {
        guard let count else { return date.description }
        return "\(date) (\(count.rawValue) \(yearAsWritten))"
    }

    /// The year in the count in which it was written.
    package var yearAsWritten: Int { (date.yearAsRead ?? 0) - (count?.offset ?? 0) }
}

/// The numbers of a date, and what stands between them.
private struct Words {
    private struct Number {
        var value: Int
        var digits: Int
    }

    private var numbers: [Number] = []
    private(set) var count: YearCount?
    private(set) var areKnown = true

    init(_ text: String) {
        var word = ""
        var isInNumber = false
        for scalar in text.unicodeScalars {
            if let digit = Self.digit(scalar) {
                close(&word)
                if isInNumber, let last = numbers.indices.last, numbers[last].digits < 9 {
                    numbers[last].value = numbers[last].value * 10 + digit
                    numbers[last].digits += 1
                } else {
                    numbers.append(Number(value: digit, digits: 1))
                }
                isInNumber = true
            } else {
                isInNumber = false
                // Marks such as the vowels of Thai belong to their word; points in it do not count.
                if scalar.properties.isAlphabetic {
                    word.unicodeScalars.append(scalar)
                } else if scalar != "." {
                    close(&word)
                }
            }
        }
        close(&word)
    }

    /// The digit of any script.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.properties.numericType == .decimal else { return nil }
        return scalar.properties.numericValue.map { Int($0) }
    }

    private mutating func close(_ word: inout String) {
        defer { word = "" }
        switch word.lowercased() {
        case "", "年", "月", "日", "元年", "년", "월", "일":
            if word == "元年" { numbers.append(Number(value: 1, digits: 1)) }
        case let mark:
            // 令和元年 comes in one piece.
            let isFirst = mark.hasSuffix("元年")
            let name = isFirst ? String(mark.dropLast(2)) : mark
            guard count == nil, numbers.isEmpty,
                let found = YearCount.allCases.first(where: { $0.marks.contains(name) })
            else {
                areKnown = false
                return
            }
            count = found
            if isFirst { numbers.append(Number(value: 1, digits: 1)) }
        }
    }

    /// Year, month and day in that order; nil where more than one order is possible.
    var parts: (year: Int, month: Int?, day: Int?)? {
        mutating get {
            if numbers.count == 1 { split() }
            guard (1...3).contains(numbers.count) else { return nil }
            let values = numbers.map(\.value)
            let isYearFirst = count != nil || numbers[0].digits >= 3
            if isYearFirst {
                return (values[0], values.count > 1 ? values[1] : nil, values.count > 2 ? values[2] : nil)
            }
            guard let last = numbers.last, last.digits == 4 else { return nil }
            if values.count == 2 { return (values[1], values[0], nil) }
            guard values.count == 3 else { return nil }
            // 13/05 can only be the thirteenth; where Buddhist years are written, the day comes first.
            if values[0] > 12 || values[0] == values[1] || YearCount.unmarked(values[2]) == .buddhist {
                return (values[2], values[1], values[0])
            }
            return values[1] > 12 ? (values[2], values[0], values[1]) : nil
        }
    }

    /// `20260512` and `1150304` in their parts.
    private mutating func split() {
        let (value, digits) = (numbers[0].value, numbers[0].digits)
        if digits == 7 || digits == 8 {
            numbers = [
                Number(value: value / 10_000, digits: digits - 4), Number(value: value / 100 % 100, digits: 2),
                Number(value: value % 100, digits: 2),
            ]
        }
    }
}

extension PartialDate {
    /// The year with which it is written; nil of a date of which nothing is known.
    fileprivate var yearAsRead: Int? {
        switch form {
        case .unknown: nil
        case .notAfter: latest.year
        case .day, .month, .year, .span, .notBefore: earliest.year
        }
    }

    /// The date, were its years counted so; nil where nobody would write it so.
    fileprivate func counted(by count: YearCount) -> PartialDate? {
        func meant(_ date: CivilDate) -> CivilDate? {
            guard date != .earliest, date != .latest else { return date }
            let (year, month, day) = date.parts
            return count.gregorian(year).flatMap { CivilDate(year: $0, month: month, day: day) }
        }
        let (year, month, _) = earliest.parts
        switch form {
        case .month: return count.gregorian(year).flatMap { PartialDate(year: $0, month: month, day: nil) }
        case .year: return count.gregorian(year).flatMap { PartialDate(year: $0, month: nil, day: nil) }
        case .unknown: return nil
        case .day, .span, .notAfter, .notBefore:
            guard let first = meant(earliest), let last = meant(latest) else { return nil }
            return PartialDate(from: first, through: last)
        }
    }

    fileprivate init?(year: Int, month: Int?, day: Int?) {
        guard let month else {
            guard (1_900...9_999).contains(year), day == nil else { return nil }
            self = .year(year)
            return
        }
        guard let date = CivilDate(year: year, month: month, day: day ?? 1) else { return nil }
        self = day == nil ? .month(year: year, month: month) : .day(date)
    }
}
