import Engine
import Regulation
import Submissions

/// Who did what, by the log, against what each client was answered.
///
/// Every errand is done in the name of a person of its own, so that the log says which errand an event comes from.
struct Deeds {
    /// What one errand may do once at most.
    private struct Deed: Hashable {
        let person: PersonID
        let kind: String
    }

    private struct CaseDeeds {
        /// Attempts that ended without a clear answer, and so may have been carried out.
        var unclear = 0
        var refused = 0
        /// Whether the submission was there whenever it was sent.
        var isKnown = true
        var acceptance: Acceptance?
    }

    private var done: [Deed: Int] = [:]
    /// Persons who opened a track.
    private var openers: Set<PersonID> = []
    private var refusals: [PersonID: Int] = [:]
    private var courses: [Int: CaseDeeds] = [:]
    /// Persons in whose name a reversal was asked for too, so that not all refusals are of their own errand.
    private var reversers: [PersonID: Set<Int>] = [:]
    private(set) var keyed: [Int] = []

    // MARK: - What the log says

    mutating func add(_ record: EventRecord, of name: SubmissionName) throws(Violation) {
        guard let kind = record.kindOfDeed else { return }
        if case .caseOpened = record.event { openers.insert(record.recordedBy.person) }
        // Of a bundle of registrations that run, the hub stands for all that joined as it was opened.
        if record.event.action == "join", openers.contains(record.recordedBy.person) { return }
        let deed = Deed(person: record.recordedBy.person, kind: kind)
        done[deed, default: 0] += 1
        // An action may open tracks of its own, so those are counted only against an errand that asked for one.
        if case .caseOpened = record.event { return }
        guard done[deed] == 1 else {
            let words = "\(kind) of \(record.recordedBy.person) in \(name), event \(record.number)"
            throw Violation("nothing is done twice", words)
        }
    }

    mutating func add(_ refusal: RecordedRefusal) { refusals[refusal.actor.person, default: 0] += 1 }

    // MARK: - What clients hear

    mutating func sent(_ number: Int, _ errand: Errand, isKnown: Bool) {
        if !isKnown { courses[number, default: CaseDeeds()].isKnown = false }
        if case .reverse(_, _, let actor) = errand { reversers[actor.person, default: []].insert(number) }
    }

    mutating func hear(_ outcome: Outcome, to number: Int, _ errand: Errand) throws(Violation) {
        var course = courses[number] ?? CaseDeeds()
        defer { courses[number] = course }
        let words = "#\(number + 1)"
        switch outcome {
        case .accepted(let acceptance):
            if let before = course.acceptance, before != acceptance {
                throw Violation("a kept answer is the same each time", "\(words): \(before) and \(acceptance)")
            }
            guard errand.kindOfDeed.map({ count(errand, $0) == 1 }) ?? true else {
                throw Violation("what is acknowledged is done once", words)
            }
            if errand.hasKey, course.acceptance == nil { keyed.append(number) }
            course.acceptance = acceptance
        case .done: break
        case .noAnswer, .fault(.commitFailed): course.unclear += 1
        case .refused(let refusal):
            try checkNothingDone(course, errand, "\(words) was refused: \(refusal.code)")
            // What was mistyped is answered and not written down.
            if refusal.isAboutTyping {
                try checkRefusals(course, errand, words)
                return
            }
            course.refused += 1
            let recorded = errand.actor.map { refusals[$0.person] ?? 0 } ?? 0
            guard !errand.recordsRefusals || !course.isKnown || recorded >= course.refused else {
                throw Violation("a refusal is recorded", "\(words): \(refusal.code)")
            }
        case .failed(let error):
            try checkNothingDone(course, errand, "\(words) was answered \(error.code)")
            try checkRefusals(course, errand, words)
        case .fault(let fault):
            if case .constraint(let reason) = fault { throw Violation("no write breaks a rule of the schema", reason) }
            try checkNothingDone(course, errand, "\(words) found the disk full")
        case .broken(let violation): throw violation
        }
    }

    private func count(_ errand: Errand, _ kind: String) -> Int {
        errand.actor.flatMap { done[Deed(person: $0.person, kind: kind)] } ?? 0
    }

