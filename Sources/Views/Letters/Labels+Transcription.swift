import Engine
import Regulation
package import Submissions

extension Labels {
    /// What is to be done about what was typed in from a letter: to confirm it, or to settle what its body says of it.
    func words(for letter: Transcription, of procedure: ProcedureID?, disputed reason: String?) -> String {
        let act = procedure.flatMap { text(ifAny: "actions.\($0).\(letter.action)") } ?? letter.action.rawValue
        let day = words(for: letter.occurredOn)
        guard letter.isDisputed else { return text("due.letter", "\(letter.event)", act, day) }
        let words = text("due.dispute", "\(letter.event)", act, day, letter.body?.rawValue ?? "")
        return reason.map { text("due.obligation", words, $0) } ?? words
    }

    /// `#18: confirmed by HSA on 12 May 2026 (#70)`; nil where the body has said nothing.
    package func answer(to letter: Transcription) -> String? {
        letter.answer.map { answer in
            text(
                answer.dispute == nil ? "letters.confirmed" : "letters.disputed",
                "\(letter.event)",
                letter.body?.rawValue ?? "",
                words(for: answer.on),
                "\(answer.event)"
            )
        }
    }
}

extension StatusRow {
    /// Whether the letter waits for its body to say something of it.
    func isAsked(_ letter: Transcription) -> Bool {
        duties.contains { duty in
            if case .letter(let own, _) = duty.subject {
                duty.kind == .letter && own.event == letter.event
            } else {
                false
            }
        }
    }

    /// Letters that wait for their bodies, body by body.
    private var waiting: [(body: BodyID, events: [Int])] {
        let open = letters.filter(isAsked)
        return open.compactMap(\.body).uniqued().map { body in (body, open.filter { $0.body == body }.map(\.event)) }
    }

    /// What bodies said of their letters, and who has still to say something.
    package func remarksOnLetters(_ labels: Labels) -> [(text: String, isSettled: Bool)] {
        letters.compactMap { letter in labels.answer(to: letter).map { ($0, letter.isConfirmed) } }
            + waiting.map { body, events in
                let numbers = events.map { "#\($0)" }.joined(separator: ", ")
                return (labels.text("letters.waiting", body.rawValue, numbers), false)
            }
    }
}
