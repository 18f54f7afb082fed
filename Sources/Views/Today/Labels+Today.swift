import Engine
package import Regulation
import Submissions

// The day in words.
extension Labels {
    /// What is to be done, without its day.
    package func words(for item: TodayItem) -> String {
        switch item.subject {
        case .duty(let duty):
            return switch duty.subject {
            case .questions(let ids, _): words(forQuestions: ids, duty.text, from: item.asker)
            // That it is a target is said with its day.
            case .clock(let clock): self["clocks.\(clock)"]
            case .state, .obligation, .approval, .fee, .stepFee, .flag, .letter, .target: words(for: duty)
            }
        case .move(let move):
            guard move.questions.isEmpty else {
                return words(forQuestions: move.questions, move.text, from: item.asker)
            }
            return text("today.move", state(of: move.row))
        case .wait(let move): return text("today.wait", state(of: move.row))
        }
    }

    /// Whose turn it is, where it is another's.
    package func turn(of item: TodayItem) -> String? {
        guard item.part != .mine else { return nil }
        let turn =
            switch item.subject {
            case .duty(let duty): duty.turn == .applicant ? nil : self.turn(of: duty)
            case .move: nil as String?
            case .wait(let move): self.turn(of: move.row)
            }
        return turn == "–" ? nil : turn
    }

    private func words(forQuestions ids: [QuestionID], _ asked: String?, from asker: BodyID?) -> String {
        let names = ids.map(\.rawValue).joined(separator: ", ")
        let body = asker?.rawValue ?? self["turns.hub"]
        return asked.map { text("today.asks", body, $0, names) } ?? text("today.asksUnread", body, names)
    }

    /// By when: `answer by Fri 27 Nov, 2 days over`; nil where no day is set.
    package func time(of item: TodayItem) -> String? {
        guard let duty = item.duty, let date = duty.date else { return nil }
        let mark = duty.isDoubtful ? "*" : ""
        let day = date.isExact ? shortDay(date.latest, from: item.today) + mark : words(for: date) + mark
        let key =
            switch duty.kind {
            case .question: "today.answerBy"
            case .target: "today.target"
            case .renewalOpens: "today.from"
            default: "today.by"
            }
        // Words for an open span say by themselves on which side of it the day lies.
        let when = date.isOpen && duty.isOwed ? day : text(key, day)
        guard let days = item.days else { return when }
        return when + self["today.comma"] + distance(days, isOwed: duty.isOwed)
    }

    /// `Fri 27 Nov`, with the year where it is not that of `today`.
    package func shortDay(_ date: CivilDate, from today: CivilDate?) -> String {
        let weekday = self["today.weekdays.\(date.weekday)"]
        let month = self["today.months.\(date.month)"]
        return date.year == today?.year
            ? text("today.day", weekday, "\(date.day)", month)
            : text("today.dayOfYear", weekday, "\(date.day)", month, "\(date.year)")
    }

    private func distance(_ days: Int, isOwed: Bool) -> String {
        switch days {
        case 0: self["today.distance.today"]
        case 1: self["today.distance.tomorrow"]
        case 2...: text("today.distance.ahead", "\(days)")
        case -1: self[isOwed ? "today.distance.overOne" : "today.distance.yesterday"]
        default: text(isOwed ? "today.distance.over" : "today.distance.ago", "\(-days)")
        }
    }
}
