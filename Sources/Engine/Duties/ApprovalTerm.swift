package import Regulation
package import Submissions

/// How long an approval lasts: until the day that was recorded, or else by the rule of its jurisdiction.
package struct ApprovalTerm: Hashable, Sendable {
    /// The last day; `nil` where nothing ends it, or where nobody says what does.
    package let end: DateBounds?
    /// Whether the end follows from the rule only: nobody recorded it.
    package let isComputed: Bool
    package let confidence: Confidence
    /// Whether nobody knows that the rule from which the end follows held on the day of the approval.
    package let isFirstDayUnknown: Bool
    /// The rule for the day of the approval and the class of the product, where there is one.
    package let rule: ValidityRule?

    package init(of approval: Approval, of submission: Submission, in jurisdiction: Jurisdiction?) {
        let deviceClass = submission.opened.classes[approval.jurisdiction]
        let route = submission.route(of: approval.id)
        let granted = approval.grantedOn
        // Of an approval whose first day nobody knows, the latest that it can be tells the rule.
        let isOpen = granted.earliest == .earliest
        let rule = jurisdiction?.validity(on: isOpen ? granted.latest : granted.earliest, for: deviceClass, by: route)
        self.rule = rule
        if let recorded = approval.validUntil {
            (end, isComputed, confidence, isFirstDayUnknown) = (DateBounds(recorded), false, .confirmed, false)
            return
        }
        let last = jurisdiction?.validity(on: granted.latest, for: deviceClass, by: route)
        end = rule?.end(of: granted.earliest).map { first in
            DateBounds(earliest: isOpen ? .earliest : first, latest: last?.end(of: granted.latest) ?? first)
        }
        isComputed = end != nil
        let day = isOpen ? granted.latest : granted.earliest
        isFirstDayUnknown = isComputed && rule?.isFirstDayUnknown(on: day) ?? false
        // A day known only in part may lie on both sides of a change of the rule.
        confidence = rule == last && !isOpen ? rule?.sourceOfEnd(of: day).confidence ?? .unconfirmed : .unconfirmed
    }

    /// The first day on which the renewal may be filed.
    package var renewalOpens: DateBounds? { day(rule?.renewal?.opens) }

    /// The last one.
    package var renewalCloses: DateBounds? { day(rule?.renewal?.closes) }

    /// How sure these two days are: no surer than the end from which they are counted.
    package var renewalConfidence: Confidence {
        rule?.renewal?.source.confidence == .confirmed ? confidence : .unconfirmed
    }

    /// Whether the end is not sure, for whichever reason.
    package var isDoubtful: Bool { confidence == .unconfirmed || isFirstDayUnknown }

    private func day(_ period: Period?) -> DateBounds? {
        guard let period, let end else { return nil }
        return DateBounds(PartialDate(end).moved { period.start(before: $0) })
    }
}
