package import Hummingbird

/// What a request carries along.
package struct TasukiContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who was let in; nil before that.
    var admitted: Visit?

    package init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }

    /// Who was let in, and what is shown.
    var visit: Visit {
        get throws {
            guard let admitted else { throw RequestFault.notSignedIn }
            return admitted
        }
    }
}
