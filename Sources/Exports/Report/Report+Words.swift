import Engine
import Regulation
import Submissions
import Views

extension Report {
    /// `Singapore (SG)`.
    func country(_ code: JurisdictionCode) -> String { named(code.rawValue, names.jurisdictions[code]) }

    /// `Health Sciences Authority (HSA)`.
    func body(_ id: BodyID) -> String { named(id.rawValue, names.bodies[id]) }

    private func named(_ code: String, _ names: [String: String]?) -> String {
        guard let name = names?[labels.language] ?? names?["en"], name != code else { return code }
        return labels.text("report.named", name, code)
    }

    /// A name or a date, which no line break may tear apart.
    func name(_ text: String) -> HTML { "<span class=\"name\">\(text)</span>" }

    func capacity(_ capacity: Actor.Capacity) -> String {
        switch capacity {
        case .applicant: labels["capacities.applicant"]
        case .role(let role, let id): labels.text("capacities.role", labels["roles.\(role)"], body(id))
        case .deadline: labels["capacities.deadline"]
        case .dependency: labels["capacities.dependency"]
        }
    }

    /// Who recorded it, in what capacity, and what is not known of that.
    func who(_ record: EventRecord) -> HTML {
        var lines = actor(record.recordedBy)
        if let behalf = record.onBehalfOf {
            let letters = (record.event.payload?.documents ?? []).map { texts[$0.name] ?? $0.digest.rawValue }
            lines.append("<em>\(labels.text("report.onBehalfOf", capacity(behalf)))</em>")
            let source = letters.isEmpty ? "–" : letters.joined(separator: ", ")
            lines.append("<em>\(labels.text("page.transcribed", source))</em>")
        }
        return .lines(lines)
    }

    func actor(_ actor: Actor) -> [HTML] {
        switch actor.capacity {
        case .deadline, .dependency: return [HTML(text: capacity(actor.capacity))]
        case .applicant, .role: break
        }
        var lines: [HTML] = ["<strong>\(actor.person.rawValue)</strong>", HTML(text: capacity(actor.capacity))]
        if !actor.isAuthenticated { lines.append("<small>\(labels["page.unauthenticated"])</small>") }
        return lines
    }

    /// The civil day on which it happened, then the instant of recording, in UTC and at the body's place.
    func when(_ entry: HistoryEntry) -> HTML {
        .lines([
            "<strong>\(entry.record.occurredOn.description)</strong>",
            recorded(entry.record.recordedAt, entry.recordedLocally),
        ])
    }

    func recorded(_ instant: Instant, _ local: String) -> HTML {
        "<small>\(labels["report.recorded"]):<br>\(instant.description)<br>\(local)</small>"
    }

    /// A free text as it was typed; a note where it was erased.
    func text(_ commitment: TextCommitment) -> HTML {
        guard let text = texts[commitment] else { return "<em>\(labels["report.erased"])</em>" }
        return "<span class=\"text\">\(text)</span>"
    }

    /// A value of a payload with its texts in clear.
    func value(_ value: FieldValue) -> HTML {
        switch value {
        case .text(let commitment): text(commitment)
        case .questions(let drafts): .lines(drafts.map { text($0.text) })
        case .answers(let drafts): .lines(drafts.map { "\($0.question.rawValue): \(text($0.text))" })
        case .conditions(let conditions): .lines(conditions.map { condition($0) })
        case .choice(let choice): HTML(text: labels.text(ifAny: "choices.\(choice)") ?? choice)
        case .claims(let ids): claims(ids)
        case .jurisdictions(let codes): .lines(codes.map { HTML(text: country($0)) })
        case .code, .date, .integer, .flag, .money: HTML(text: labels.words(for: value))
        }
    }

    func condition(_ condition: Condition) -> HTML {
        let due = condition.due.map { " (\(labels.text("clock.due", $0.description)))" } ?? ""
        return "\(text(condition.text))\(due)"
    }

    /// Claims by their ids, each with its wording where the manifest gives one.
    func claims(_ ids: [ClaimID]) -> HTML {
        .lines(
            ids.map { id in
                let texts = manifest?.claims.first { $0.id == id }?.texts
                guard let text = texts?[labels.language] ?? texts?["en"] else {
                    return "<strong>\(id.rawValue)</strong>"
                }
                return "<strong>\(id.rawValue)</strong> <span class=\"text\">\(text)</span>"
            }
        )
    }

    /// Whether a case is only modelled on a proposal.
    func proposalMark(_ name: CaseName) -> HTML {
        guard evidence.procedures[name]?.standing == .proposal else { return .empty }
        return " <strong class=\"mark\">\(labels["standing.proposal"])</strong>"
    }

    func unconfirmedMark(_ isUnconfirmed: Bool) -> HTML {
        isUnconfirmed ? " <strong class=\"mark\">\(labels["confidence.unconfirmed"])</strong>" : .empty
    }

    /// The event as it is named wherever one is spoken of: `colon-cade#17`.
    func reference(_ number: Int) -> HTML { "<a class=\"name\" href=\"#event-\(number)\">\(name)#\(number)</a>" }
}
