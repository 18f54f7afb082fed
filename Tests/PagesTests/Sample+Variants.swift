import Regulation

@testable import Engine
@testable import Submissions
@testable import Views

/// A name that nobody could type, for tests of escaping.
struct SubmissionNameText {
    let name: SubmissionName

    init(_ text: String) { name = SubmissionName(rawValue: text) }
}

extension Timeline {
    var withoutLanes: Timeline { Timeline(report: report, lanes: [], span: span) }

    var onWallClock: Timeline {
        Timeline(
            report: StatusReport(
                submission: report.submission,
                product: report.product,
                productVersion: report.productVersion,
                asOf: report.asOf,
                zone: report.zone,
                isSimulated: false,
                version: report.version,
                rows: report.rows,
                duties: report.duties,
                questions: []
            ),
            lanes: lanes,
            span: span
        )
    }
}

extension SubmissionEvidence {
    /// Of a submission that was only opened.
    var emptied: SubmissionEvidence {
        SubmissionEvidence(
            submission: Submission(submission.opened, at: submission.openedAt),
            status: StatusReport(
                submission: status.submission,
                product: status.product,
                productVersion: status.productVersion,
                asOf: status.asOf,
                zone: status.zone,
                isSimulated: false,
                version: 0,
                rows: [],
                duties: [],
                questions: []
            ),
            history: [],
            refusals: [],
            head: head,
            leaves: [],
            texts: [],
            erasedTexts: 0,
            pinned: [],
            clocks: [],
            register: [],
            rules: [:],
            procedures: [:]
        )
    }
}
