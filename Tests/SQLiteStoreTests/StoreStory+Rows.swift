import StorePromises

@testable import SQLiteStore

extension StoreStory {
    /// As a workspace makes its lists anew, with rows made by hand.
    static let making: CaseRowMaking = { submission, _ in rows(of: submission) }
}
