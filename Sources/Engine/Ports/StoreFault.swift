/// Why a store could not do what it was asked, as both doors tell of it without knowing the store.
package protocol StoreFault: Error {
    /// Stable, for programs.
    var code: String { get }
    /// What a person can do about it.
    var remedy: String { get }
    /// Whether nothing was kept, so that the same request may be sent again once the cause is gone.
    var mayBeSentAgain: Bool { get }
}
