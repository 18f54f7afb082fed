import Engine

/// Why a workspace's store cannot do what it was asked.
package enum StoreError: Error, Hashable, Sendable {
    case noWorkspace(folder: String)
    case alreadyExists(folder: String)
    /// The database in the folder was made by something else.
    case notAWorkspace(folder: String)
    case newerFormat(found: Int, supported: Int)
    /// The tables are of a form that no release ever had.
    case olderFormat(found: Int, oldest: Int)
    /// SQLite would not wait for the disk; `synchronous` is what it answered in place of 2 (`FULL`).
    case notDurable(synchronous: Int)
    case cannotOpen(reason: String)
    case closed
    /// The disk did not confirm a commit: whether its writes will be there after a restart is unknown.
    case commitFailed(reason: String)
    case diskFull
    case damaged(reason: String)
    /// The bytes of a leaf no longer have the hash that stands beside them, or are no event.
    case damagedLeaf(position: Int)
    /// A rule of the schema refused a write: a fault in the program, not in the request.
    case refused(reason: String)
    case failed(reason: String)
}

extension StoreError: StoreFault {
    package var mayBeSentAgain: Bool {
        switch self {
        case .diskFull, .closed, .cannotOpen: true
        default: false
        }
    }

    /// Stable, for programs.
    package var code: String {
        switch self {
        case .noWorkspace: "store.missing"
        case .alreadyExists: "store.exists"
        case .notAWorkspace: "store.foreign"
        case .newerFormat: "store.newer"
        case .olderFormat: "store.older"
        case .notDurable: "store.not-durable"
        case .cannotOpen: "store.unreadable"
        case .closed: "store.closed"
        case .commitFailed: "store.commit-failed"
        case .diskFull: "store.disk-full"
        case .damaged: "store.damaged"
        case .damagedLeaf: "store.damaged-leaf"
        case .refused: "store.refused"
        case .failed: "store.failed"
        }
    }

    /// What a person can do about it.
    package var remedy: String {
        switch self {
        case .noWorkspace: "Create a workspace in this folder first, or name the folder that holds one."
        case .alreadyExists: "Open the workspace that is there, or choose an empty folder."
        case .notAWorkspace: "Choose another folder; nothing in this one was changed."
        case .newerFormat: "Use the version of Tasuki that wrote this workspace, or a later one."
        case .olderFormat: "Make a new workspace: the form of this one is of no release. Nothing in it was changed."
        case .notDurable: "Use an SQLite library that honours PRAGMA synchronous."
        case .cannotOpen: "Check that the folder and its files can be read and written by this user."
        case .closed: "Open the workspace again."
        case .commitFailed: "Check the disk, look whether the change is there, and only then send it again."
        case .diskFull: "Make room on the disk and send the request again; nothing of it was kept."
        case .damaged: "Verify the workspace, and restore a backup beside it."
        case .damagedLeaf: "Verify the workspace to see every leaf that differs, and restore a backup beside it."
        case .refused, .failed: "Report this with the steps that led to it; nothing of the request was kept."
        }
    }
}
