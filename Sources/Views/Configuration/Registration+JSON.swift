import CanonicalJSON
import Engine
import Regulation

// What holds after an approval, for programs.
extension ValidityRule {
    var json: JSONValue {
        .fact(
            source,
            window,
            [
                "model": .string(model.rawValue), "years": years.map { .integer(Int64($0)) } ?? .null,
                "classes": .words(classes), "routes": .words(routes), "ends": ending?.json ?? .null,
                "renewal": renewal?.json ?? .null, "yearly": yearly?.json ?? .null,
            ]
        )
    }
}

extension ValidityRule.Ending {
    fileprivate var json: JSONValue { .object(["on": .string(day.description), "source": source.json]) }
}

extension ValidityRule.Renewal {
    fileprivate var json: JSONValue {
        .object(["opens": opens?.span ?? .null, "closes": closes?.span ?? .null, "source": source.json])
    }
}

extension ValidityRule.Yearly {
    fileprivate var json: JSONValue {
        .fact(source, window, ["by": by.map { .string($0.description) } ?? .null])
    }
}

extension ChangeCategory {
    var json: JSONValue {
        .fact(
            source,
            window,
            [
                "id": .string(id), "names": .texts(names), "step": .string(step.rawValue), "classes": .words(classes),
                "period": period?.span ?? .null,
            ]
        )
    }
}

extension SafetyRule {
    var json: JSONValue {
        .fact(
            source,
            window,
            [
                "id": .string(id), "names": .texts(names), "kinds": .array(kinds.map { .string($0.rawValue) }),
                "where": place.map { .string($0.rawValue) } ?? .null, "period": period?.span ?? .null,
            ]
        )
    }
}

extension Period {
    /// The span without the rule's name and source.
    var span: JSONValue {
        .object([
            "count": .integer(Int64(count)), "unit": .string(unit.rawValue), "anchor": .string(anchor.rawValue),
            "counting": law.json,
        ])
    }
}

extension CountingLaw {
    /// How something counts, for programs; without a calendar the jurisdiction's, without days off that calendar's.
    var json: JSONValue {
        .object([
            "firstDay": .string(counting.firstDay.rawValue), "months": .string(counting.months.rawValue),
            "noSuchDay": .string(counting.noSuchDay.rawValue), "onDayOff": .string(counting.onDayOff.rawValue),
            "daysOff": counting.daysOff.map { .array($0.sorted().map { .integer(Int64($0)) }) } ?? .null,
            "calendar": counting.calendar.map { .string($0) } ?? .null,
            "source": source == .unstated ? .null : source.json,
        ])
    }
}
