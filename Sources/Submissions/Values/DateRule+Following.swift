import Regulation

extension DateRule {
    /// What a date continues: a row of dates of which each comes some time after the one before it, such as those of a fee
    /// that is due every year.
    package struct Following: Hashable, Sendable {
        /// The obligations of the case whose dates are the row.
        package let kind: Obligation.Kind
        /// How long after the one before it at most.
        package let within: Reach

        package init(_ kind: Obligation.Kind, within reach: Reach) {
            self.kind = kind
            within = reach
        }
    }
}

/// The last date of a row before the one that an act hands in.
struct Foregoing: Hashable {
    /// When it is due; where nothing of the row is recorded, when the approval was granted; `nil` where there is none either.
    let date: PartialDate?
    /// Whether it is the grant of the approval.
    let isGrant: Bool
    /// Whether it is what the act is about to meet, or met.
    let isMet: Bool
}

extension Submission {
    /// Of every row that a date of the action continues, the last date in the case.
    ///
    /// With `later` what these obligations say came later, as seen from an act that is corrected.
    func foregoing(
        _ rule: ActionRule,
        of name: CaseName,
        without later: Set<ObligationID>? = nil
    ) -> [Obligation.Kind: Foregoing] {
        let kinds = Set(rule.fields.compactMap(\.dates.follows?.kind))
        return Dictionary(uniqueKeysWithValues: kinds.map { ($0, foregoing($0, of: name, without: later)) })
    }

    private func foregoing(
        _ kind: Obligation.Kind,
        of name: CaseName,
        without later: Set<ObligationID>?
    ) -> Foregoing {
        let row = obligations.filter { obligation in
            obligation.kind == kind && obligation.name == name && obligation.due != nil
                && later?.contains(obligation.id) != true
        }
        guard let last = row.last else {
            return Foregoing(date: concernedApproval(of: name)?.grantedOn, isGrant: true, isMet: false)
        }
        // What an act met that is corrected is met by now.
        let isMet = last.standing == .open || later != nil && last.standing == .met
        return Foregoing(date: last.due, isGrant: false, isMet: isMet)
    }
}

extension DateCheck {
    /// Refuses what does not come after the date before it, and what leaves others out between.
    ///
    /// Where nothing is known to be met, nobody knows how many were met elsewhere: then it is seen from the day of the act.
    func checkRow(of field: Field, _ date: PartialDate, on day: PartialDate) throws(Refusal) {
        guard let rule = field.dates.follows, let last = foregoing[rule.kind] else { return }
        var kind: DateMisfit.Kind?
        if let before = last.date, date.latest <= before.earliest {
            kind = .notNext(after: before, isGrant: last.isGrant)
        } else if let before = last.date, last.isMet {
            if date.earliest > rule.within.end(from: before.latest, forward: true) {
                kind = .skipping(rule.within, after: before)
            }
        } else if date.earliest > rule.within.end(from: max(day.latest, last.date?.latest ?? .earliest), forward: true)
        {
            kind = .far(rule.within)
        }
        if let kind { throw .misplacedDate(field.name, DateMisfit(kind: kind, date: date, from: day)) }
    }
}
