/// A country or region as configured: bodies, classes, routes, tracks, registration and dossier, each with a source.
package final class Jurisdiction: Sendable {
    package let code: JurisdictionCode
    package let names: [String: String]
    package let zone: Zone
    /// The working calendar by which the jurisdiction counts.
    package let calendar: String
    package let languages: Languages
    package let bodies: [Body]
    /// Every version of every route, in file order.
    package let routes: [RouteRule]
    /// Procedures beside the decision, such as a change or reimbursement; in the shape of routes.
    package let tracks: [RouteRule]
    package let requirements: [Requirement]
    /// The body that is the window of a bundled filing, where the jurisdiction offers one.
    package let hub: BodyID?
    package let laws: [Law]
    package let classification: [Classification]
    package let holder: HolderRule?
    package let validity: [ValidityRule]
    package let changes: [ChangeCategory]
    package let safety: [SafetyRule]
    /// What may be told of a product, and to whom; it binds no case but those of texts for publication.
    package let advertising: [AdvertisingRule]
    /// How spans count here where a rule does not say otherwise.
    package let counting: CountingLaws
    /// What was seen of the authority's work; nothing that binds a case.
    package let observed: [Observation]
    /// The calendar of the body that reviews, by which a case counts where no rule names another.
    package let workingCalendar: String
    /// The calendars of other places by which single rules count, in order.
    package let otherCalendars: [String]

    /// BCP 47 languages of the dossier and of the label.
    package struct Languages: Hashable, Sendable {
        package let dossier: [String]
        package let label: [String]
        /// Of a pinned form its confidence alone; `nil` in one that keeps none.
        package let source: Source?

        package init(dossier: [String], label: [String], source: Source? = nil) {
            self.dossier = dossier
            self.label = label
            self.source = source
        }
    }

    package init(
        code: JurisdictionCode,
        names: [String: String],
        zone: Zone,
        calendar: String,
        languages: Languages,
        bodies: [Body],
        routes: [RouteRule],
        tracks: [RouteRule] = [],
        requirements: [Requirement],
        hub: BodyID? = nil,
        laws: [Law] = [],
        classification: [Classification] = [],
        holder: HolderRule? = nil,
        validity: [ValidityRule] = [],
        changes: [ChangeCategory] = [],
        safety: [SafetyRule] = [],
        advertising: [AdvertisingRule] = [],
        counting: CountingLaws = .plain,
        observed: [Observation] = []
    ) {
        self.code = code
        self.names = names
        self.zone = zone
        self.calendar = calendar
        self.languages = languages
        self.bodies = bodies
        self.routes = routes
        self.tracks = tracks
        self.requirements = requirements
        self.hub = hub
        self.laws = laws
        self.classification = classification
        self.holder = holder
        self.validity = validity
        self.changes = changes
        self.safety = safety
        self.advertising = advertising
        self.counting = counting
        self.observed = observed
        let own = bodies.first { $0.functions.contains(.reviews) }?.calendar ?? calendar
        let rules = routes + tracks
        let countings =
            [counting.periods.counting, counting.clocks.counting]
            + rules.flatMap { $0.clocks.map(\.rule.counting) + $0.periods.map(\.law.counting) }
            + changes.compactMap { $0.period?.law.counting }
        workingCalendar = own
        otherCalendars = Set(countings.compactMap(\.calendar)).subtracting([own]).sorted()
    }

    /// The body that has `function`, the first in file order where several have it.
    package func body(that function: Body.Function) -> Body? {
        bodies.first { $0.functions.contains(function) }
    }

    package func body(_ id: BodyID) -> Body? { bodies.first { $0.id == id } }

    /// The version of the route or track in force on `date`, the last in file order where several are.
    package func route(_ route: RouteName, on date: CivilDate) -> RouteRule? {
        (routes + tracks).last { $0.name == route && $0.isInForce(on: date) }
    }

    /// The track that on `date` may be filed in a bundle with that hub.
    package func track(bundledBy hub: RouteName, on date: CivilDate) -> RouteRule? {
        tracks.last { $0.bundle?.hub == hub && $0.isInForce(on: date) }
    }

    /// The rules to which a case of `deviceClass` filed on `date` by `route` is bound: that route, in the version in force.
    package func bound(to route: RouteName, on date: CivilDate, for deviceClass: DeviceClass?) -> Jurisdiction? {
        guard let rule = self.route(route, on: date) else { return nil }
        return Jurisdiction(
            code: code,
            names: names,
            zone: zone,
            calendar: calendar,
            languages: languages,
            bodies: bodies(on: rule),
            routes: [rule.bound(on: date, for: deviceClass)],
            requirements: requirements.filter { $0.window.contains(date) },
            hub: hub,
            validity: validity.filter { $0.window.contains(date) },
            changes: changes.filter { $0.window.contains(date) },
            safety: safety.filter { $0.window.contains(date) },
            // A text is held against the rules of the day for as long as it is out.
            advertising: rule.bindsAdvertising ? advertising : [],
            counting: counting
        )
    }

    /// The route or track of a pinned form, which holds one only.
    package var boundRoute: RouteRule? { routes.last }

    /// The classes in force on `date`.
    package func classification(on date: CivilDate) -> Classification? {
        classification.last { $0.window.contains(date) }
    }

    /// How long an approval of `deviceClass` granted on `date` by `route` lasts: what is said of that route goes before what
    /// is said of all; of an approval whose route nobody knows, what is said of all.
    package func validity(on date: CivilDate, for deviceClass: DeviceClass?, by route: RouteName?) -> ValidityRule? {
        let rules = validity.filter { $0.window.contains(date) && $0.covers(route, deviceClass) }
        return rules.last { !$0.routes.isEmpty } ?? rules.last
    }
}

/// A class, because it is large, never changes, and is handed on at every step: copies cost more than deciding.
extension Jurisdiction: Hashable {
    package static func == (left: Jurisdiction, right: Jurisdiction) -> Bool {
        left === right
            || left.code == right.code
                && left.names == right.names
                && left.zone == right.zone
                && left.calendar == right.calendar
                && left.languages == right.languages
                && left.bodies == right.bodies
                && left.routes == right.routes
                && left.tracks == right.tracks
                && left.requirements == right.requirements
                && left.hub == right.hub
                && left.laws == right.laws
                && left.classification == right.classification
                && left.holder == right.holder
                && left.validity == right.validity
                && left.changes == right.changes
                && left.safety == right.safety
                && left.advertising == right.advertising
                && left.counting == right.counting
                && left.observed == right.observed
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(routes)
    }
}
