/// A country or region as configured: its bodies, routes and dossier requirements, each with a source.
public struct Jurisdiction: Hashable, Sendable {
    public let code: JurisdictionCode
    public let names: [String: String]
    public let zone: Zone
    /// The working calendar by which the jurisdiction counts.
    public let calendar: String
    /// BCP 47 languages of the dossier and of the label.
    public let dossierLanguages: [String]
    public let labelLanguages: [String]
    public let bodies: [Body]
    /// Every version of every route, in file order.
    public let routes: [RouteRule]
    public let requirements: [Requirement]
    /// The body that is the window of a bundled filing, where the jurisdiction offers one.
    public let hub: BodyID?

    public init(
        code: JurisdictionCode,
        names: [String: String],
        zone: Zone,
        calendar: String,
        dossierLanguages: [String],
        labelLanguages: [String],
        bodies: [Body],
        routes: [RouteRule],
        requirements: [Requirement],
        hub: BodyID? = nil
    ) {
        self.code = code
        self.names = names
        self.zone = zone
        self.calendar = calendar
        self.dossierLanguages = dossierLanguages
        self.labelLanguages = labelLanguages
        self.bodies = bodies
        self.routes = routes
        self.requirements = requirements
        self.hub = hub
    }

    /// The body that has `function`, the first in file order where several have it.
    public func body(that function: Body.Function) -> Body? {
        bodies.first { $0.functions.contains(function) }
    }

    public func body(_ id: BodyID) -> Body? { bodies.first { $0.id == id } }

    /// The version of `route` in force on `date`, the last in file order where several are.
    public func route(_ route: RouteName, on date: CivilDate) -> RouteRule? {
        routes.last { $0.name == route && $0.isInForce(on: date) }
    }

    /// The rules to which a case filed on `date` by `route` is bound: that route, in the version in force.
    public func bound(to route: RouteName, on date: CivilDate) -> Jurisdiction? {
        guard let rule = self.route(route, on: date) else { return nil }
        return Jurisdiction(
            code: code,
            names: names,
            zone: zone,
            calendar: calendar,
            dossierLanguages: dossierLanguages,
            labelLanguages: labelLanguages,
            bodies: bodies,
            routes: [rule],
            requirements: requirements,
            hub: hub
        )
    }
}
