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
}
