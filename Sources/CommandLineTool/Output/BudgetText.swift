import Engine
import Regulation
import Submissions
import Views

/// A budget as tables for people, and as rows for spreadsheets.
struct BudgetText {
    let labels: Labels
    let rates: ExchangeRates?

    func text(_ budget: Budget, width: Int) -> String {
        var blocks = [TextWidth.wrap(labels.text("budget.heading", "\(budget.product)", "\(budget.on)"), to: width)]
        if budget.lines.isEmpty, budget.yearly.isEmpty {
            return blocks.joined().joined(separator: "\n") + "\n" + labels["page.none"]
        }
        if !budget.lines.isEmpty { blocks.append([lines(budget.lines).text(width: width)]) }
        if !budget.yearly.isEmpty {
            blocks.append([labels["budget.yearly"], yearly(budget.yearly).text(width: width)])
        }
        blocks.append([labels["budget.totals"], totals(budget).text(width: width)])
        blocks.append(notes(budget).flatMap { TextWidth.wrap($0, to: width) })
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    // MARK: - Tables

    private func lines(_ lines: [BudgetLine]) -> Table {
        var table = Table(["place", "fee", "standing", "amount"].map { labels["budget.columns.\($0)"] })
        for line in lines {
            table.add([
                line.place.fullName, labels.words(for: line), labels["budget.standing.\(line.standing.rawValue)"],
                amount(of: line),
            ])
            let details = details(of: line, among: lines)
            if !details.isEmpty { table.add(note: details.joined(separator: " · ")) }
        }
        return table
    }

    private func amount(of line: BudgetLine) -> String {
        guard let amount = line.amount else { return line.standing == .waived ? "–" : "?" }
        let sign = line.standing == .refunded ? "−" : ""
        let text = sign + amount.description + (line.isDoubtful ? "*" : "")
        return line.standing.counts ? text : "(\(text))"
    }

    private func details(of line: BudgetLine, among lines: [BudgetLine]) -> [String] {
        let instead = line.rule?.insteadOf.map { fee in
            let other = lines.first { $0.place == line.place && $0.fee == fee }
            return labels.text("budget.insteadOf", other.map { labels.words(for: $0) } ?? fee.rawValue)
        }
        let due = line.standing == .expected ? line.rule?.due.map { labels["feeDue.\($0.rawValue)"] } : nil
        let day = line.on.map { labels.words(for: $0) }
        let when = [due, day].compactMap { $0 }.joined(separator: labels["advice.comma"])
        return [
            line.standing == .alternative ? instead : nil, when.isEmpty ? nil : when, line.reference,
            line.isAmountByRule ? labels["budget.byRule"] : nil,
            line.amount == nil && line.standing != .waived
                ? line.gap.map { labels["advice.gap.\($0.rawValue)"] } : nil,
        ].compactMap { $0 }
    }

    private func yearly(_ fees: [YearlyFee]) -> Table {
        var table = Table(["place", "fee", "amount", "paidThrough", "next"].map { labels["budget.columns.\($0)"] })
        for fee in fees {
            let amount = fee.amount.map { $0.description + (fee.isUnconfirmed ? "*" : "") } ?? "?"
            let next = fee.next.map { "\($0)" + (fee.isComputed ? "*" : "") + (fee.isOverdue ? " !" : "") }
            table.add([
                fee.place.fullName, labels.words(for: fee.rule), amount,
                fee.paidThrough.map { labels.words(for: $0) } ?? "–",
                next ?? labels["budget.onceApproved"],
            ])
        }
        return table
    }

    private func totals(_ budget: Budget) -> Table {
        let columns = ["paid", "invoiced", "quoted", "expected", "sum", "yearly"]
        var table = Table(
            [labels["budget.columns.currency"]] + columns.map { labels["budget.columns.\($0)"] }
        )
        for total in budget.totals {
            let amounts = [total.paid, total.invoiced, total.quoted, total.expected, total.sum, total.yearly]
            table.add([total.currency] + amounts.map(bare))
            if total.least != total.most {
                table.add(note: labels.text("budget.range", bare(total.least), bare(total.most)))
            }
        }
        if let rates {
            let converted = budget.converted(by: rates)
            table.add([
                labels.text("budget.all", rates.own), "", "", "", "", bare(converted.sum), bare(converted.yearly),
            ])
        }
        return table
    }

    /// The sum alone, where its currency stands at the head of the line.
    private func bare(_ money: Money) -> String { String(money.description.dropFirst(money.currency.count + 1)) }

    private func notes(_ budget: Budget) -> [String] {
        var notes: [String] = []
        if budget.lines.contains(where: { !$0.standing.counts && $0.standing != .waived }) {
            notes.append(labels["budget.uncounted"])
        }
        if !budget.unstated.isEmpty {
            notes.append(
                labels.text(
                    "budget.unstated",
                    budget.unstated.map(\.fullName).joined(separator: labels["advice.comma"])
                )
            )
        }
        if !budget.withoutAmount.isEmpty {
            notes.append(labels.text("budget.unknown", "\(budget.withoutAmount.count)"))
        }
        if budget.lines.contains(where: \.isUnconfirmed)
            || budget.yearly.contains(where: { $0.isUnconfirmed || $0.isComputed })
        {
            notes.append("* " + labels["page.unconfirmedNote"])
        }
        if budget.lines.contains(where: \.restsOnUnknownFirstDay) { notes.append("* " + labels["page.firstDayNote"]) }
        if let rates {
            let all = rates.all.map { "\($0.currency) 1 = \(rates.own) \($0.description)" }
            notes.append(labels.text("budget.rates", "\(rates.on)", all.joined(separator: labels["advice.comma"])))
            let missing = budget.converted(by: rates).missing
            if !missing.isEmpty { notes.append(labels.text("budget.missing", missing.joined(separator: ", "))) }
        }
        return notes
    }

    // MARK: - Rows

    func csv(_ budget: Budget) -> [[String]] {
        let header = [
            "part", "place", "jurisdiction", "route", "fee", "words", "standing", "counts", "currency", "amount", "due",
            "on",
            "reference", "insteadOf", "confidence", "paidThrough", "next", "ownCurrency", "ownAmount",
        ]
        return [header] + budget.lines.map(cells) + budget.yearly.map(cells)
    }

    private func cells(_ line: BudgetLine) -> [String] {
        [
            "fee", line.place.fullName, line.place.jurisdiction.rawValue, line.place.route.rawValue, line.fee.rawValue,
            labels.words(for: line), line.standing.rawValue, "\(line.standing.counts)",
        ] + plain(line.amount, isNegative: line.standing == .refunded) + [
            line.rule?.due?.rawValue ?? "", line.on?.description ?? "", line.reference ?? "",
            line.rule?.insteadOf?.rawValue ?? "", line.isUnconfirmed ? "unconfirmed" : "confirmed", "", "",
        ] + plain(line.amount.flatMap { rates?.converted($0) }, isNegative: line.standing == .refunded)
    }

    private func cells(_ fee: YearlyFee) -> [String] {
        [
            "yearly", fee.place.fullName, fee.place.jurisdiction.rawValue, fee.place.route.rawValue,
            fee.rule.id.rawValue, labels.words(for: fee.rule), "", "false",
        ] + plain(fee.amount) + [
            "yearly", "", "", "", fee.rule.source.confidence.rawValue, fee.paidThrough?.description ?? "",
            fee.next?.description ?? "",
        ] + plain(fee.amount.flatMap { rates?.converted($0) })
    }

    /// Currency and sum in two cells, without the commas that a spreadsheet would take for text.
    private func plain(_ money: Money?, isNegative: Bool = false) -> [String] {
        guard let money else { return ["", ""] }
        return [money.currency, (isNegative ? "-" : "") + bare(money).replacing(",", with: "")]
    }
}
