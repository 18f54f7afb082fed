import Engine
package import Regulation
package import Submissions

/// One fee of one case, or of a country that was not filed for yet.
package struct BudgetLine: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Asked for by the rule of the route; nothing is recorded of it.
        case expected
        case quoted, invoiced, paid, waived, refunded
        /// Asked for in place of another fee, of which nothing is recorded either; never added to it.
        case alternative
        /// Asked for in some cases only.
        case conditional
        /// Asked for with a step that is not taken yet, such as a renewal.
        case later

        /// Whether the amount is part of the sum.
        package var counts: Bool {
            switch self {
            case .expected, .quoted, .invoiced, .paid, .refunded: true
            case .waived, .alternative, .conditional, .later: false
            }
        }
    }

    /// Where a fee is asked for.
    package struct Place: Hashable, Sendable {
        package let submission: SubmissionName
        /// `nil` where no case was opened yet.
        package let name: CaseName?
        package let jurisdiction: JurisdictionCode
        package let route: RouteName

        /// `colon-cade/SG`; the country behind the submission where there is no case yet.
        package var fullName: String { "\(submission)/\(name?.rawValue ?? jurisdiction.rawValue)" }
    }

    package let place: Place
    package let fee: FeeID
    /// `nil` where no rule states the fee: an authority asked for it all the same.
    package let rule: FeeRule?
    package let standing: Standing
    package let amount: Money?
    /// Whether a record gives no amount, so that the rule's stands for it.
    package let isAmountByRule: Bool
    /// Why the amount is not known.
    package let gap: FigureGap?
    /// The number of the quotation, invoice or receipt.
    package let reference: String?
    /// The day of the record, or else of the step with which the fee is due, where that was taken.
    package let on: PartialDate?
    /// Whether nobody knows that the rule asked for it on the day for which it is taken.
    let isFirstDayUnknown: Bool

    package var isUnconfirmed: Bool { rule?.source.confidence == .unconfirmed && isByRule }
    /// Whether the amount is taken from a rule of which nobody knows that it held then.
    package var restsOnUnknownFirstDay: Bool { isFirstDayUnknown && isByRule }
    package var isDoubtful: Bool { isUnconfirmed || restsOnUnknownFirstDay }

    private var isByRule: Bool { standing == .expected || isAmountByRule || !standing.counts }
}

/// A fee that comes again every year for as long as an approval is kept.
package struct YearlyFee: Hashable, Sendable {
    package let place: BudgetLine.Place
    package let rule: FeeRule
    package let amount: Money?
    package let gap: FigureGap?
    /// The last day for which the fee is paid: the day before the next one on which it is due, as the payment named it;
    /// `nil` where no payment is recorded.
    package let paidThrough: DateBounds?
    /// When it falls due next; `nil` before there is an approval.
    package let next: DateBounds?
    package let isOverdue: Bool
    /// Whether the next day follows from a rule only: nobody recorded it.
    package let isComputed: Bool
    /// Whether an earlier year of the same fee is owed and told before it: what a year costs has the fee once.
    let isFurtherYear: Bool

    package var isUnconfirmed: Bool { rule.source.confidence == .unconfirmed }
}
