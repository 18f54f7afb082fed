import Engine
import Regulation
import Submissions
import Views

/// One request of a client, whole, so that it can be sent again to the letter.
enum Errand: Hashable, Sendable {
    case open(SubmissionOpened, by: Actor)
    /// For all targets that wait, where none is named.
    case file(
        SubmissionName,
        revision: DocumentDigest,
        [DossierEntry],
        for: [JurisdictionCode],
        by: Actor,
        expecting: Int?
    )
    case amend(SubmissionOpened, by: Actor)
    case act(ActionRequest)
    case correct(CorrectionRequest)
    case reverse(Int, in: SubmissionName, by: Actor)
    /// Confirms what the event typed in from a letter, or disputes it.
    case answerLetter(Int, disputed: Bool, in: SubmissionName, by: Actor)
    case rebind(CaseName, in: SubmissionName, by: Actor)
    case openTrack(RouteName, of: JurisdictionCode, in: SubmissionName, by: Actor, key: String?)
    case openBundle(RouteName, of: [JurisdictionCode], in: SubmissionName, by: Actor, key: String?)
    case advanceClock(Instant)
    case fireDeadlines
    case drain
    case look(SubmissionName)
    /// Holds every view of what is to be done against the others.
    case compare(SubmissionName)
    /// Holds the work of the applicant against what is to be done in all of these.
    case compareWork([SubmissionName])
    /// Verifies the whole log, as the command of that name does.
    case verify
}

/// How an errand ended, as its client learnt it.
enum Outcome: Sendable {
    case accepted(Acceptance)
    /// Done, where there is nothing to accept.
    case done
    case refused(Refusal)
    case failed(EngineError)
    case fault(SimulatedFault)
    /// The process was gone before it answered.
    case noAnswer
    /// An error that no client should ever see.
    case broken(Violation)
}

extension Outcome {
    /// In a few words, the same on every machine.
    var words: String {
        switch self {
        case .accepted(let acceptance):
            "\(acceptance.submission)/\(acceptance.name?.rawValue ?? "") \(acceptance.version) \(acceptance.events)"
        case .done: "done"
        case .refused(let refusal): refusal.code
        case .failed(let error): error.code
        case .fault(let fault): "\(fault)"
        case .noAnswer: "no answer"
        case .broken(let violation): violation.rule
        }
    }

    /// What sort of answer it is, for counting.
    var kind: String { if case .accepted = self { "accepted" } else { words } }

    /// Whether a careful client sends the same request again.
    var leavesOpen: Bool {
        switch self {
        case .noAnswer, .failed(.busy), .fault(.commitFailed), .fault(.diskFull): true
        case .accepted, .done, .refused, .failed, .fault, .broken: false
        }
    }
}

extension Errand {
    func run(_ tasuki: Tasuki) async -> Outcome {
        do {
            guard let acceptance = try await carryOut(tasuki) else { return .done }
            return .accepted(acceptance)
        } catch let refusal as Refusal {
            return .refused(refusal)
        } catch let error as EngineError {
            return .failed(error)
        } catch SimulatedFault.processDied {
            return .noAnswer
        } catch let fault as SimulatedFault {
            return .fault(fault)
        } catch let violation as Violation {
            return .broken(violation)
        } catch {
            return .broken(Violation("nobody sees an error that is not foreseen", "\(error)"))
        }
    }

