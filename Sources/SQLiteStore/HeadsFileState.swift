/// How the heads file stands to the database when a workspace is opened.
package enum HeadsFileState: Hashable, Sendable {
    /// It says what the database says, or something that only verification can judge.
    case current
    /// It could not be read or written; it may lag, and whoever opens next adds what is missing.
    case lagging
    /// It has seen a longer log than the database holds: leaves that were acknowledged are gone.
    case ahead(log: Int, file: Int)
}
