import Regulation
import Submissions

@testable import Engine
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
                questions: []
            ),
            lanes: lanes,
            span: span
        )
    }
}
