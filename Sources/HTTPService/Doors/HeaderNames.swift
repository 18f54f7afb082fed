import HTTPTypes

extension HTTPField.Name {
    static let asOf = named("tasuki-as-of")
    static let fetchMode = named("sec-fetch-mode")
    static let fetchSite = named("sec-fetch-site")
    static let frameOptions = named("x-frame-options")
    static let idempotencyKey = named("idempotency-key")
    static let openerPolicy = named("cross-origin-opener-policy")
    static let referrerPolicy = named("referrer-policy")
    static let workspaceClock = named("tasuki-clock")

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no name of a header") }
        return name
    }
}
