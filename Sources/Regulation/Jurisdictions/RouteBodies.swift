/// Which bodies act on a route or track, where they are not those that act everywhere else in the jurisdiction.
///
/// One body certifies a product and another hears of its incidents: that does not follow from their functions alone.
package struct RouteBodies: Hashable, Sendable {
    /// The one body that has a function here, whatever its functions elsewhere.
    package let acting: [Body.Function: BodyID]
    package let source: Source

    package init(acting: [Body.Function: BodyID], source: Source) {
        self.acting = acting
        self.source = source
    }
}

extension Jurisdiction {
    /// The bodies as they act on `rule`: of each function that it names, the body that it names and no other.
    ///
    /// A body that is left without a function has no part in such a case, unless it is the hub.
    package func bodies(on rule: RouteRule) -> [Body] {
        guard let acting = rule.bodies?.acting, !acting.isEmpty else { return bodies }
        return bodies.compactMap { body in
            let kept = body.functions.filter { acting[$0] == nil || acting[$0] == body.id }
            let given = Body.Function.allCases.filter { acting[$0] == body.id && !kept.contains($0) }
            guard !(kept + given).isEmpty || body.id == hub else { return nil }
            return body.acting(as: kept + given)
        }
    }
}

extension Body {
    fileprivate func acting(as functions: [Function]) -> Body {
        Body(id: id, functions: functions, names: names, calendar: calendar, source: source)
    }
}
