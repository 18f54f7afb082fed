import CanonicalJSON
import Engine
import Regulation
import Scenarios
import Submissions
import TestSupport
import Testing
import Views

/// Every date that an action of a procedure takes, tried with what people write; each try goes through the door.
@Suite("Every date field of every procedure", .timeLimit(.minutes(30)))
struct DateFieldTests {
    private static let lead = Actor(person: "lead", capacity: .applicant)
    /// What is tried on 15 December 2028.
    private static let tries: [(name: String, text: String)] = [
        ("past", "2028-12-05"), ("future", "2028-12-25"), ("month", "2028-12"), ("year", "2028"),
        ("span", "2028-12-10/2028-12-20"), ("not after", "../2028-12-20"), ("not before", "2028-12-10/.."),
        ("unknown", "unknown"), ("past span", "2028-11-10/2028-11-20"), ("future span", "2029-01-10/2029-01-20"),
        ("Buddhist", "2571-12-05"), ("Minguo", "117-12-05"), ("Reiwa", "R10.12.5"),
        ("reversed span", "2028-12-20/2028-12-10"),
    ]

    private struct Place {
        let submission: SubmissionName
        let subject: Case
        let bound: BoundCase
    }

    @Test("past, future, month, span and years of another count: what is taken, as what, and what is refused")
    func table() async throws {
        let workspace = try await TestWorkspace.demo()
        let places = try await self.places(workspace)
        var lines = [
            (["field", "lies"] + Self.tries.map { "\($0.name) `\($0.text)`" }).row,
            (0..<Self.tries.count + 2).map { _ in "---" }.row,
        ]
        for (id, place) in places.sorted(by: { $0.key < $1.key }) {
            for rule in place.bound.procedure.actions {
                for field in rule.fields where field.kind == .date || field.kind == .conditions {
                    var cells = ["\(id) \(rule.name) \(field.name)", Self.words(for: field)]
                    for (_, text) in Self.tries {
                        cells.append(try await answer(to: text, in: field, of: rule, at: place, workspace))
                    }
                    lines.append(cells.row)
                }
            }
        }
        lines.append(try await actRow(places, workspace))
        try GoldenFile(name: "date-fields.md").expect(lines.joined(separator: "\n") + "\n")
        try await workspace.remove()
    }

    /// A case for each procedure that has a date field: those of the demo, and every track of its countries.
    private func places(_ workspace: TestWorkspace) async throws -> [ProcedureID: Place] {
        let codes = try await workspace.tasuki.status(of: "colon-cade").rows.map(\.jurisdiction).uniqued()
        for code in codes {
            guard let jurisdiction = try workspace.tasuki.world.definitions.jurisdiction(code) else { continue }
            for track in jurisdiction.tracks where !["change-hub", "renewal-hub"].contains(track.name) {
                _ = try await workspace.tasuki.openTrack(track.name, of: code, in: "colon-cade", by: Self.lead)
            }
        }
        _ = try await workspace.tasuki.openBundle("change-hub", for: ["JP", "TH"], in: "colon-cade", by: Self.lead)
        var places = try await cases(of: "colon-cade", workspace)
        let all = try workspace.tasuki.world.definitions.procedures()
        let dated = all.filter { $0.actions.contains { $0.fields.contains { $0.kind == .date } } }.map(\.id)
        for id in dated where places[id] == nil {
            let name = try await open(id, workspace)
            places.merge(try await cases(of: name, workspace)) { first, _ in first }
        }
        #expect(Set(dated).isSubset(of: places.keys), "every procedure with a date field has a case")
        return places
    }

    private func cases(
        of name: SubmissionName,
        _ workspace: TestWorkspace
    ) async throws -> [ProcedureID: Place] {
        var places: [ProcedureID: Place] = [:]
        for subject in try await workspace.tasuki.submission(name).submission.cases {
            let bound = try await workspace.tasuki.store.read { reader in
                try Library(reader, workspace.tasuki.world, workspace.tasuki.pins).bound(subject)
            }
            places[bound.procedure.id] = Place(submission: name, subject: subject, bound: bound)
        }
        return places
    }

    /// A submission of its own for a procedure that the demo has no case of: by a route of it, or by its track.
    private func open(_ id: ProcedureID, _ workspace: TestWorkspace) async throws -> SubmissionName {
        let tasuki = workspace.tasuki
        let jurisdictions = try tasuki.world.definitions.jurisdictions()
        let rules = jurisdictions.flatMap { jurisdiction in
            (jurisdiction.routes + jurisdiction.tracks).map { (jurisdiction, $0) }
        }
        let (jurisdiction, rule) = try #require(rules.first { $0.1.procedure == id.rawValue }, "\(id)")
        let isTrack = jurisdiction.tracks.contains(rule)
        let route = isTrack ? try #require(jurisdiction.routes.first).name : rule.name
        let name = SubmissionName("dates-\(id)")
        let opened = SubmissionOpened(
            name: name,
            product: "dated",
            productVersion: "1.0",
            claims: ["C1"],
            applicant: "company",
            holders: [jurisdiction.code],
            targets: [.init(jurisdiction: jurisdiction.code, route: route, participation: nil)],
            adopted: [],
            manifest: "manifest",
            held: id == "bundled-renewal-hub" ? Self.renewing.map { Self.held($0, by: name) } : []
        )
        _ = try await tasuki.open(opened, by: Self.lead)
        // A case that decides begins with its filing.
        let entries = jurisdiction.requirements.map { requirement in
            DossierEntry(
                heading: requirement.heading,
                jurisdiction: jurisdiction.code,
                language: requirement.languages.first
            )
        }
        if !isTrack { _ = try await tasuki.file(name, revision: "revision", entries: entries, by: Self.lead) }
        if id == "bundled-renewal-hub" {
            for code in Self.renewing {
                _ = try await tasuki.openTrack("registration", of: code, in: name, by: Self.lead)
            }
            _ = try await tasuki.openBundle(rule.name, for: Self.renewing, in: name, by: Self.lead)
        } else if isTrack {
            _ = try await tasuki.openTrack(rule.name, of: jurisdiction.code, in: name, by: Self.lead)
        }
        return name
    }

