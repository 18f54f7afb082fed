import Definitions
import Foundation
import Synchronization

/// Canonical forms of procedures and rules, kept as long as the files that they were read from stay as they are.
///
/// Opening a case asks for them, and reading a country's file takes milliseconds. A file that was edited is read anew
/// at once: its time and size are looked at each time.
final class RememberedForms: Sendable {
    private struct Stamp: Hashable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int64

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
            size = Int64(status.st_size)
        }
    }

    private struct Form {
        let stamps: [Stamp?]
        let text: String?
    }

    /// Rules are asked for by date; a workspace that lives for years asks for many.
    private static let limit = 1_024

    private let folder: ConfigFolder
    private let forms = Mutex<[String: Form]>([:])

    init(folder: ConfigFolder) { self.folder = folder }

    /// The form kept under `key`, or what `read` gives, which depends on the named files of the folder alone.
    func form(_ key: String, of files: [String], orRead read: () throws -> String?) rethrows -> String? {
        let stamps = files.map { Stamp("\(folder.path)/\($0)") }
        if let kept = forms.withLock({ $0[key] }), kept.stamps == stamps { return kept.text }
        let text = try read()
        forms.withLock { forms in
            if forms.count >= Self.limit { forms = [:] }
            forms[key] = Form(stamps: stamps, text: text)
        }
        return text
    }
}
