package import CanonicalJSON
package import Regulation
package import Submissions

/// What one leaf of the log says.
package enum LogEntry: Hashable, Sendable {
    case event(EventRecord, of: SubmissionName)
    case refusal(RecordedRefusal)

    /// Reads the bytes of a leaf, and refuses whatever would not be written again as the same bytes.
    package init(bytes: some Collection<UInt8>) throws(LeafDefect) {
        var outline = CanonicalOutline()
        let outcome = Array(bytes).withUnsafeBytes { bytes -> Result<LogEntry, LeafDefect> in
            do throws(LeafDefect) {
                return .success(try LogEntry(bytes: bytes, &outline))
            } catch {
                return .failure(error)
            }
        }
        self = try outcome.get()
    }

    /// Reads the bytes of a leaf where they lie, with an outline that serves many leaves.
    package init(bytes: UnsafeRawBufferPointer, _ outline: inout CanonicalOutline) throws(LeafDefect) {
        let entry: LogEntry?
        do throws(EventDefect) {
            entry = try outline.reading(bytes) { (leaf: CanonicalValue) throws(EventDefect) in
                try LogEntry(form: leaf)
            }
        } catch {
            throw .malformed(error)
        }
        if let entry {
            self = entry
            return
        }
        // Only bytes that are refused are looked at again, to say why.
        do throws(JSONDefect) {
            _ = try JSONValue(parsing: bytes)
        } catch {
            throw .notJSON(error)
        }
        throw .notCanonical
    }

    /// - Throws: the first defect found, with its path.
    package init(leaf: JSONValue) throws(EventDefect) {
        self = try leaf.readingForm { (leaf: CanonicalValue) throws(EventDefect) in try LogEntry(form: leaf) }
    }

    private init(form leaf: CanonicalValue) throws(EventDefect) {
        if leaf["type"]?.isText(RecordedRefusal.type) == true {
            self = .refusal(try RecordedRefusal(form: leaf))
        } else {
            let (submission, record) = try EventCodec.decode(leaf)
            self = .event(record, of: submission)
        }
    }

    package var submission: SubmissionName {
        switch self {
        case .event(_, of: let submission): submission
        case .refusal(let refusal): refusal.submission
        }
    }

    /// The number of the event in its submission; `nil` for a refusal.
    package var number: Int? {
        if case .event(let record, of: _) = self { record.number } else { nil }
    }

    package var recordedAt: Instant {
        switch self {
        case .event(let record, of: _): record.recordedAt
        case .refusal(let refusal): refusal.recordedAt
        }
    }
}

/// Why bytes are no leaf that this release would have written.
package enum LeafDefect: Error, Hashable, Sendable {
    case notJSON(JSONDefect)
    /// The same value has other bytes in canonical JSON.
    case notCanonical
    case malformed(EventDefect)
}

extension LeafDefect: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notJSON(let defect): "no JSON at byte \(defect.offset)"
        case .notCanonical: "not in canonical form"
        case .malformed(let defect): defect.description
        }
    }
}
