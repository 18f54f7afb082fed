import Regulation
import Submissions

/// Counts a product's lag, day by day, from the courses of its cases; pure, so that the same courses always give the same days.
struct LagReckoner {
    /// One approval of the product, whatever has become of it since.
    struct Granted {
        let jurisdiction: JurisdictionCode
        let on: PartialDate
        let isDeclared: Bool
    }

    /// One case that decides about the product in a country.
    struct Course {
        let jurisdiction: JurisdictionCode
        let filed: PartialDate?
        let segments: [Timeline.Segment]
        let isOver: Bool
        /// The common review, where the case is part of one: what waits for it lies with whom the common review lies.
        let common: [Timeline.Segment]
    }

    /// What the plan knows of a country whose filing is known.
    typealias Planning = (_ code: JurisdictionCode, _ filed: CivilDate) -> DeviceLag.Alone?

    let granted: [Granted]
    let courses: [Course]
    /// Countries that the product is meant for.
    let targets: [JurisdictionCode]
    let today: CivilDate

    var first: DeviceLag.First? {
        granted.min { ($0.on.latest, $0.jurisdiction) < ($1.on.latest, $1.jurisdiction) }.map {
            DeviceLag.First(jurisdiction: $0.jurisdiction, on: $0.on, isDeclared: $0.isDeclared)
        }
    }

    func countries(planning: Planning) -> [DeviceLag.Country] {
        let codes = Set(targets + courses.map(\.jurisdiction) + granted.map(\.jurisdiction))
        let first = first
        return codes.sorted().map { country($0, from: first, planning) }.sorted { one, other in
            func key(_ country: DeviceLag.Country) -> (Int, Int, JurisdictionCode) {
                (country.isApproved ? 0 : 1, country.days?.upperBound ?? 0, country.code)
            }
            return key(one) < key(other)
        }
    }

    private func country(
        _ code: JurisdictionCode,
        from first: DeviceLag.First?,
        _ planning: Planning
    ) -> DeviceLag.Country {
        let approval = granted.filter { $0.jurisdiction == code }.min { $0.on.latest < $1.on.latest }
        let own = courses.filter { $0.jurisdiction == code }
        let filed = own.compactMap(\.filed).min { $0.latest < $1.latest }
        let end = approval?.on.latest ?? today
        let isKnown = filed != nil || approval?.isDeclared != true
        return DeviceLag.Country(
            code: code,
            approved: approval?.on,
            isDeclared: approval?.isDeclared ?? false,
            filed: filed,
            days: first.map { first in
                let last = approval?.on ?? .day(today)
                return Self.days(from: first.on, to: last)
            },
            parts: first.flatMap { isKnown ? parts(of: own, from: $0.on.latest, to: end) : nil },
            review: filed.flatMap { filed in approval.map { Self.days(from: filed, to: $0.on) } },
            alone: filed.flatMap { planning(code, $0.latest) }
        )
    }

    /// Never less than nothing: what can only have come first is no lag.
    private static func days(from first: PartialDate, to last: PartialDate) -> ClosedRange<Int> {
        let least = max(0, last.earliest.dayNumber - first.latest.dayNumber)
        return least...max(least, last.latest.dayNumber - first.earliest.dayNumber)
    }

    private func parts(of courses: [Course], from first: CivilDate, to end: CivilDate) -> DeviceLag.Parts {
        var parts = DeviceLag.Parts()
        guard first < end else { return parts }
        for number in first.dayNumber..<end.dayNumber {
            switch courses.compactMap({ $0.part(on: number) }).min() {
            case .authority: parts.withAuthority += 1
            case .applicant: parts.withApplicant += 1
            case nil: parts.notFiled += 1
            }
        }
        return parts
    }
}

/// With whom a filed case lies; an authority's work goes before an applicant's where two cases run beside each other.
private enum LagPart: Int, Comparable {
    case authority, applicant

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

extension LagReckoner.Course {
    /// Nil before the filing, and after the case's end.
    fileprivate func part(on day: Int) -> LagPart? {
        guard let filed, filed.latest.dayNumber <= day else { return nil }
        let own = segments.on(day)
        if let own, own.to == nil, isOver { return nil }
        // Before the case has a course of its own, too, it lies where the common review lies.
        let segment = own?.turn == .others || own == nil ? common.on(day) ?? own : own
        return segment.map { $0.turn == .applicant ? .applicant : .authority }
    }
}

extension [Timeline.Segment] {
    /// The one that lasts on a day.
    fileprivate func on(_ day: Int) -> Timeline.Segment? {
        last { segment in
            segment.from.latest.dayNumber <= day && segment.to.map { $0.latest.dayNumber > day } ?? true
        }
    }
}
