import Foundation

/// How many files and connections the system lets this process have open.
enum OpenFiles {
    /// 256 connections, the readers' and the writer's files, and a few in reserve.
    private static let wanted: rlim_t = 512
    private static let least: rlim_t = 64

    /// Raises the limit as far as the system allows, and refuses to begin where it would fail under way.
    static func demand() throws {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = min(limit.rlim_max, wanted)
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
        }
        guard limit.rlim_cur >= least else {
            throw Failure(
                .unavailable,
                "this process may open only \(limit.rlim_cur) files at once; a server needs \(least): ulimit -n \(wanted)"
            )
        }
    }
}