    /// Where registrations that are near their end may be renewed together.
    private static let renewing: [JurisdictionCode] = ["MY", "TH"]

    private static func held(_ code: JurisdictionCode, by name: SubmissionName) -> Approval {
        Approval(
            id: Approval.ID("\(name)/held-\(code)-1"),
            product: "dated",
            productVersion: "1.0",
            jurisdiction: code,
            basis: .full,
            stage: nil,
            claims: ["C1"],
            number: "H-1",
            grantedOn: .year(2024),
            validUntil: PartialDate("2029-06-30"),
            conditions: [],
            dependsOn: []
        )
    }

    private func answer(
        to text: String,
        in field: Field,
        of rule: ActionRule,
        at place: Place,
        _ workspace: TestWorkspace
    ) async throws -> String {
        var fields: [String: JSONValue] = [:]
        for other in rule.fields where other.isRequired { fields[other.name.rawValue] = Self.filling(other) }
        fields[field.name.rawValue] =
            field.kind == .date ? .string(text) : .array([["text": "a", "due": .string(text)]])
        let documents =
            rule.documents == .required
            ? [IncomingDocument(name: "a.txt", mediaType: "text/plain", bytes: Array("letter".utf8))] : []
        let request = ActionRequest(
            submission: place.submission,
            name: place.subject.name,
            action: rule.name,
            actor: Self.lead,
            fields: fields,
            documents: documents
        )
        let code = try await Self.code(of: workspace) { try await $0.act(request) }
        if let code, Self.isAboutTheForm(code) { Issue.record("\(rule.name) \(field.name) \(text): \(code)") }
        if let code, Self.isAboutDates(code) { return Self.cell(code, text) }
        let now = try await workspace.tasuki.store.read { try workspace.tasuki.now($0) }
        let today = place.bound.rules.zone.civilDate(at: now)
        guard let date = PartialDate(text) else { return "taken" }
        let reckoned =
            (field.lies ?? (field.kind == .conditions ? DateRule(.future) : .unstated)).reckoned(date, on: .day(today))
            ?? date
        return reckoned == date ? "taken" : "taken: \(reckoned)"
    }

    /// The day of an act itself.
    private func actRow(_ places: [ProcedureID: Place], _ workspace: TestWorkspace) async throws -> String {
        let place = try #require(places["jp-two-stage"])
        var cells = ["jp-two-stage (the day of an act)", "past"]
        for (_, text) in Self.tries {
            guard let date = PartialDate(text) else {
                cells.append(Self.cell(EngineError.badDate(text, of: "--on", .date).code, text))
                continue
            }
            let request = ActionRequest(
                submission: place.submission,
                name: place.subject.name,
                action: "withdraw",
                actor: Self.lead,
                occurredOn: date
            )
            let code = try await Self.code(of: workspace) { try await $0.act(request) }
            cells.append(code.flatMap { Self.isAboutDates($0) ? Self.cell($0, text) : nil } ?? "taken")
        }
        return cells.row
    }

    private static func code(
        of workspace: TestWorkspace,
        _ act: (Tasuki) async throws -> Acceptance
    ) async throws -> String? {
        do {
            _ = try await workspace.tasuki.rehearsing(act)
            return nil
        } catch let refusal as Refusal {
            return refusal.code
        } catch let error as EngineError {
            return error.code
        }
    }

    private static func isAboutDates(_ code: String) -> Bool {
        code.hasPrefix("date.")
            || ["payload.malformed", "payload.implausible-date", "payload.dates-out-of-order"].contains(code)
    }

    /// What would show that the try itself is no proper form.
    private static func isAboutTheForm(_ code: String) -> Bool {
        ["payload.missing-field", "payload.unknown-field", "payload.bad-field", "payload.missing-document"].contains(
            code
        )
    }

    private static func cell(_ code: String, _ text: String) -> String {
        let date = PartialDate(text)
        let guess = date.map { date in DateGuess(for: date) { $0.latest.year < 2_100 } } ?? DateGuess(reading: text)
        return guess.map { "\(code); meant \($0.date)?" } ?? code
    }

    private static func words(for field: Field) -> String {
        guard let rule = field.lies else { return field.kind == .conditions ? "future" : "either" }
        let order = rule.notAfter.isEmpty ? "" : ", not after \(rule.notAfter.map(\.rawValue).joined(separator: ", "))"
        let row = rule.follows.map { row in
            ", after the last \(row.kind.rawValue) by \(row.within.count) \(row.within.unit.rawValue)"
        }
        return "\(rule.side.rawValue) within \(rule.within.count) \(rule.within.unit.rawValue)\(order)\(row ?? "")"
    }

    private static func filling(_ field: Field) -> JSONValue {
        switch field.kind {
        case .text, .code: "a"
        case .date: field.lies?.side == .past ? "2028-12-01" : "2028-12-30"
        case .integer: .integer(1)
        case .flag: true
        case .money: "JPY 1"
        case .claims: "C1"
        case .jurisdictions: "SG"
        case .questions: [["text": "Why?"]]
        case .answers: [["question": "q-1", "text": "a"]]
        case .conditions: [["text": "a"]]
        case .choice: .string(field.options.first ?? "")
        }
    }
}

extension [String] {
    fileprivate var row: String { "| \(joined(separator: " | ")) |" }
}
