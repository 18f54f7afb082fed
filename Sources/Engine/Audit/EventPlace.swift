import Regulation
package import Submissions

/// Where in the log a finding stands: as much of it as is known.
package struct EventPlace: Hashable, Sendable {
    package let submission: SubmissionName?
    /// The number of the event in its submission; `nil` for a refusal, and for a submission as a whole.
    package let number: Int?
    /// The position of the leaf in the log, from 0.
    package let position: Int?

    package init(submission: SubmissionName? = nil, number: Int? = nil, position: Int? = nil) {
        self.submission = submission
        self.number = number
        self.position = position
    }

    package init(_ leaf: StoredLeaf) {
        self.init(submission: leaf.submission, number: leaf.number, position: leaf.position)
    }
}

extension EventPlace: CustomStringConvertible {
    /// `colon-cade#17 (leaf 41)`, `colon-cade (leaf 42)`, `leaf 43`, `colon-cade`.
    package var description: String {
        let event = submission.map { name in number.map { "\(name)#\($0)" } ?? name.rawValue }
        switch (event, position) {
        case (let event?, let position?): return "\(event) (leaf \(position))"
        case (let event?, nil): return event
        case (nil, let position?): return "leaf \(position)"
        case (nil, nil): return ""
        }
    }
}
