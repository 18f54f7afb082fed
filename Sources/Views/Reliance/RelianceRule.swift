package import Regulation

/// One line of who rests on whose approvals: a route, the approvals that count on it, and between which days.
package struct RelianceRule: Hashable, Sendable {
    /// Who accepts.
    package let jurisdiction: JurisdictionCode
    package let route: RouteRule
    /// Whose approvals count, the preferred one first.
    package let references: [JurisdictionCode]
    /// How many of them are needed.
    package let needed: Int
    /// When the rule is in force: the route and its condition both are.
    package let window: Window
    package let source: Source

    /// Only where a source states the condition, and the route too.
    package var confidence: Confidence {
        route.source.confidence == .confirmed ? source.confidence : .unconfirmed
    }

    /// Whether a source states the condition, and states it of that day.
    package func isConfirmed(on date: CivilDate) -> Bool {
        confidence == .confirmed && !isFirstDayUnknown(on: date)
    }
}

extension RelianceRule: DatedRule {}

extension Jurisdiction {
    /// What the routes say of the approvals of others, in the order of the file.
    package var relianceRules: [RelianceRule] {
        routes.flatMap { route in
            route.conditions.compactMap { condition in
                guard case .references(let references, let needed) = condition.kind,
                    let window = route.window.common(with: condition.window)
                else { return nil }
                return RelianceRule(
                    jurisdiction: code,
                    route: route,
                    references: references,
                    needed: needed,
                    window: window,
                    source: condition.source
                )
            }
        }
    }
}

extension Window {
    /// The days that both hold; nil where there are none.
    fileprivate func common(with other: Window) -> Window? {
        guard overlaps(other) else { return nil }
        return Window(
            from: [from, other.from].compactMap(\.self).max(),
            until: [until, other.until].compactMap(\.self).min()
        )
    }
}
