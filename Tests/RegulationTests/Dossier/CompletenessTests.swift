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

    @Test(
        "a document that states no language is unknown, blocks nothing, and one of another country serves nobody here"
    )
    func unstated() throws {
        let unstated = try cell(.required, in: ["th"], [entry("CH5.02", nil)])
        #expect(unstated.presence == .unknown)
        #expect(unstated.reason == .unknownLanguage)
        #expect(unstated.inUnknownLanguages == [entry("CH5.02", nil)])
        #expect(!unstated.blocks)
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
                for (languages, confidence) in [(["th"], nil), ([], Confidence.confirmed), ([], nil)] {
                    let country = country(
                        [requirement(need, in: languages, types: [type])],
                        label: ["th"],
                        confidence
                    )
                    for entries in there {
                        for adopted: Set<HeadingCode> in [[], Set(country.requirements.map(\.heading))] {
                            for answers in [[], [true], [false]].map({
                                $0.map { ConditionAnswer(heading: label, holds: $0) }
                            }) {
                                let long = country.completeness(of: entries, adopted: adopted, answers: answers)
                                #expect(
                                    country.isComplete(entries, adopted: adopted, answers: answers) == long.isComplete
                                )
                            }
                        }
                    }
                }
            }
        }
    }

    @Test("without languages of its own a requirement takes those of dossiers, and under labels those of labels")
    func jurisdictionLanguages() throws {
        let rules = country([], dossier: ["en"], label: ["th"], .confirmed)
        func accepted(_ code: String) throws -> [String] {
            rules.acceptedLanguages(under: try #require(HeadingCode(code))).tags
        }
        for code in ["CH1.04", "CH3.02", "CH5", "CH5.01", "CH5.04"] { #expect(try accepted(code) == ["en"], "\(code)") }
        for code in ["CH5.02", "CH5.03.01", "CH5.09"] { #expect(try accepted(code) == ["th"], "\(code)") }
        let own = requirement(.required, in: ["zh-Hant"])
        #expect(rules.acceptedLanguages(for: own) == .init(tags: ["zh-Hant"], confidence: .confirmed))
    }

    @Test(
        "a Japanese report fills no heading of Singapore; where the language is not confirmed it blocks only if adopted"
    )
    func wrongLanguage() throws {
        let japanese = DossierEntry(heading: report, jurisdiction: nil, language: "ja")
        func judged(_ confidence: Confidence?, isAdopted: Bool = false) throws -> Completeness.Cell {
            let rules = country([requirement(.required, under: report)], dossier: ["en"], label: ["en"], confidence)
            return try #require(
                rules.completeness(of: [japanese], adopted: isAdopted ? [report] : []).cells.first
            )
        }
        let sure = try judged(.confirmed)
        #expect(sure.presence == .missing)
        #expect(sure.reason == .otherLanguage)
        #expect(sure.inOtherLanguages == [japanese])
        #expect(sure.blocks)
        for confidence in [Confidence.unconfirmed, nil] {
            #expect(try judged(confidence).presence == .missingUnconfirmed)
            #expect(try !judged(confidence).blocks)
            #expect(try judged(confidence, isAdopted: true).blocks)
        }
    }

    @Test("where nobody knows which languages are accepted no document is green, in whatever language it is")
    func unknownLanguages() throws {
        let rules = country([requirement(.required, under: report)], dossier: [], label: [], .unconfirmed)
        for language in ["en", "ja", nil] {
            let entry = DossierEntry(heading: report, jurisdiction: nil, language: language)
            #expect(rules.completeness(of: [entry], adopted: []).cells.map(\.presence) == [.unknown])
        }
    }

    @Test(
        "Chinese alone may be the script that is asked for, a region is a kind of its language, another script is wrong"
    )
    func verdicts() {
        let traditional = AcceptedLanguages(tags: ["zh-Hant", "en"], confidence: .confirmed)
        let verdicts: [(String?, AcceptedLanguages.Verdict)] = [
            ("zh-Hant", .accepted), ("zh-Hant-TW", .accepted), ("zh-Hans-CN", .wrong), ("zh", .unknown),
            ("en-SG", .accepted), ("eng", .wrong), ("ja", .wrong), (nil, .unknown),
        ]
        for (language, verdict) in verdicts {
            #expect(traditional.verdict(on: language) == verdict, "\(language ?? "none")")
        }
    }

    @Test("an answered condition is required or ruled out, and a country's own answer counts before that of all")
    func answers() throws {
        let rules = country([requirement(.conditional)])
        func judged(_ answers: [ConditionAnswer], _ entries: [DossierEntry] = []) throws -> Completeness.Cell {
            try #require(rules.completeness(of: entries, adopted: [], answers: answers).cells.first)
        }
        let (yes, no) = (ConditionAnswer(heading: label, holds: true), ConditionAnswer(heading: label, holds: false))
        #expect(try judged([]).reason == .undecided)
        #expect(try judged([yes]).presence == .missing)
        #expect(try judged([yes]).blocks)
        #expect(try judged([no]).reason == .ruledOut)
        #expect(try judged([no], [entry("CH5.02", nil)]).presence == .notNeeded)
        #expect(try judged([no, ConditionAnswer(heading: label, jurisdiction: "SG", holds: true)]).blocks)
        #expect(try !judged([yes, ConditionAnswer(heading: label, jurisdiction: "SG", holds: false)]).blocks)
        #expect(try judged([ConditionAnswer(heading: label, jurisdiction: "MY", holds: true)]).reason == .undecided)
        // What is required is no condition, and an answer changes nothing.
        let required = country([requirement(.required)])
        #expect(required.completeness(of: [], adopted: [], answers: [no]).blocking.count == 1)
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

private let report: HeadingCode = {
    guard let code = HeadingCode("CH3.02") else { preconditionFailure("CH3.02 is a heading") }
    return code
}()

private func requirement(
    _ need: Requirement.Need,
    under heading: HeadingCode = label,
    being confidence: Confidence = .confirmed,
    in languages: [String] = [],
    types: [Requirement.ApplicationType] = [.initial],
    window: Window = .always
) -> Requirement {
    Requirement(
        heading: heading,
        need: need,
        languages: languages,
        types: types,
        window: window,
        source: Source(text: "sample", url: nil, asOf: nil, confidence: confidence)
    )
}

private func country(
    _ requirements: [Requirement],
    dossier: [String] = ["en"],
    label: [String] = ["en"],
    _ confidence: Confidence? = nil
) -> Jurisdiction {
    Jurisdiction(
        code: "SG",
        names: ["en": "Sample"],
        zone: .utc,
        calendar: "SG",
        languages: .init(
            dossier: dossier,
            label: label,
            source: confidence.map { Source(text: "sample", url: nil, asOf: nil, confidence: $0) }
        ),
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
