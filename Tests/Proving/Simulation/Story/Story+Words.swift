import CanonicalJSON
import Engine
import Regulation
import Submissions

extension Story {
    /// The story in numbered lines that a person can read.
    var lines: [String] {
        var lines = ["seed \(seed); the workspace's clock is \(isSimulatedClock ? "simulated" : "the wall's")"]
        var sent: Set<Int> = []
        for (index, move) in moves.enumerated() {
            lines.append("\(index + 1). \(words(of: move, &sent))")
        }
        return lines + ["Then everything settles."]
    }

    private func words(of move: Move, _ sent: inout Set<Int>) -> String {
        switch move {
        case .send(let client, let errand, let process):
            let again = sent.insert(errand).inserted ? "" : " again"
            let text = errands.indices.contains(errand) ? errands[errand].words : "nothing"
            return "client \(client + 1) sends #\(errand + 1)\(again) to process \(process + 1): \(text)"
        case .proceed(let client): return "client \(client + 1) goes on"
        case .serve(let client): return "client \(client + 1)'s read is served"
        case .take(let process, let count):
            return "process \(process + 1) begins a transaction with up to \(count) of those that wait"
        case .finish(let process): return "process \(process + 1) commits"
        case .arm(let process, let fate): return "the next transaction of process \(process + 1): \(fate.words)"
        case .lockedOut(let process): return "process \(process + 1) waits too long for the lock"
        case .crash(let process): return "process \(process + 1) crashes and starts again"
        case .tick(let minutes): return "the wall clock moves by \(minutes) minutes"
        case .settle: return "everything settles"
        }
    }
}

extension Errand {
    fileprivate var words: String {
        switch self {
        case .open(let opened, let actor):
            let targets = opened.targets.map { "\($0.jurisdiction) \($0.route)" }.joined(separator: ", ")
            let held = opened.held.map { approval in
                "\(approval.id)" + approval.dependsOn.map { " resting on \($0.approval)" }.joined()
            }
            let holding = held.isEmpty ? "" : ", holding \(held.joined(separator: ", "))"
            return "open \(opened.name) for \(targets)\(holding), by \(actor.person)"
        case .file(let name, _, let entries, let codes, let actor, let version):
            let countries = codes.isEmpty ? "" : " for \(codes.map(\.rawValue).joined(separator: ", "))"
            return "file \(name)\(countries) with \(entries.count) documents, by \(actor.words)\(expecting(version))"
        case .amend(let new, let actor):
            let targets = new.targets.map { "\($0.jurisdiction) \($0.route)" }.joined(separator: ", ")
            let holders = new.holders.map(\.rawValue).joined(separator: ", ")
            return "amend \(new.name) to \(new.productVersion) for \(targets), held in \(holders), by \(actor.person)"
        case .act(let request):
            var text = "\(request.submission)/\(request.name) \(request.action) by \(request.actor.words)"
            for (name, value) in request.fields.sorted(by: { $0.key < $1.key }) {
                text += " \(name)=\(value.canonicalText())"
            }
            if !request.documents.isEmpty { text += " with a letter" }
            if let date = request.occurredOn { text += ", on \(date)" }
            return text + (request.key.map { ", key \($0)" } ?? "") + expecting(request.expected?.versions.first)
        case .correct(let request):
            let fields = request.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.canonicalText())" }
            let date = request.date.map { ["date=\($0)"] } ?? []
            return "correct event \(request.event) of \(request.submission): "
                + (fields + date).joined(separator: " ") + ", by \(request.actor.words)"
                + expecting(request.expectedVersion)
        case .reverse(let event, let name, let actor): return "reverse event \(event) of \(name), by \(actor.words)"
        case .answerLetter(let event, let isDisputed, let name, let actor):
            return "\(isDisputed ? "dispute" : "confirm") the letter of event \(event) of \(name), by \(actor.words)"
        case .rebind(let subject, let name, let actor): return "rebind \(name)/\(subject), by \(actor.words)"
        case .openTrack(let track, let code, let name, let actor, let key):
            return "open track \(track) of \(code) in \(name), by \(actor.words)" + (key.map { ", key \($0)" } ?? "")
        case .openBundle(let hub, let codes, let name, let actor, let key):
            let countries = codes.map(\.rawValue).joined(separator: " ")
            return "open bundle \(hub) of \(countries) in \(name), by \(actor.words)"
                + (key.map { ", key \($0)" } ?? "")
        case .advanceClock(let instant): return "advance the clock to \(instant)"
        case .fireDeadlines: return "fire deadlines"
        case .drain: return "drain dependencies"
        case .look(let name): return "look at \(name)"
        case .compareWork: return "compare the work with what is to be done"
        case .compare(let name): return "compare the views of \(name)"
        case .verify: return "verify the log"
        }
    }

    private func expecting(_ version: Int?) -> String { version.map { ", expecting version \($0)" } ?? "" }
}

extension Actor {
    fileprivate var words: String { "\(person) as \(capacity)" }
}
