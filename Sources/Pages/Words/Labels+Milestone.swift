import Engine
import Regulation
import Submissions
import Views

extension Labels {
    /// What a milestone says, with what it counts or names.
    func words(for milestone: Timeline.Milestone) -> String {
        let text =
            switch milestone.kind {
            case .opened: self["page.milestones.opened"]
            case .filed(let kind): self["filings.\(kind.rawValue)"]
            case .questionsIssued(let count): "\(self["page.milestones.questionsIssued"]) (\(count))"
            case .questionsAnswered: self["page.milestones.questionsAnswered"]
            case .reportShared: self["page.milestones.reportShared"]
            case .decided(let outcome): self["outcomes.\(outcome.rawValue)"]
            case .amended: self["page.milestones.amended"]
            case .flagged: self["page.milestones.flagged"]
            case .deadlinePassed: self["page.milestones.deadlinePassed"]
            case .left(let name): self.text("page.continuedAs", name.rawValue)
            case .corrected: self["page.milestones.corrected"]
            }
        return milestone.isTranscribed ? "\(text), \(self["page.legendTranscribed"])" : text
    }

    /// The milestones, without those that would say the same of the same day again.
    func toldOnce(_ milestones: [Timeline.Milestone]) -> [Timeline.Milestone] {
        var seen: Set<String> = []
        return milestones.filter { seen.insert("\($0.on) \(words(for: $0))").inserted }
    }

    /// Whose turn it is during a stretch of time; the body by its id where it is the row's own.
    func turn(of turn: StateDetail.Turn) -> String {
        switch turn {
        case .applicant: self["turns.applicant"]
        case .hub: self["turns.hub"]
        case .body(let function): self["turns.\(function.rawValue)"]
        case .others: self["turns.others"]
        case .nobody: "–"
        }
    }

    func states(_ row: StatusRow, _ segment: Timeline.Segment) -> String {
        segment.states.map { self["states.\(row.procedure).\($0)"] }.joined(separator: " + ")
    }

    /// `SG`, or `SG-2` and `hub` as the person knows them.
    func laneName(_ row: StatusRow) -> String {
        row.name == .hub ? "\(row.jurisdiction) \(self["turns.hub"])" : row.name.rawValue
    }
}
