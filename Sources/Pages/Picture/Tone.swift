import Submissions

/// How a stretch of a lane looks, by who holds the case; told apart by texture as well as by colour.
enum Tone: String, CaseIterable {
    case agency, applicant, hub, others, nobody

    init(_ turn: StateDetail.Turn) {
        self =
            switch turn {
            case .body: .agency
            case .applicant: .applicant
            case .hub: .hub
            case .others: .others
            case .nobody: .nobody
            }
    }

    var fill: String { self == .agency ? "#2b5c8a" : self == .nobody ? "#7b8794" : "url(#tl-\(rawValue)-fill)" }

    /// A bar on which nobody moves because an approval is in force.
    static let granted = "#1b6e45"

    /// The colour of letters on the stretch, with a contrast of at least 4.5 to 1.
    var ink: String {
        switch self {
        case .agency: "#ffffff"
        case .applicant: "#4a2b00"
        case .hub: "#33245c"
        case .others, .nobody: "#3b4754"
        }
    }

    var labelKey: String {
        switch self {
        case .agency: "page.legendAgency"
        case .applicant: "page.legendApplicant"
        case .hub: "page.legendHub"
        case .others: "page.legendOthers"
        case .nobody: "page.legendNobody"
        }
    }

    /// The textures: stripes, lines and dots.
    static func definePatterns(in svg: inout SVGWriter) {
        svg.start("defs")
        pattern("applicant", ground: "#f8e2bd", line: "#e2ad5c", path: "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6", in: &svg)
        pattern("hub", ground: "#e0daf1", line: "#b3a5d9", path: "M0,2 H8 M0,6 H8", in: &svg)
        pattern("others", ground: "#e6eaef", line: "#a3afbc", path: "M2,2 h1.5 M6,6 h1.5", in: &svg)
        svg.end()
    }

    private static func pattern(
        _ name: String,
        ground: String,
        line: String,
        path: String,
        in svg: inout SVGWriter
    ) {
        svg.start(
            "pattern",
            ["id": "tl-\(name)-fill", "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"]
        )
        svg.element("rect", ["class": "tl-\(name)-ground", "width": "8", "height": "8", "fill": ground])
        svg.element(
            "path",
            ["class": "tl-\(name)-line", "d": path, "stroke": line, "stroke-width": "1.5", "fill": "none"]
        )
        svg.end()
    }
}
