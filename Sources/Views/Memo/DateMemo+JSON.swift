package import CanonicalJSON
import Engine
import Regulation
import Statecharts
import Submissions

extension DateMemo {
    /// The memo for programs, with every day of the count.
    ///
    /// `Schemas/memo.schema.json` describes it.
    package func json(labels: Labels) -> JSONValue {
        var members = item.json(labels: labels).objectValue ?? [:]
        members["duty"] = .string(item.duty)
        members["rule"] = rule.json(labels: labels)
        members["anchor"] = anchor?.json(labels: labels) ?? .null
        members["counting"] = count?.law.json ?? .null
        members["calendar"] = count?.calendar?.json ?? .null
        members["count"] = count?.json ?? .null
        members["holdings"] = .array(holdings.map(\.json))
        members["stopped"] =
            stop.map { stop in
                .object([
                    "on": .string(stop.on.description),
                    "verdict": stop.verdict.map { .string($0.rawValue) } ?? .null,
                ])
            } ?? .null
        members["doubts"] = .array(
            doubts.map { ["code": .string($0.code), "words": .string(labels.words(for: $0, isCounted: count != nil))] }
        )
        members["movers"] = .array(
            movers.map { ["code": .string($0.code), "words": .string(labels.words(for: $0))] }
        )
        return .object(members)
    }
}

extension DateMemo.Rule {
    fileprivate func json(labels: Labels) -> JSONValue {
        let (kind, name, count, unit): (String, String?, Int?, String?) =
            switch figure {
            case .named: ("named", nil, nil, nil)
            case .period(let period): ("period", period.name, period.count, period.unit.rawValue)
            case .before(let period, _): ("before", period.name, period.count, period.unit.rawValue)
            case .clock(let name, let rule, _): ("clock", name.rawValue, rule.limit, rule.unit.rawValue)
            case .years(let years): ("years", nil, years, "years")
            case .through: ("through", nil, nil, nil)
            case .yearly: ("yearly", nil, 1, "years")
            }
        return .object([
            "kind": .string(kind), "name": name.map { .string($0) } ?? .null,
            "count": count.map { .integer(Int64($0)) } ?? .null, "unit": unit.map { .string($0) } ?? .null,
            "words": .string(labels.words(for: figure)), "source": source?.json ?? .null, "replaced": .bool(isReplaced),
        ])
    }
}

extension DateMemo.Anchor {
    fileprivate func json(labels: Labels) -> JSONValue {
        let (fact, variable): (String, String?) =
            switch self.fact {
            case .event: ("event", nil)
            case .variable(let name): ("variable", name.rawValue)
            case .question: ("question", nil)
            case .obligation: ("obligation", nil)
            case .approval: ("approval", nil)
            case .validity: ("validity", nil)
            }
        return .object([
            "fact": .string(fact), "variable": variable.map { .string($0) } ?? .null,
            "date": .string(date.description), "event": record?.made ?? .null,
            "words": record.map { .string(labels.words(for: $0.event, of: procedure)) } ?? .null,
            "corrections": .array(corrections.map(\.made)),
        ])
    }
}

extension EventRecord {
    /// The event and who recorded it.
    fileprivate var made: JSONValue {
        .object([
            "number": .integer(Int64(number)),
            "case": event.subject.map { .string($0.rawValue) } ?? .null,
            "occurredOn": .string(occurredOn.description),
            "recordedAt": .string(recordedAt.description), "recordedBy": .string(recordedBy.person.rawValue),
            "as": .string(recordedBy.capacity.description),
            "onBehalfOf": onBehalfOf.map { .string($0.description) } ?? .null,
        ])
    }
}

extension WorkingCalendar {
    fileprivate var json: JSONValue {
        .object([
            "id": .string(id), "source": source?.json ?? .null,
            "through": lastYear.map { .integer(Int64($0)) } ?? .null,
        ])
    }
}

extension DateMemo.Count {
    fileprivate var json: JSONValue {
        .object([
            "unit": .string(count.unit.rawValue), "from": .string(count.zero.description),
            "total": .integer(Int64(total)), "last": .string(count.last.description),
            "ends": .string(count.day.description), "days": .array(days.map(\.json)),
        ])
    }
}

extension CountedDay {
    fileprivate var json: JSONValue {
        .object([
            "date": .string(date.description), "weekday": .integer(Int64(date.weekday)),
            "day": number.map { .integer(Int64($0)) } ?? .null, "nature": .string(nature.rawValue),
            "holiday": holiday.map { .string($0) } ?? .null,
            "stoppedBy": stoppedBy.map { .string($0.rawValue) } ?? .null, "behind": .bool(isBehind),
        ])
    }
}

extension DateMemo.Holding {
    fileprivate var json: JSONValue {
        .object([
            "after": .string(stretch.after.description), "through": .string(stretch.through.description),
            "side": stretch.side.map { .string($0.rawValue) } ?? .null, "counts": .bool(stretch.counts),
            "counted": .integer(Int64(counted)), "event": record?.made ?? .null,
        ])
    }
}

extension MemoReport {
    package func json(labels: Labels) -> JSONValue {
        .object([
            "submission": .string(submission.rawValue),
            "case": name.map { .string("\(submission)/\($0)") } ?? .null,
            "asOf": .string(asOf.description),
            "dates": .array(memos.map { $0.json(labels: labels) }),
            "without": .array(
                silences.map {
                    ["case": .string("\(submission)/\($0.name)"), "words": .string(labels.words(for: $0))]
                }
            ),
        ])
    }
}
