import Engine
package import Regulation
import Submissions

/// A memo in words, as the terminal and the page both show it.
package struct MemoText: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        /// Nil for a line of a list.
        package let label: String?
        package let text: String
        /// Where the source is read.
        package let address: String?

        init(_ label: String?, _ text: String, address: String? = nil) {
            self.label = label
            self.text = text
            self.address = address
        }
    }

    package struct Section: Hashable, Sendable {
        package let id: String
        package let title: String
        package let lines: [Line]
        /// A table under the lines; empty where there is none.
        package let header: [String]
        package let rows: [[String]]
    }

    package let title: String
    package let day: String
    package let head: [Line]
    package let sections: [Section]
}

extension Labels {
    /// The memo in words; moments are told in the zone of the workspace.
    package func text(of memo: DateMemo, in report: MemoReport) -> MemoText {
        let (item, zone) = (memo.item, report.zone)
        let names = report.countries[item.jurisdiction] ?? [:]
        let country = (names[language] ?? names["en"]).map { "\($0) (\(item.jurisdiction))" }
        var head = [
            MemoText.Line(self["columns.case"], item.fullName),
            MemoText.Line(self["columns.jurisdiction"], country ?? item.jurisdiction.rawValue),
            MemoText.Line(self["columns.turn"], turn(of: item)), MemoText.Line(self["memo.rows.duty"], item.duty),
        ]
        let remarks = remarks(on: item)
        if let stop = memo.stop {
            let verdict = stop.verdict.map { self["verdict.\($0.rawValue)"] }
            let stopped = text("clock.stopped", stop.on.description)
            head.append(.init(self["columns.clock"], [stopped, verdict].compactMap(\.self).joined(separator: " · ")))
        }
        if !remarks.isEmpty { head.append(.init(self["columns.remarks"], remarks.joined(separator: " · "))) }
        return MemoText(
            title: text(
                "memo.title",
                memo.date.isOpen ? words(for: memo.date) : memo.date.latest.description,
                words(for: item)
            ),
            day: memo.date.isExact
                ? dayWords(memo.date.latest)
                : memo.date.isOpen
                    ? words(for: memo.date)
                    : text("clock.between", dayWords(memo.date.earliest), dayWords(memo.date.latest)),
            head: head,
            sections: [
                section("rule", lines(on: memo.rule)), anchorSection(memo, zone), lawSection(memo), daysSection(memo),
                holdingsSection(memo),
                section("doubts", lines(on: memo.doubts, memo)),
                section("movers", memo.movers.map { MemoText.Line(nil, words(for: $0)) }),
            ].compactMap(\.self)
        )
    }

    /// `2026-11-05, Thursday`.
    package func dayWords(_ date: CivilDate) -> String {
        "\(date)\(self["advice.comma"])\(self["counting.weekdays.\(date.weekday)"])"
    }

    func section(
        _ id: String,
        _ lines: [MemoText.Line],
        header: [String] = [],
        rows: [[String]] = []
    ) -> MemoText.Section {
        MemoText.Section(id: id, title: self["memo.sections.\(id)"], lines: lines, header: header, rows: rows)
    }

    // MARK: - Where it comes from

    private func lines(on rule: DateMemo.Rule) -> [MemoText.Line] {
        [.init(self["memo.rows.rule"], words(for: rule.figure))] + lines(on: rule.source)
    }

    func lines(on source: Source?) -> [MemoText.Line] {
        guard let source else { return [] }
        let read = source.asOf.map { text("memo.rows.read", $0.description) }
        let parts = [said(source.text), read, self["confidence.\(source.confidence.rawValue)"]]
        let words = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
        return [.init(self["columns.source"], words, address: source.url)]
    }

    func words(for figure: DateMemo.Rule.Figure) -> String {
        switch figure {
        case .named: self["memo.figures.named"]
        case .period(let period):
            text("memo.figures.period", text(ifAny: "periods.\(period.name)") ?? period.name, span(period))
        case .before(let period, let end): text("memo.figures.before", span(period), end.latest.description)
        case .clock(let name, let rule, let starts):
            text(
                "memo.figures.clock",
                self["clocks.\(name)"],
                text("jurisdiction.span", "\(rule.limit ?? 0)", self["units.\(rule.unit.rawValue)"]),
                ([starts.map { self["starts.\($0.rawValue)"] }, self["counts.\(rule.counts.rawValue)"]]
                    + [rule.anchor == .start ? nil : self["anchors.\(rule.anchor.rawValue)"]])
                    .compactMap(\.self).joined(separator: self["advice.comma"])
            )
        case .years(let years): text("memo.figures.years", "\(years)")
        case .through(let day): text("memo.figures.through", day.description)
        case .yearly(let day): day.map { text("memo.figures.yearlyBy", $0.description) } ?? self["memo.figures.yearly"]
        }
    }

    private func anchorSection(_ memo: DateMemo, _ zone: Zone) -> MemoText.Section? {
        guard let anchor = memo.anchor else { return nil }
        let date = anchor.date.description
        let fact =
            switch anchor.fact {
            case .event: text("memo.facts.event", date)
            case .variable(let variable): text("memo.facts.variable", date, self["variables.\(variable)"])
            case .question: text("memo.facts.question", date)
            case .obligation: text("memo.facts.obligation", date)
            case .approval: text("memo.facts.approval", date)
            case .validity: text("memo.facts.validity", date)
            }
        var lines: [MemoText.Line] = [.init(self["memo.rows.fact"], fact)]
        if let record = anchor.record {
            lines.append(.init(self["memo.rows.event"], words(for: record, anchor.procedure, in: memo.item.name)))
            let when = String(zone.localText(record.recordedAt).prefix(16))
            lines.append(.init(self["columns.recorded"], "\(when), \(recorder(of: record))"))
            let corrections = anchor.corrections.map { correction in
                let what = words(for: correction.event, of: anchor.procedure)
                return text(
                    "memo.correction",
                    "\(correction.number)",
                    String(zone.localText(correction.recordedAt).prefix(10)),
                    "\(recorder(of: correction)): \(what)"
                )
            }
            lines.append(
                .init(
                    self["memo.rows.corrected"],
                    corrections.isEmpty ? self["memo.uncorrected"] : corrections.joined(separator: "; ")
                )
            )
        }
        return section("anchor", lines)
    }

    /// `#12, 2026-05-12: Accept`; where it is not of the case `name`, with the case that it is of.
    func words(for record: EventRecord, _ procedure: ProcedureID?, in name: CaseName?) -> String {
        let other = record.event.subject.flatMap { $0 == name ? nil : " (\($0))" }
        return text(
            "memo.record",
            "\(record.number)\(other ?? "")",
            record.occurredOn.description,
            words(for: record.event, of: procedure)
        )
    }
}
