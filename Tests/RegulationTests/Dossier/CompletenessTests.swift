import Regulation
import Testing

@Suite("Completeness of a dossier")
struct CompletenessTests {
    @Test("a document of a heading below serves, in a language that is accepted")
    func present() throws {
        let cell = try cell(.required, in: ["zh"], [entry("CH5.02.01", "zh-Hant"), entry("CH5.02", "en")])
        #expect(cell.presence == .present)
        #expect(cell.reason == .present)
        #expect(cell.serving == [entry("CH5.02.01", "zh-Hant")])
        #expect(cell.inOtherLanguages == [entry("CH5.02", "en")])
        #expect(!cell.blocks)
    }

    @Test("a document that states no language is taken at its word, and one of another country serves nobody here")
    func unstated() throws {
        #expect(try cell(.required, in: ["th"], [entry("CH5.02", nil)]).reason == .present)
        #expect(try cell(.required, in: ["th"], [entry("CH5.02", "th", of: "JP")]).reason == .absent)
    }

    @Test("what is there in another language only is missing, and says so")
    func otherLanguage() throws {
        let cell = try cell(.required, in: ["th"], [entry("CH5.02", "en")])
        #expect(cell.presence == .missing)
        #expect(cell.reason == .otherLanguage)
        #expect(cell.blocks)
    }

    @Test("only what is required and confirmed, or adopted, blocks", arguments: Requirement.Need.allCases)
    func blocks(need: Requirement.Need) throws {
        for confidence in Confidence.allCases {
            for isAdopted in [false, true] {
                let cell = try cell(need, being: confidence, isAdopted: isAdopted, [])
                let isRequired = need == .required
                #expect(cell.blocks == (isRequired && (confidence == .confirmed || isAdopted)))
                #expect((cell.presence == .notNeeded) == !isRequired)
            }
        }
        let reasons: [Requirement.Need: Completeness.Reason] = [
            .required: .absent, .conditional: .undecided, .optional: .notWanted, .notRequired: .notWanted,
        ]
        #expect(try cell(need, []).reason == reasons[need])
    }

    @Test("a condition stays undecided while its document is in another language only")
    func undecided() throws {
        let cell = try cell(.conditional, in: ["ms"], [entry("CH5.02", "en")])
        #expect(cell.reason == .undecided)
        #expect(cell.inOtherLanguages.count == 1)
    }

    @Test("the short answer is the long one's, whatever is needed, confirmed, adopted and there")
    func shortAnswer() throws {
        let there: [[DossierEntry]] = [
            [], [entry("CH5.02", "th")], [entry("CH5.02", "en")], [entry("CH5.02", nil)],
            [entry("CH5.02", "th", of: "JP")], [entry("CH5.02", "en"), entry("CH5.02.01", "th")],
        ]
        for need in Requirement.Need.allCases {
            for type in [Requirement.ApplicationType.initial, .renewal] {
                let country = country([requirement(need, in: ["th"], types: [type])])
                for entries in there {
                    for adopted: Set<HeadingCode> in [[], Set(country.requirements.map(\.heading))] {
                        let long = country.completeness(of: entries, adopted: adopted)
                        #expect(country.isComplete(entries, adopted: adopted) == long.isComplete)
                    }
                }
            }
        }
    }

    @Test("only requirements for the type of application and in force on the day count")
    func scope() throws {
        let until = try #require(CivilDate("2026-06-30"))
        let country = country([
            requirement(.required, types: [.renewal]),
            requirement(.required, types: [.change], window: Window(from: nil, until: until)),
        ])
        #expect(country.completeness(of: [], adopted: []).cells.isEmpty)
        #expect(country.completeness(of: [], adopted: [], type: .renewal).blocking.count == 1)
        #expect(country.completeness(of: [], adopted: [], type: .change, on: until).blocking.count == 1)
        let later = until.adding(days: 1)
        #expect(country.completeness(of: [], adopted: [], type: .change, on: later).cells.isEmpty)
        // Rules that a case is bound to hold for its day already.
        #expect(country.completeness(of: [], adopted: [], type: .change).cells.count == 1)
    }
}

// MARK: - Samples

private func entry(_ heading: String, _ language: String?, of code: JurisdictionCode? = nil) -> DossierEntry {
    DossierEntry(heading: HeadingCode(heading) ?? label, jurisdiction: code, language: language)
}

private let label: HeadingCode = {
    guard let code = HeadingCode("CH5.02") else { preconditionFailure("CH5.02 is a heading") }
    return code
}()

private func requirement(
    _ need: Requirement.Need,
    being confidence: Confidence = .confirmed,
    in languages: [String] = [],
    types: [Requirement.ApplicationType] = [.initial],
    window: Window = .always
) -> Requirement {
    Requirement(
        heading: label,
        need: need,
        languages: languages,
        types: types,
        window: window,
        source: Source(text: "sample", url: nil, asOf: nil, confidence: confidence)
    )
}

private func country(_ requirements: [Requirement]) -> Jurisdiction {
    Jurisdiction(
        code: "SG",
        names: ["en": "Sample"],
        zone: .utc,
        calendar: "SG",
        languages: .init(dossier: ["en"], label: ["en"]),
        bodies: [],
        routes: [],
        requirements: requirements
    )
}

private func cell(
    _ need: Requirement.Need,
    being confidence: Confidence = .confirmed,
    in languages: [String] = [],
    isAdopted: Bool = false,
    _ entries: [DossierEntry]
) throws -> Completeness.Cell {
    let country = country([requirement(need, being: confidence, in: languages)])
    let completeness = country.completeness(of: entries, adopted: isAdopted ? [label] : [])
    return try #require(completeness.cells.first)
}