    /// What was not accepted left no event, unless an earlier attempt had no clear answer.
    private func checkNothingDone(_ course: CaseDeeds, _ errand: Errand, _ words: String) throws(Violation) {
        guard let kind = errand.kindOfDeed, course.unclear == 0, course.acceptance == nil else { return }
        // Two may ask for the same reversal, in the name of the same recorder: the first is accepted.
        if case .reverse(_, _, let actor) = errand, (reversers[actor.person]?.count ?? 0) > 1 { return }
        guard count(errand, kind) == 0 else { throw Violation("what was not accepted leaves nothing", words) }
    }

    /// No more refusals are recorded than were answered, or might have been.
    private func checkRefusals(_ course: CaseDeeds, _ errand: Errand, _ words: String) throws(Violation) {
        guard let person = errand.actor?.person, reversers[person] == nil else { return }
        guard refusals[person] ?? 0 <= course.refused + course.unclear else {
            throw Violation("what was not refused leaves no refusal", words)
        }
    }
}

extension EventRecord {
    /// What a person did by it; `nil` for what follows from that.
    fileprivate var kindOfDeed: String? {
        switch event {
        case .opened: "opening"
        case .amended: "amendment"
        case .dossierFiled: "filing"
        case .caseAdvanced(let advanced): advanced.cause.action == nil ? nil : "action"
        case .corrected: "correction"
        // Of one command that recorded several acts each may be taken back.
        case .actionReversed(let reversed): "reversal of event \(reversed.event)"
        case .rulesRebound: "rebinding"
        // Of a bundle the hub stands for all that was opened with it.
        case .caseOpened(let opened) where opened.bundle != nil: nil
        case .caseOpened(let opened): opened.isTrack ? "track \(opened.route) of \(opened.jurisdiction)" : nil
        case .letterConfirmed, .letterDisputed: "answer to a letter"
        case .messageIgnored, .approvalFlagged: nil
        }
    }
}

extension Errand {
    fileprivate var kindOfDeed: String? {
        switch self {
        case .open: "opening"
        case .amend: "amendment"
        case .file: "filing"
        case .act: "action"
        case .correct: "correction"
        case .reverse(let event, _, _): "reversal of event \(event)"
        case .rebind: "rebinding"
        case .answerLetter: "answer to a letter"
        case .openTrack(let track, let code, _, _, _): "track \(track) of \(code)"
        case .openBundle(let hub, _, _, _, _): "track \(hub) of JP"
        case .advanceClock, .fireDeadlines, .drain, .look, .compare, .compareWork, .verify: nil
        }
    }

    /// Whether a refusal of it becomes a leaf.
    fileprivate var recordsRefusals: Bool {
        switch self {
        case .amend, .file, .act, .correct, .reverse, .answerLetter, .rebind, .openTrack, .openBundle: true
        case .open, .advanceClock, .fireDeadlines, .drain, .look, .compare, .compareWork, .verify: false
        }
    }

    /// Whether the event is the deed that the errand asked for.
    func isDone(by record: EventRecord) -> Bool {
        guard record.recordedBy.person == actor?.person else { return false }
        switch (self, record.event) {
        case (.open, .opened), (.amend, .amended), (.file, .dossierFiled): return true
        case (.act(let request), .caseAdvanced(let advanced)):
            return advanced.name == request.name && advanced.cause.action == request.action
        case (.correct(let request), .corrected(let corrected)): return corrected.event == request.event
        case (.reverse(let event, _, _), .actionReversed(let reversed)): return reversed.event == event
        case (.answerLetter(let event, false, _, _), .letterConfirmed(let confirmed)): return confirmed.event == event
        case (.answerLetter(let event, true, _, _), .letterDisputed(let disputed)): return disputed.event == event
        case (.rebind(let name, _, _), .rulesRebound(let rebound)): return rebound.name == name
        case (.openTrack(let track, let code, _, _, _), .caseOpened(let opened)):
            return opened.route == track && opened.jurisdiction == code && opened.isTrack
        case (.openBundle(let hub, _, _, _, _), .caseOpened(let opened)):
            return opened.route == hub && opened.isTrack
        default: return false
        }
    }
}
