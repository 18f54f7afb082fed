import Regulation
import Submissions
import TransparencyLog

/// One consistent state of the workspace as somebody sees it.
///
/// A submission of which nothing is shown is not there.
struct SeenReader: StoreReader {
    let whole: any StoreReader
    private let tasuki: Tasuki
    private let sight: Sight

    init(_ whole: any StoreReader, _ tasuki: Tasuki, _ sight: Sight) {
        self.whole = whole
        self.tasuki = tasuki
        self.sight = sight
    }

    func excerpt(of name: SubmissionName) throws -> Excerpt? {
        try whole.submission(name).flatMap { try tasuki.excerpt(of: $0, for: sight, whole) }
    }

    // MARK: - Submissions and events

    func submission(_ name: SubmissionName) throws -> Submission? {
        guard let submission = try whole.submission(name),
            let excerpt = try tasuki.excerpt(of: submission, for: sight, whole)
        else { return nil }
        return excerpt.of(submission)
    }

    func submission(_ name: SubmissionName, through instant: Instant) throws -> Submission? {
        guard let excerpt = try excerpt(of: name), let then = try whole.submission(name, through: instant),
            try tasuki.shows(then, to: sight, whole)
        else { return nil }
        return excerpt.of(then)
    }

    func history(of name: SubmissionName, through instant: Instant?) throws -> [StoredEvent] {
        guard let excerpt = try excerpt(of: name) else { return [] }
        return try whole.history(of: name, through: instant).compactMap { stored in
            excerpt.of(stored.record).map { StoredEvent(position: stored.position, record: $0) }
        }
    }

    func event(_ number: Int, of name: SubmissionName) throws -> EventRecord? {
        guard let excerpt = try excerpt(of: name) else { return nil }
        return try whole.event(number, of: name).flatMap(excerpt.of)
    }

    func submissions(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try page(after: name, limit: limit) {
            try whole.submissions(after: $0, limit: $1)
        } showing: {
            try excerpt(of: $0) != nil
        }
    }

    func lastRecordedAt() throws -> Instant? { try whole.lastRecordedAt() }

    func head() throws -> TreeHead { try whole.head() }

    // MARK: - Beside the log

    func settings() throws -> WorkspaceSettings { try whole.settings() }

    /// A commitment is known only from what is shown.
    func texts(_ commitments: [TextCommitment]) throws -> [TextCommitment: CommittedText] {
        try whole.texts(commitments)
    }

    /// Procedures and rules are public.
    func pinned(_ pin: Pin) throws -> String? { try whole.pinned(pin) }

    func dependencies(limit: Int) throws -> [Dependency] { throw NotShown() }

    func answer(to key: IdempotencyKey) throws -> KeptAnswer? { throw NotShown() }

    // MARK: - Paging

    /// As many as `limit` of what a list gives, page by page, and the reader is shown.
    func page<Row>(
        after position: Row?,
        limit: Int,
        of fetch: (Row?, Int) throws -> [Row],
        showing isShown: (Row) throws -> Bool
    ) throws -> [Row] {
        try page(after: position, limit: limit, by: { $0 }, of: fetch, showing: isShown)
    }

    func page<Row, Position>(
        after position: Position?,
        limit: Int,
        by place: (Row) -> Position,
        of fetch: (Position?, Int) throws -> [Row],
        showing isShown: (Row) throws -> Bool
    ) throws -> [Row] {
        var found: [Row] = []
        var reached = position
        let size = max(limit, 100)
        while found.count < limit {
            let rows = try fetch(reached, size)
            for row in rows where found.count < limit {
                if try isShown(row) { found.append(row) }
            }
            guard rows.count == size, let last = rows.last else { break }
            reached = place(last)
        }
        return found
    }
}

extension Tasuki {
    /// Whether anything was to be seen of the submission as it was then.
    fileprivate func shows(_ then: Submission, to sight: Sight, _ reader: any StoreReader) throws -> Bool {
        let library = Library(reader, world, pins)
        return try then.excerpt(for: sight) { try bodies(of: $0, in: then, library) } != nil
    }
}
