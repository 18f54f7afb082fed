package import Engine
import Regulation
import Submissions

extension Labels {
    /// What is due, in one line.
    package func words(for item: Duty) -> String {
        switch item.subject {
        case .state(let state, let procedure):
            [
                text("due.deadline", self["states.\(procedure).\(state)"]),
                item.event.map { self["choices.\($0.rawValue)"] },
            ]
            .compactMap { $0 }.joined(separator: " · ")
        case .clock(let clock): text("due.target", self["clocks.\(clock)"])
        case .questions(let ids, _): words(forAnswerTo: ids, item.text)
        case .obligation(let id, .report): words(forReport: id, to: item.jurisdiction)
        case .obligation(let id, let kind): words(forObligation: id, kind, item.text)
        case .approval(let id, let number): text("due.\(item.kind.rawValue)", number ?? id.rawValue)
        case .fee(let fee, let amount, let reference):
            text("due.fee", [name(of: fee), reference, amount?.description].compactMap { $0 }.joined(separator: " · "))
        case .stepFee(let fee, let amount, let due):
            text(
                "due.fee",
                [
                    name(of: fee), amount.map { $0.description + (item.isDoubtful ? "*" : "") },
                    self["feeDue.\(due?.rawValue ?? "unstated")"],
                ].compactMap { $0 }
                    .joined(separator: " · ")
            )
        case .flag(let flag): "⚑ " + words(for: flag)
        case .letter(let letter, let procedure): words(for: letter, of: procedure, disputed: item.text)
        case .target(let route, let last):
            text(
                last == nil ? "due.filing" : "due.refiling",
                item.jurisdiction.rawValue,
                name(of: route, own: item.routeNames)
            )
        }
    }

    private func name(of fee: FeeID) -> String { text(ifAny: "fees.\(fee)") ?? fee.rawValue }

    private func words(forAnswerTo ids: [QuestionID], _ asked: String?) -> String {
        let answer = text("due.question", ids.map(\.rawValue).joined(separator: ", "))
        return asked.map { text("due.obligation", answer, $0) } ?? answer
    }

    /// What the holder still owes: `Condition o-1: …`.
    package func words(for open: OpenObligation) -> String {
        if open.obligation.kind == .report { return words(forReport: open.obligation.id, to: open.jurisdiction) }
        return words(forObligation: open.obligation.id, open.obligation.kind, open.text)
    }

    /// A report to a country of which nothing is known but that the product is on its market.
    private func words(forReport id: ObligationID, to country: JurisdictionCode) -> String {
        text("due.unruled", country.rawValue, id.rawValue)
    }

    private func words(forObligation id: ObligationID, _ kind: Obligation.Kind, _ text: String?) -> String {
        let name = "\(self["obligationKinds.\(kind.rawValue)"]) \(id)"
        return text.map { self.text("due.obligation", name, $0) } ?? name
    }

    /// What must be said beside the date: that it has passed, that it is a target, computed, or not confirmed.
    package func remarks(on item: Duty) -> [String] {
        var remarks: [String] = []
        if item.isOverdue { remarks.append(self["page.overdue"]) }
        if item.kind == .target { remarks.append(self["due.remarks.target"]) }
        if item.kind == .deadline, item.date == nil { remarks.append(self["due.remarks.noDay"]) }
        if item.isComputed { remarks.append(self["due.remarks.computed"]) }
        if item.confidence == .unconfirmed { remarks.append(self["confidence.unconfirmed"]) }
        if item.isFirstDayUnknown { remarks.append(self["due.remarks.firstDay"]) }
        return remarks
    }

    /// Whose turn it is: the body, or in words.
    package func turn(of item: Duty) -> String {
        switch item.turn {
        case .body, .hub: item.turnBody?.rawValue ?? self["turns.hub"]
        case .applicant: self["turns.applicant"]
        case .others: self["turns.others"]
        case .nobody: "–"
        }
    }
}
