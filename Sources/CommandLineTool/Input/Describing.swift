import Definitions
import Engine
import Foundation
import Regulation
import Submissions
import Views

/// Asks about the product of a dossier directory and writes down the answers.
struct Describing {
    let directory: String
    let configuration: ConfigFolder
    let labels: Labels
    let date: CivilDate
    /// Says what it would write, and writes nothing.
    var isDryRun = false

    private var file: String { directory + "/submission.yaml" }

    func manifest() throws -> SubmissionManifest {
        try DossierSource(configuration: configuration).manifest(in: directory)
    }

    func questionnaire(for manifest: SubmissionManifest) throws -> Questionnaire {
        let codes = Set(manifest.targets.map(\.jurisdiction))
        return Questionnaire(
            try configuration.questions(),
            of: try configuration.jurisdictions().filter { codes.contains($0.code) },
            for: manifest,
            on: date
        )
    }

    /// Asks what is open, writes it, and says what was done.
    ///
    /// - Throws: ``Failure`` where the input ends before everything is asked; what was answered is written all the same, once
    ///   there is enough of it for a manifest.
    func carryOut(_ interview: Interview) throws -> String {
        let exists = FileManager.default.fileExists(atPath: file)
        do {
            return try exists ? complete(interview) : begin(interview)
        } catch is Interview.Ended {
            throw Failure(.usage, labels["describe.ended"])
        }
    }

    /// What is told where the input ended with these questions open.
    private func ended(_ count: Int, _ left: [String]) -> Failure {
        let key = isDryRun ? "describe.endedDry" : "describe.endedKept"
        return Failure(.usage, labels.text(key, "\(count)", file, left.joined(separator: labels["today.semicolon"])))
    }

    // MARK: - A manifest that is there

    private func complete(_ interview: Interview) throws -> String {
        let manifest = try manifest()
        let open = try questionnaire(for: manifest).open
        guard !open.isEmpty else { return labels["describe.complete"] }
        let (answers, left) = try answers(to: open, interview)
        let count = answers.traits.count + answers.classes.count
        guard count > 0 else {
            if !left.isEmpty { throw Interview.Ended() }
            return labels["describe.unchanged"]
        }
        let old = try Files.contents(file)
        var edit = ManifestEdit(String(decoding: old, as: UTF8.self))
        edit.add(answers)
        guard let read = try? configuration.manifest(from: SourceFile(path: file, text: edit.text)),
            read.differs(from: manifest, onlyBy: answers)
        else {
            let lines = answers.classLines + ["product:"] + answers.traitLines(indent: "  ")
            throw Failure(.refused, labels.text("describe.byHand", file, lines.joined(separator: "\n")))
        }
        try write(edit.text)
        if !left.isEmpty { throw ended(count, left) }
        let lines =
            isDryRun ? "\n" + (answers.classLines + answers.traitLines(indent: "  ")).joined(separator: "\n") : ""
        return labels.rehearsed(labels.text("describe.written", "\(count)", file, directory), isDryRun) + lines
    }

    /// The answers, and the questions to which the input did not come.
    private func answers(
        to open: [Questionnaire.Question],
        _ interview: Interview
    ) throws -> (ManifestAnswers, left: [String]) {
        var answers = ManifestAnswers()
        for (place, question) in open.enumerated() {
            let asked = words(question)
            let choices = question.answers.map {
                Interview.Choice(value: $0, label: labels.words(for: $0, to: question))
            }
            let given: String?
            do {
                given = try interview.choice(asked, among: choices, mayStayOpen: true)
            } catch is Interview.Ended {
                return (answers, open[place...].map(words))
            }
            guard let answer = given else { continue }
            switch (question.subject, question.jurisdiction) {
            case (.deviceClass, let code?): answers.classes.append((code, answer))
            case (.deviceClass, nil): break
            case (.trait(let trait), let code):
                answers.traits.append(.init(trait: trait.name, jurisdiction: code, answer: TraitAnswer(answer)))
            }
        }
        return (answers, [])
    }

    private func words(_ question: Questionnaire.Question) -> String {
        let words = labels.words(for: question)
        return question.jurisdiction.map { labels.text("describe.inCountry", $0.rawValue, words) } ?? words
    }

    private func write(_ text: String) throws {
        guard !isDryRun else {
            guard Destination(directory).canBeFolder else { throw Failure(.unavailable, "\(file) cannot be written") }
            return
        }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    }

    // MARK: - A manifest from nothing

    private func begin(_ interview: Interview) throws -> String {
        let jurisdictions = try configuration.jurisdictions()
        var draft = try basics(interview, jurisdictions.map(\.code))
        draft.targets = draft.targets.compactMap { target in
            let names = jurisdictions.first { $0.code == target.code }?.routes.map(\.name) ?? []
            return names.first { $0 != "hub" }.map { .init(code: target.code, route: $0) }
        }
        var left: [String] = []
        let isHolderAsked = jurisdictions.filter { jurisdiction in
            jurisdiction.routes.contains { $0.conditions.contains { $0.kind == .holder } }
        }.map(\.code)
        for target in draft.targets where isHolderAsked.contains(target.code) && target.code.rawValue != draft.country {
            let question = labels.text("describe.inCountry", target.code.rawValue, labels["describe.holder"])
            guard let name = try? interview.text(question, mayStayOpen: true) else {
                left.append(question)
                continue
            }
            if !name.isEmpty { draft.holders.append((target.code, name)) }
        }
        let given = try answers(to: try questionnaire(for: try read(draft)).open, interview)
        draft.answers = given.0
        left += given.left
        let manifest = try read(draft)
        let chosen = jurisdictions.filter { jurisdiction in draft.targets.contains { $0.code == jurisdiction.code } }
        let report = RouteReport(
            of: Submission(describedBy: manifest),
            register: [],
            entries: nil,
            category: manifest.category,
            on: date,
            in: AdvisedField(
                jurisdictions: chosen,
                procedures: try configuration.procedures(),
                calendars: try Set(chosen.map(\.workingCalendar)).sorted().map { try configuration.calendar($0) }
            )
        )
        for number in draft.targets.indices {
            do {
                try chooseRoute(of: &draft.targets[number], report, interview)
            } catch is Interview.Ended {
                let code = draft.targets[number].code.rawValue
                left.append(labels.text("describe.inCountry", code, labels["describe.route"]))
            }
        }
        _ = try read(draft)
        try write(draft.text)
        if !left.isEmpty { throw ended(draft.answers.traits.count + draft.answers.classes.count, left) }
        let begun = labels.text("describe.begun", file, directory, draft.submission)
        // What is held abroad opens routes, and no question asks for it.
        let held = "\n" + labels.text("describe.held", file)
        return labels.rehearsed(begun, isDryRun) + held + (isDryRun ? "\n" + draft.text : "")
    }

