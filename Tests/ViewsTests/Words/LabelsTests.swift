import Foundation
import Scenarios
import Testing
import Views

@Suite("Words of states and actions")
struct LabelsTests {
    private let labels = Labels(
        language: "en",
        texts: [
            "states.common.approved": "Approved", "states.change.approved": "Change approved",
            "actions.common.accept": "Accept", "fields.common.reason": "Reason",
        ]
    )

    @Test("a procedure's own word wins over the one that procedures share; without either the key stands")
    func shared() {
        #expect(labels["states.reliance.approved"] == "Approved")
        #expect(labels["states.change.approved"] == "Change approved")
        #expect(labels["actions.reliance.accept"] == "Accept")
        #expect(labels.text(ifAny: "actions.reliance.accept") == "Accept")
        #expect(labels.text("states.reliance.approved") == "Approved")
        #expect(labels["states.reliance.refused"] == "states.reliance.refused")
        #expect(labels.text(ifAny: "states.reliance.refused") == nil)
    }

    @Test("only states and actions are shared, and a state may have dots in its name")
    func limits() {
        #expect(labels["fields.reliance.reason"] == "fields.reliance.reason")
        #expect(labels["states.common.refused"] == "states.common.refused")
        #expect(labels["states.approved"] == "states.approved")
        let dotted = Labels(language: "en", texts: ["states.common.a.b": "AB"])
        #expect(dotted["states.p.a.b"] == "AB")
    }

    @Test("a word beside a number is one or many, as the number is")
    func plurals() {
        let labels = Labels(language: "en", texts: ["a": "{0} {0:day|days}, {1} {1:entry names|entries name} it"])
        #expect(labels.text("a", "1", "2") == "1 day, 2 entries name it")
        #expect(labels.text("a", "0", "1") == "0 days, 1 entry names it")
        #expect(labels.text("a", "{1:x}") == "{1:x} days, {1} {1:entry names|entries name} it")
    }

    @Test("no English label has a fixed plural beside a number")
    func fixedPlurals() throws {
        let text = try String(contentsOfFile: "\(Repository.configuration)/labels/en.yaml", encoding: .utf8)
        // What stands behind a slot that is no number, but a name: a verb.
        let verbs: Set<Substring> = [
            "as", "asks", "comes", "costs", "counts", "covers", "disputes", "does", "has", "holds", "is", "lies",
            "records", "runs",
            "saves",
            "says", "suffices", "was", "writes",
        ]
        let found = text.matches(of: /\{\d\} ([a-z]+s)\b/).map(\.output.1).filter { !verbs.contains($0) }
        #expect(found == [])
        #expect("{0} documents".firstMatch(of: /\{\d\} ([a-z]+s)\b/)?.output.1 == "documents")
    }
}