    private func carryOut(_ tasuki: Tasuki) async throws -> Acceptance? {
        switch self {
        case .open(let opened, let actor):
            return try await tasuki.open(opened, by: actor)
        case .file(let name, let revision, let entries, let codes, let actor, let version):
            return try await tasuki.file(
                name,
                revision: revision,
                entries: entries,
                for: codes,
                by: actor,
                expecting: version
            )
        case .amend(let new, let actor):
            return try await tasuki.amend(new, by: actor)
        case .act(let request):
            return try await tasuki.act(request)
        case .correct(let request):
            return try await tasuki.correct(request)
        case .reverse(let event, let name, let actor):
            return try await tasuki.reverse(event, in: name, by: actor, reason: "A mistake.")
        case .answerLetter(let event, let isDisputed, let name, let actor):
            let reason = isDisputed ? "It was not so." : nil
            return try await tasuki.answerLetter(event, in: name, by: actor, disputing: reason)
        case .rebind(let subject, let name, let actor):
            return try await tasuki.rebind(subject, in: name, by: actor, reason: "The rules were wrong.")
        case .openTrack(let track, let code, let name, let actor, let key):
            return try await tasuki.openTrack(track, of: code, in: name, by: actor, key: key)
        case .openBundle(let hub, let codes, let name, let actor, let key):
            return try await tasuki.openBundle(hub, for: codes, in: name, by: actor, key: key)
        case .advanceClock(let instant):
            try await tasuki.advanceClock(to: instant)
        case .fireDeadlines:
            try await tasuki.fireDeadlines()
        case .drain:
            try await tasuki.drainDependencies()
        case .look(let name):
            _ = try await tasuki.submission(name)
            let divergences = try await tasuki.divergences(of: name)
            guard divergences.isEmpty else {
                let rule = "what was put right is as if it had been right from the start"
                throw Violation(rule, "\(name): \(divergences)")
            }
        case .compare(let name):
            let found = try await tasuki.disagreements(about: name)
            guard found.isEmpty else { throw Violation("every view names the same duties", "\(name): \(found)") }
        case .compareWork(let names):
            let found = try await tasuki.worklessDuties(of: names)
            guard found.isEmpty else { throw Violation("every view names the same duties", "\(found)") }
        case .verify:
            let audit = try await tasuki.verify(outsideHeads: [])
            guard audit.isSound else { throw Violation("the log verifies", "\(audit.findings.prefix(3))") }
        }
        return nil
    }

    /// The submission that it is about; `nil` where it is about all.
    var submission: SubmissionName? {
        switch self {
        case .open(let opened, _), .amend(let opened, _): opened.name
        case .file(let name, _, _, _, _, _), .reverse(_, let name, _), .rebind(_, let name, _), .look(let name),
            .compare(let name), .answerLetter(_, _, let name, _),
            .openTrack(_, _, let name, _, _), .openBundle(_, _, let name, _, _):
            name
        case .act(let request): request.submission
        case .correct(let request): request.submission
        case .advanceClock, .fireDeadlines, .drain, .compareWork, .verify: nil
        }
    }

    /// Who acts; `nil` where it is Tasuki itself or where nothing is done.
    var actor: Actor? {
        switch self {
        case .open(_, let actor), .amend(_, let actor), .file(_, _, _, _, let actor, _), .reverse(_, _, let actor),
            .rebind(_, _, let actor), .answerLetter(_, _, _, let actor),
            .openTrack(_, _, _, let actor, _), .openBundle(_, _, _, let actor, _):
            actor
        case .act(let request): request.actor
        case .correct(let request): request.actor
        case .advanceClock, .fireDeadlines, .drain, .look, .compare, .compareWork, .verify: nil
        }
    }

    /// Whether it may be sent again when its answer did not come: it has a key, or does the same however often.
    var isRepeatable: Bool {
        switch self {
        case .act(let request): request.key != nil
        case .openTrack(_, _, _, _, let key), .openBundle(_, _, _, _, let key): key != nil
        case .fireDeadlines, .drain, .look, .compare, .compareWork, .advanceClock, .verify: true
        case .open, .amend, .file, .correct, .reverse, .answerLetter, .rebind: false
        }
    }

    var hasKey: Bool {
        switch self {
        case .act(let request): request.key != nil
        case .openTrack(_, _, _, _, let key), .openBundle(_, _, _, _, let key): key != nil
        default: false
        }
    }
}
