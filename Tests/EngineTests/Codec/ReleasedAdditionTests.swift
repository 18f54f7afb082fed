import CanonicalJSON
import Regulation
import Submissions
import Testing

@testable import Engine

@Suite("What version 2 of the form added, once released, stays as it is")
struct ReleasedAdditionTests {
    @Test("every change is spelled as it was released, and read from that")
    func changes() throws {
        for (change, text) in ReleasedAdditions.changes + ReleasedAdditions.widenedChanges {
            #expect(change.leafForm.canonicalText() == text)
            #expect(try Change(leafForm: JSONValue(parsing: text.utf8)) == change)
        }
    }

    @Test("every kind of payload value is spelled as it was released, and read from that")
    func values() throws {
        for (value, text) in ReleasedAdditions.values {
            #expect(value.leafForm.canonicalText() == text)
            #expect(try FieldValue(leafForm: JSONValue(parsing: text.utf8)) == value)
        }
    }

    @Test("no word of a closed list has changed or gone, and none has come without a version")
    func words() {
        expect(ClockUnit.self, "workingDays calendarDays months")
        expect(ClockRule.Counted.self, "agency total")
        expect(Anchor.self, "start next-month")
        expect(Holder.self, "agency applicant")
        expect(Confidence.self, "confirmed unconfirmed")
        expect(Participation.self, "concurrent-action concurrent-review reliance")
        expect(Filing.Kind.self, "initial answer report stage2 fallback application change renewal")
        expect(Question.Status.self, "proposed consolidated issued answered")
        expect(Question.Priority.self, "major minor")
        expect(Decision.Outcome.self, "approved refused withdrawn left not-filed deemed-withdrawn")
        expect(Approval.Basis.self, "full abridged recognition exemption")
        expect(Approval.Standing.self, "in-force suspended withdrawn lapsed")
        expect(Approval.Flag.Change.self, "amended suspended reinstated withdrawn lapsed")
        expect(
            Field.Kind.self,
            "text code date integer flag claims jurisdictions questions answers conditions choice money"
        )
        expect(FeeEntry.Kind.self, "quoted invoiced paid waived refunded")
        expect(Obligation.Kind.self, "condition commitment report milestone renewal retention")
        expect(Obligation.Standing.self, "open met waived")
        expect(
            Study.Kind.self,
            "exploratory-trial confirmatory-trial specified-clinical-research real-world-data"
        )
        expect(Study.ConsentModel.self, "individual opt-out waived not-needed")
        expect(Study.Standing.self, "planned running completed stopped")
        expect(
            EventType.self,
            """
            submission-opened dossier-filed case-opened case-advanced message-ignored corrected action-reversed \
            rules-rebound approval-flagged
            """
        )
    }

    private func expect<Word: LeafWord>(_: Word.Type, _ words: String) {
        #expect(Word.allCases.map(\.rawValue).joined(separator: " ") == words)
    }
}
