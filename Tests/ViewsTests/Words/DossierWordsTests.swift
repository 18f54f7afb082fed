import Definitions
import Regulation
import Scenarios
import Submissions
import Testing
import Views

@Suite("The words of a dossier that is refused")
struct DossierWordsTests {
    @Test("what is missing and what is there in another language are told apart, in order, each with its language")
    func languages() throws {
        let source = Source(text: "sample", url: nil, asOf: nil, confidence: .confirmed)
        let headings = try ["CH5.03", "CH2.04.03", "CH5.02", "CH2.01"].map { try #require(HeadingCode($0)) }
        let thai = Jurisdiction(
            code: "TH",
            names: ["en": "Thailand"],
            zone: .utc,
            calendar: "TH",
            languages: .init(dossier: ["en"], label: ["th"], source: source),
            bodies: [],
            routes: [],
            requirements: headings.map { Requirement(heading: $0, need: .required, languages: [], source: source) }
        )
        let entries = headings.prefix(3).map { DossierEntry(heading: $0, jurisdiction: nil, language: "ja") }
        let refusal = Refusal.incompleteDossier([thai.completeness(of: entries, adopted: [])])
        func words(_ language: String) throws -> String {
            let texts = try ConfigFolder(path: Repository.configuration).labels(language)
            return Labels(language: language, texts: texts).words(for: refusal, of: nil)
        }
        let english = try words("en")
        #expect(english.contains("lacks required documents: TH: CH2.01"))
        #expect(english.contains("TH (to translate into th): CH5.02, CH5.03"), "\(english)")
        #expect(english.contains("TH (to translate into en): CH2.04.03"), "\(english)")
        let japanese = try words("ja")
        #expect(japanese.contains("受け付けられる言語ではありません"))
        #expect(japanese.contains("TH（th に翻訳）: CH5.02, CH5.03"), "\(japanese)")
    }
}
