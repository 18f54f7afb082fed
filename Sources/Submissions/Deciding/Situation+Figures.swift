import Regulation
import Statecharts

// Guards over dates, numbers, evidence and obligations.
extension Situation {
    /// Whether the day of the act lies past the period from the variable's date.
    ///
    /// Nil where the date is not set, the period is absent or unconfirmed, or dates known only in part leave it open:
    /// then neither `within` nor `after` holds.
    func isPast(_ variable: VariableName, _ name: String) -> Bool? {
        guard let start = date(in: variable),
            let period = route?.period(name), period.confidence == .confirmed
        else { return nil }
        let calendar = bound.calendar(of: period.law.counting)
        let due = DateBounds(
            earliest: period.end(after: start.earliest, in: calendar).bounds.earliest,
            latest: period.end(after: start.latest, in: calendar).bounds.latest
        )
        return switch occurredOn.compared(to: due) {
        case .met: false
        case .missed: true
        case .undetermined: nil
        }
    }

    /// The date in a variable.
    ///
    /// Where it tells of what has happened, it lies no later than the act that asks.
    func date(in variable: VariableName) -> PartialDate? {
        bound.date(subject?.variables[variable], in: variable, on: occurredOn)
    }

    /// A counter below the route's value; a value that nobody confirms limits nothing.
    func isBelow(_ variable: VariableName, _ name: String) -> Bool {
        guard let value = route?.value(name), value.confidence == .confirmed, let limit = Int(value.text) else {
            return true
        }
        return (subject?.variables[variable].flatMap { Int($0) } ?? 0) < limit
    }

    func isMore(_ field: FieldName, than variable: VariableName) -> Bool {
        guard case .integer(let number)? = payload.fields[field],
            let other = subject?.variables[variable].flatMap({ Int($0) })
        else { return false }
        return number > other
    }

    /// Whether the value was collected in the variable before.
    func isAmong(_ field: FieldName, _ variable: VariableName) -> Bool {
        guard let value = fieldText(field) else { return false }
        return Collected(subject?.variables[variable]).values.contains(value)
    }

    /// Whether the field names the approval concerned; one without a number contradicts nothing.
    func isNumber(_ field: FieldName) -> Bool {
        guard let approval = submission.concernedApproval(of: name) else { return false }
        return approval.number.map { $0 == fieldText(field) } ?? true
    }

    /// Whether the date can lie on the day of the reference or later; what is not known contradicts nothing.
    func isNotBefore(_ field: FieldName, _ reference: DayReference) -> Bool {
        guard let date = payload.date(field) else { return false }
        let other: PartialDate? =
            switch reference {
            case .act: occurredOn
            case .variable(let variable): self.date(in: variable)
            }
        return other.map { date.latest >= $0.earliest } ?? true
    }

    /// The category of change that was named, as the jurisdiction's rules know it.
    var changeCategory: ChangeCategory? {
        bound.changeCategory(payload, subject?.variables ?? [:], submission.opened.classes[rules.code])
    }

    /// The refusal for a category that the rules do not have for the product's class; nil where they do, or none is named.
    var unknownCategory: Refusal? {
        guard let id = payload.code("category") ?? payload.choice("category"), changeCategory == nil else { return nil }
        let deviceClass = submission.opened.classes[rules.code]
        let known = rules.changes.filter { category in
            category.classes.isEmpty || deviceClass.map { category.classes.contains($0) } ?? false
        }
        return .unknownCategory(id, known: known.map(\.id))
    }

    /// The studies on which the evidence is to rest; one that was stopped is none of them.
    var studies: [Study] { submission.studies.filter { $0.standing != .stopped } }

    var isEvidenceReady: Bool { !studies.isEmpty && studies.allSatisfy(\.isReady) }

    /// Whether the category decides by itself: its source is confirmed and what it rests on is there, or an officer confirmed
    /// it for this change with a reason.
    func isSure(of category: ChangeCategory?) -> Bool {
        guard let category else { return false }
        if subject?.variables["categoryAccepted"] == category.id { return true }
        let hasFooting = category.footing.map { aTrack($0.track, states: FactName($0.fact)) } ?? true
        return hasFooting && category.source.confidence == .confirmed
    }

    func aTrack(_ track: RouteName, states fact: FactName) -> Bool {
        submission.cases.contains { other in
            other.isTrack && other.route == track && other.jurisdiction == rules.code && other.facts.contains(fact)
        }
    }

    /// Whether some fee of the case was paid last, and not refunded since.
    var aFeeWasPaid: Bool {
        let ledger = submission[name]?.ledger ?? []
        return Set(ledger.map(\.fee)).contains { fee in ledger.last { $0.fee == fee }?.kind == .paid }
    }

    var obligationsAreMet: Bool {
        submission.obligations.allSatisfy { obligation in
            obligation.name != name || obligation.standing != .open
                || obligation.due.map { $0.latest > occurredOn.earliest } ?? true
        }
    }
}

extension Procedure {
    /// Whether the variable is set to nothing but the day of an act, or to a date that lies before it.
    func tellsOfThePast(_ variable: VariableName) -> Bool {
        let values = effects.compactMap { effect in
            if case .set(variable, let value) = effect { value } else { nil }
        }
        return !values.isEmpty
            && values.allSatisfy { value in
                switch value {
                case .today: true
                case .field(let name), .given(let name):
                    actions.flatMap(\.fields).filter { $0.name == name }.allSatisfy { $0.dates.side == .past }
                case .literal: false
                }
            }
    }
}

extension Approval.Standing {
    /// Whether nothing more follows from the approval, unless somebody takes its end back.
    var isAnEnd: Bool { self == .withdrawn || self == .lapsed }
}

/// The values that a variable collects, each once and in the order in which they came.
struct Collected {
    private(set) var values: [String]

    init(_ text: String?) { values = (text ?? "").split(separator: " ").map(String.init) }

    func adding(_ value: String) -> String {
        (values.contains(value) ? values : values + [value]).joined(separator: " ")
    }
}

extension PartialDate {
    /// Whether one of the days that it can mean is the first of a month.
    var canOpenMonth: Bool { earliest.day == 1 || earliest.firstOfNextMonth <= latest }
}

extension Case {
    /// Whether every fee that the case requires is paid or waived.
    package var owesNothing: Bool { fees.allSatisfy { isSettled($0) } }

    /// Whether the fee is paid or waived, by the last entry of the ledger that says so.
    package func isSettled(_ fee: Fee) -> Bool {
        let closing: [FeeEntry.Kind] = [.paid, .waived, .refunded]
        guard let last = ledger.last(where: { $0.fee == fee.id && closing.contains($0.kind) }) else {
            return fee.settledBy != nil
        }
        return last.kind != .refunded
    }
}
