/// What happened with a product, as its company calls it before any country's rule has a word for it.
package enum SafetyEventKind: String, Hashable, Sendable, CaseIterable {
    case death
    /// A serious threat to public health, by which many may be harmed at once.
    case publicHealthThreat = "public-health-threat"
    /// Serious injury, or serious deterioration of somebody's health.
    case serious
    /// Nobody was seriously harmed, but somebody might be if it happened again.
    case recurrence
    case other
}

/// What a holder must report when something serious happens, and within which time where a source states one.
package struct SafetyRule: Hashable, Sendable {
    /// Where the events happen of which a rule speaks.
    package enum Place: String, Hashable, Sendable, CaseIterable {
        case here, abroad
    }

    package let id: String
    package let names: [String: String]
    /// The kinds of event that fall under it; none where it speaks of something else.
    package let kinds: [SafetyEventKind]
    /// `nil` where it does not tell events at home from others.
    package let place: Place?
    package let period: Period?
    package let window: Window
    package let source: Source

    package init(
        id: String,
        names: [String: String],
        kinds: [SafetyEventKind] = [],
        place: Place? = nil,
        period: Period?,
        window: Window = .always,
        source: Source
    ) {
        self.id = id
        self.names = names
        self.kinds = kinds
        self.place = place
        self.period = period
        self.window = window
        self.source = source
    }
}

extension Jurisdiction {
    /// The rule under which an event falls that happened in `country`, or nobody knows where.
    ///
    /// Of several the one that leaves the least time, which is the safe one; a rule of which nobody states the time comes last.
    ///
    /// - Parameters:
    ///   - kind: What happened.
    ///   - country: Where it happened; `nil` where that is not known, and then every rule may be the one.
    /// - Returns: The rule; `nil` where none speaks of such an event.
    package func safetyRule(for kind: SafetyEventKind, in country: JurisdictionCode?) -> SafetyRule? {
        let place: SafetyRule.Place? = country.map { $0 == code ? .here : .abroad }
        let fitting = safety.filter { rule in
            rule.kinds.contains(kind) && (place == nil || rule.place == nil || rule.place == place)
        }
        return fitting.enumerated().min { left, right in
            let (mine, theirs) = (left.element.period?.leastDays ?? .max, right.element.period?.leastDays ?? .max)
            return mine == theirs ? left.offset < right.offset : mine < theirs
        }?.element
    }
}

extension Period {
    /// How many days it lasts at least, to tell a shorter period from a longer one.
    fileprivate var leastDays: Int {
        switch unit {
        case .calendarDays: count
        case .workingDays: count + count / 5 * 2
        case .months: count * 28
        }
    }
}
