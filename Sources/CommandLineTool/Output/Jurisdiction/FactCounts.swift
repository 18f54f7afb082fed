import CanonicalJSON
import Engine
import Regulation
import Views

/// How many facts are confirmed and unconfirmed, by jurisdiction and topic.
struct FactCounts {
    let labels: Labels
    private let rows: [(code: String, counts: [FactCount])]

    init(labels: Labels, facts: [Fact]) {
        self.labels = labels
        func row(_ code: String, _ facts: [Fact]) -> (String, [FactCount]) {
            let byTopic = facts.countsByTopic
            return (code, Fact.Topic.allCases.map { byTopic[$0] ?? FactCount([]) } + [FactCount(facts)])
        }
        let codes = Dictionary(grouping: facts, by: \.jurisdiction).sorted { $0.key < $1.key }
        let all = codes.count > 1 ? [row(labels["jurisdiction.all"], facts)] : []
        rows = codes.map { row($0.key.rawValue, $0.value) } + all
    }

    /// `12/3` for confirmed and unconfirmed, by topic.
    ///
    /// What is about the country as a whole is one column, so that the table fits a terminal.
    var table: Table {
        let topics = Fact.Topic.allCases
        let own = topics.indices.filter { ![.general, .calendar].contains(topics[$0]) }
        let rest = topics.indices.filter { !own.contains($0) }
        var table = Table(
            [""] + own.map { labels["jurisdiction.topics.\(topics[$0].rawValue)"] }
                + [labels["jurisdiction.rest"], labels["jurisdiction.all"]]
        )
        for row in rows {
            let cells = own.map { row.counts[$0] } + [rest.map { row.counts[$0] }.reduce(FactCount([]), +)]
            table.add([row.code] + (cells + row.counts.suffix(1)).map { "\($0.confirmed)/\($0.unconfirmed)" })
        }
        table.add(note: labels["jurisdiction.countNote"])
        let undated = rows.compactMap { row in row.counts.last.map { "\(row.code) \($0.withoutFirstDay)" } }
        table.add(note: labels.text("jurisdiction.withoutFirstDay", undated.joined(separator: ", ")))
        return table
    }

    private static let columns = Fact.Topic.allCases.map(\.rawValue) + ["all"]

    var csv: [[String]] {
        let header =
            ["jurisdiction"] + Self.columns.flatMap { ["\($0)Confirmed", "\($0)Unconfirmed"] } + ["withoutFirstDay"]
        return [header]
            + rows.map { row in
                [row.code] + row.counts.flatMap { ["\($0.confirmed)", "\($0.unconfirmed)"] }
                    + ["\(row.counts.last?.withoutFirstDay ?? 0)"]
            }
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                let members = zip(Self.columns, row.counts).map { column, count in
                    let counts: [String: JSONValue] = [
                        "confirmed": .integer(Int64(count.confirmed)),
                        "unconfirmed": .integer(Int64(count.unconfirmed)),
                    ]
                    return (column, JSONValue.object(counts))
                }
                let undated = JSONValue.integer(Int64(row.counts.last?.withoutFirstDay ?? 0))
                return .object(
                    Dictionary([("jurisdiction", .string(row.code)), ("withoutFirstDay", undated)] + members) {
                        first,
                        _ in first
                    }
                )
            }
        )
    }
}
