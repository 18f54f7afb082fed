package import Accounts
import Engine
import Submissions
import Synchronization
import Views

/// Who sends a request.
enum Caller: Hashable, Sendable {
    /// There are no accounts: whoever reaches the server may do everything, and the record says that nobody checked.
    case anybody
    /// There are accounts, and the request names none.
    case nobody
    case admitted(Admission)

    var sight: Sight {
        switch self {
        case .anybody: .all
        // Nothing at all.
        case .nobody: Sight(.bodies([]))
        case .admitted(let admission): admission.sight
        }
    }
}

/// Whether the server asks who somebody is.
package enum Doorkeeping: Sendable {
    /// Whoever reaches the server may do everything; for this machine alone.
    case unguarded
    case accounts(AccountOffice)
}

/// The workspace as each sees it who came lately: made once for many requests.
final class SeenWorkspaces: Sendable {
    private let whole: Tasuki
    private let kept = Mutex(RecentlyUsed<Sight, Tasuki>(limit: 256))

    init(of whole: Tasuki) { self.whole = whole }

    subscript(_ sight: Sight) -> Tasuki {
        if sight.isWhole { return whole }
        return kept.withLock { kept in
            if let found = kept[sight] { return found }
            let seen = whole.seen(by: sight)
            kept.keep(seen, for: sight)
            return seen
        }
    }
}

/// A request that was let in: by whom, and the workspace as it is seen and as it is.
struct Visit: Sendable {
    let caller: Caller
    /// As the caller sees it, to be read.
    let seen: Tasuki
    /// As it is, for commands, once it is sure that the caller sees what they are about.
    fileprivate let whole: Tasuki

    init(_ caller: Caller, to whole: Tasuki, _ views: SeenWorkspaces) {
        self.caller = caller
        self.whole = whole
        seen = views[caller.sight]
    }

    var sight: Sight { caller.sight }

    /// Whether what manifests say beside the facts is shown, which is of all countries.
    var readsManifests: Bool { if case .bodies = sight.scope { false } else { true } }
}

extension TasukiContext {
    /// The workspace as who asks sees it.
    var tasuki: Tasuki { get throws { try visit.seen } }

    /// The workspace to act in, once who asks sees the case.
    ///
    /// - Throws: As where there is no such case.
    func acting(on name: CaseName, in submission: SubmissionName) async throws -> Tasuki {
        let visit = try visit
        if visit.sight.isWhole { return visit.whole }
        guard try await visit.whole.excerpt(of: submission, for: visit.sight)?.shows(name) ?? false else {
            _ = try await visit.seen.actions(of: name, in: submission)
            throw Refusal.noSuchCase(name, known: [])
        }
        return visit.whole
    }

    /// The workspace to open something in, once who asks sees the submission.
    func acting(in submission: SubmissionName) async throws -> Tasuki {
        let visit = try visit
        if !visit.sight.isWhole { _ = try await visit.seen.submission(submission) }
        return visit.whole
    }
}
