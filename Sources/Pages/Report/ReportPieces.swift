import Regulation
import Submissions
import Views

/// A free text as it was typed; nil where it was erased.
struct FreeText: TemplateModel {
    let typed: String?
}

/// One line of a value: words of the program, a text that somebody typed, or a digest.
struct ReportLine: TemplateModel {
    var lead: String?
    var text: FreeText?
    var plain: String?
    var code: String?
    var due: String?
}

struct ReportClaim: TemplateModel {
    let id: String
    let wording: String?
}

/// A value, in lines or as claims.
struct ReportValue: TemplateModel {
    let lines: [ReportLine]
    let claims: [ReportClaim]

    init(_ lines: [ReportLine] = [], claims: [ReportClaim] = []) {
        self.lines = lines
        self.claims = claims
    }

    init(plain: String) { self.init([ReportLine(plain: plain)]) }

    init(code: String) { self.init([ReportLine(code: code)]) }
}

/// A figure or date, and whether no official source confirms it.
struct ReportFigure: TemplateModel {
    let text: String
    let isUnconfirmed: Bool
}

/// Who recorded it, in what capacity, and what is not known of that.
struct ReportPerson: TemplateModel {
    /// Nil where no person acted.
    let person: String?
    let capacity: String
    let isUnchecked: Bool
    let onBehalfOf: String?
    let transcribed: String?

    init(_ actor: Actor, _ source: ReportSource, onBehalfOf: String? = nil, transcribed: String? = nil) {
        switch actor.capacity {
        case .deadline, .dependency: (person, isUnchecked) = (nil, false)
        case .applicant, .role: (person, isUnchecked) = (actor.person.rawValue, !actor.isAuthenticated)
        }
        capacity = source.capacity(actor.capacity)
        self.onBehalfOf = onBehalfOf
        self.transcribed = transcribed
    }

    init(_ record: EventRecord, _ source: ReportSource) {
        let labels = source.labels
        let letters = source.letters(of: record.event).map { source.typed($0.name) ?? $0.digest.rawValue }
        self.init(
            record.recordedBy,
            source,
            onBehalfOf: record.onBehalfOf.map { labels.text("report.onBehalfOf", source.capacity($0)) },
            transcribed: record.onBehalfOf.map { _ in
                labels.text("page.transcribed", letters.isEmpty ? "–" : letters.joined(separator: ", "))
            }
        )
    }
}

/// The instant of recording, in UTC and at the body's place.
struct ReportInstant: TemplateModel {
    let instant: String
    let local: String

    init(_ instant: Instant, _ local: String) {
        self.instant = instant.description
        self.local = local
    }
}

/// The civil day on which it happened, then the instant of recording.
struct ReportMoment: TemplateModel {
    let day: String
    let recorded: ReportInstant

    init(_ entry: HistoryEntry) {
        day = entry.record.occurredOn.description
        recorded = ReportInstant(entry.record.recordedAt, entry.recordedLocally)
    }
}

extension String {
    /// Nil for a text that says nothing, so that a template leaves out what would hold it.
    var ifAny: String? { isEmpty ? nil : self }
}
