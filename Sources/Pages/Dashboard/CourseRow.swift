import Engine
import Regulation
import Views

/// One row of the timeline as a table: a stretch of time, or something that happened.
struct CourseRow: TemplateModel {
    let courseCase: String
    let courseFrom: String
    let courseTo: String
    let courseTurn: String
    let courseText: String

    /// Everything in a lane in the order of its dates; what happened stands before the stretch that it began.
    static func rows(of lane: Timeline.Lane, _ labels: Labels) -> [CourseRow] {
        let name = labels.laneName(lane.row)
        let happened = lane.milestones.map { milestone in
            (
                milestone.on.earliest,
                CourseRow(
                    courseCase: name,
                    courseFrom: labels.words(for: milestone.on),
                    courseTo: "",
                    courseTurn: "",
                    courseText: labels.words(for: milestone)
                )
            )
        }
        let held = lane.segments.map { segment in
            (
                segment.from.earliest,
                CourseRow(
                    courseCase: name,
                    courseFrom: labels.words(for: segment.from),
                    courseTo: segment.to.map { labels.words(for: $0) } ?? labels["page.lasting"],
                    courseTurn: labels.turn(of: segment.turn),
                    courseText: labels.states(lane.row, segment)
                )
            )
        }
        return (happened + held).enumerated()
            .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map(\.element.1)
    }
}