    private func read(_ draft: DescribedManifest) throws -> SubmissionManifest {
        try configuration.manifest(from: SourceFile(path: file, text: draft.text))
    }

    private func basics(_ interview: Interview, _ codes: [JurisdictionCode]) throws -> DescribedManifest {
        var draft = DescribedManifest()
        let folder = URL(filePath: directory).standardized.lastPathComponent.lowercased()
        let proposal = String(folder.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        draft.language = labels.language
        draft.submission = try interview.text(labels["describe.submission"], proposing: proposal) { text in
            let isName = text.utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 || $0 == 45 }
            return isName ? nil : labels["describe.badName"]
        }
        draft.product = try interview.text(labels["describe.product"])
        draft.version = try interview.text(labels["describe.version"], proposing: "1.0.0")
        draft.description = try interview.text(labels["describe.purpose"])
        draft.claim = try interview.text(labels["describe.claim"])
        draft.situation = try pick(interview, "situations", SoftwareSituation.allCases.map(\.rawValue))
        draft.significance = try pick(interview, "significance", SoftwareSignificance.allCases.map(\.rawValue))
        draft.applicant = try interview.text(labels["describe.applicant"])
        draft.country = try interview.text(labels["describe.seat"], proposing: "JP") { text in
            text.count == 2 && text.allSatisfy { $0.isASCII && $0.isUppercase } ? nil : labels["describe.badCountry"]
        }
        let known = codes.map(\.rawValue)
        let countries = try interview.text(labels.text("describe.countries", known.joined(separator: " "))) { text in
            let unknown = Self.codes(text).filter { !known.contains($0) }
            return unknown.isEmpty ? nil : labels.text("describe.noChoice", unknown[0], known.joined(separator: ", "))
        }
        draft.targets = Self.codes(countries).uniqued().map { .init(code: JurisdictionCode($0), route: "") }
        return draft
    }

    private static func codes(_ text: String) -> [String] {
        text.uppercased().split { $0 == " " || $0 == "," || $0 == "、" }.map(String.init)
    }

    private func pick(_ interview: Interview, _ group: String, _ values: [String]) throws -> String {
        let choices = values.map { Interview.Choice(value: $0, label: labels["advice.\(group).\($0)"]) }
        return try interview.choice(labels["describe.\(group)"], among: choices, mayStayOpen: false) ?? values[0]
    }

    private func chooseRoute(
        of target: inout DescribedManifest.Target,
        _ report: RouteReport,
        _ interview: Interview
    ) throws {
        guard let advice = report.countries.first(where: { $0.jurisdiction == target.code }) else { return }
        let choices = advice.routes.map { route in
            let reasons = route.answer == .closed ? route.reasons.filter { $0.answer == .unmet } : []
            let answer =
                ([labels["routeAnswers.\(route.answer.rawValue)"]]
                + reasons.map { labels.words(for: $0, of: route) }).joined(separator: " – ")
            return Interview.Choice(
                value: route.route.name.rawValue,
                label: "\(labels.words(for: route.route))\(route.standing == .proposal ? " (案)" : ""): \(answer)"
            )
        }
        let question = labels.text("describe.inCountry", target.code.rawValue, labels["describe.route"])
        guard let name = try interview.choice(question, among: choices, mayStayOpen: false) else { return }
        target.route = RouteName(name)
        guard advice.routes.first(where: { $0.route.name.rawValue == name })?.standing == .proposal else { return }
        let ways = Participation.allCases.map {
            Interview.Choice(value: $0.rawValue, label: labels["participation.\($0.rawValue)"])
        }
        target.participation = try interview.choice(labels["describe.participation"], among: ways, mayStayOpen: false)
    }
}

extension SubmissionManifest {
    /// Whether this manifest is `old` with `answers` added, and nothing else.
    fileprivate func differs(from old: SubmissionManifest, onlyBy answers: ManifestAnswers) -> Bool {
        guard Set(traits) == Set(old.traits + answers.traits) else { return false }
        let classes = old.classes.merging(answers.classes) { _, new in new }
        return answering(traits: [], classes: classes) == old.answering(traits: [], classes: classes)
            && self.classes == classes
    }

    private func answering(traits: [TraitStatement], classes: [JurisdictionCode: String]) -> SubmissionManifest {
        SubmissionManifest(
            name: name,
            product: product,
            claims: claims,
            stageClaims: stageClaims,
            situation: situation,
            significance: significance,
            classes: classes,
            applicant: applicant,
            holders: holders,
            targets: targets,
            adopted: adopted,
            traits: traits,
            approvals: approvals,
            languages: languages,
            conditions: conditions
        )
    }
}
