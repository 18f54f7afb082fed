import Engine
import Hummingbird
import Regulation
import Submissions
import Synchronization
import Views

/// Responses with statuses as they were last written, good as long as nothing was committed and no body's day has ended.
///
/// What a status says follows from the log, the workspace's clock and the day at each body's place; days begin on the
/// quarter hours of universal time.
final class StatusTexts: Sendable {
    struct Key: Hashable {
        let submission: SubmissionName
        let country: JurisdictionCode?
        let isWhole: Bool
        let language: String
        /// Who sees less is told less.
        let sight: Sight
    }

    /// A response with everything but the instant for which it is given.
    struct Text {
        let response: Response
        let asOf: Instant
        let isSimulated: Bool

        func response(asOf instant: Instant) -> Response {
            var response = response
            response.headers[.asOf] = instant.description
            return response
        }
    }

    private struct Kept {
        let text: Text
        let changes: Int
        let quarter: Int64
    }

    private static let limit = 2_048
    private let kept = Mutex<[Key: Kept]>([:])

    subscript(_ key: Key, changes: Int, now: Instant) -> Text? {
        kept.withLock { kept in
            guard let found = kept[key], found.changes == changes, found.quarter == Self.quarter(of: now) else {
                return nil
            }
            return found.text
        }
    }

    /// `changes` is what was counted before the text was made.
    func keep(_ text: Text, for key: Key, changes: Int, now: Instant) {
        kept.withLock { kept in
            if kept.count >= Self.limit { kept = [:] }
            kept[key] = Kept(text: text, changes: changes, quarter: Self.quarter(of: now))
        }
    }

    private static func quarter(of instant: Instant) -> Int64 { instant.millisecondsSinceEpoch / 900_000 }
}
