import Engine
import Submissions
import Views

/// The shape of a milestone; no two kinds share one.
enum Mark: String, CaseIterable {
    case opened, filed, questionsIssued, questionsAnswered, reportShared, approved, decided, amended, flagged
    case deadlinePassed, left, corrected

    init(_ kind: Timeline.Milestone.Kind) {
        self =
            switch kind {
            case .opened: .opened
            case .filed: .filed
            case .questionsIssued: .questionsIssued
            case .questionsAnswered: .questionsAnswered
            case .reportShared: .reportShared
            case .decided(.approved): .approved
            case .decided: .decided
            case .amended: .amended
            case .flagged: .flagged
            case .deadlinePassed: .deadlinePassed
            case .left: .left
            case .corrected: .corrected
            }
    }

    var labelKey: String { "page.milestones.\(rawValue)" }

    /// The outline around the origin, within six units each way.
    var path: String {
        switch self {
        case .opened: "M-4.5,0 a4.5,4.5 0 1,0 9,0 a4.5,4.5 0 1,0 -9,0 Z"
        case .filed: "M0,-5.5 L5.5,4.5 L-5.5,4.5 Z"
        case .questionsIssued, .questionsAnswered: "M-4.5,-4.5 H4.5 V4.5 H-4.5 Z"
        case .reportShared: "M-4,-5.5 H1.5 L4.5,-2.5 V5.5 H-4 Z M1.5,-5.5 V-2.5 H4.5"
        case .approved, .amended: "M0,-6 L6,0 L0,6 L-6,0 Z"
        case .decided: "M0,-6 L6,0 L0,6 L-6,0 Z M-2,-2 L2,2 M2,-2 L-2,2"
        case .flagged: "M-4,6 V-6 L5,-3 L-4,0"
        case .deadlinePassed: "M-4.5,-4.5 L4.5,4.5 M4.5,-4.5 L-4.5,4.5"
        case .left: "M-5.5,0 H4.5 M0.5,-4.5 L5,0 L0.5,4.5"
        case .corrected: "M-5,0 a5,5 0 1,0 10,0 a5,5 0 1,0 -10,0 Z M-1,0 h2"
        }
    }

    private var isSolid: Bool { self == .filed || self == .questionsIssued || self == .approved || self == .flagged }

    private var color: (name: String, value: String) {
        switch self {
        case .approved: ("good", "#1b6e45")
        case .decided, .flagged, .deadlinePassed: ("bad", "#a3211f")
        default: ("ink", "#1b2733")
        }
    }

    /// Draws the shape at a point.
    func draw(in svg: inout SVGWriter, x: Int, y: Int) {
        svg.element(
            "path",
            [
                "class": "tl-mark-\(color.name)\(isSolid ? "" : " tl-hollow")", "d": path,
                "transform": "translate(\(x) \(y))", "fill": isSolid ? color.value : "#ffffff", "stroke": color.value,
                "stroke-width": "1.6", "stroke-linejoin": "round", "stroke-linecap": "round",
            ]
        )
    }
}
