import CanonicalJSON
import Regulation
import Submissions
import Testing

@testable import Engine

@Suite("The spelling of changes, payloads and words, once released, stays as it is")
struct ReleasedValueTests {
    @Test("every change is spelled as it was released, and read from that")
    func changes() throws {
        let changes = ReleasedValues.changes + ReleasedValues.furtherChanges
        for (change, text) in changes {
            #expect(change.leafForm.canonicalText() == text)
            #expect(try Change(leafForm: JSONValue(parsing: text.utf8)) == change)
        }
        #expect(Set(changes.map(\.value.kind)) == Set(Change.Kind.allCases))
    }

    @Test("every kind of payload value is spelled as it was released, and read from that")
    func values() throws {
        let values = ReleasedValues.values + ReleasedValues.furtherValues
        for (value, text) in values {
            #expect(value.leafForm.canonicalText() == text)
            #expect(try FieldValue(leafForm: JSONValue(parsing: text.utf8)) == value)
        }
        #expect(Set(values.map(\.value.kind)) == Set(Field.Kind.allCases))
    }

    @Test("every cause of a step is spelled as it was released")
    func causes() {
        for (cause, text) in ReleasedValues.causes { #expect(cause.leafForm.canonicalText() == text) }
        #expect(
            CaseAdvanced.Cause.Kind.allCases.map(\.rawValue) == [
                "action", "message", "deadline", "condition", "correction", "late-action",
            ]
        )
    }

    @Test("no word of a closed list has changed or gone, and none has come without a version")
    func words() {
        expect(ClockUnit.self, "workingDays calendarDays months")
        expect(ClockRule.Counted.self, "agency total")
        expect(Anchor.self, "start next-month")
        expect(Counting.FirstDay.self, "excluded included")
        expect(Counting.MonthEnd.self, "eve same-day thirty-days")
        expect(Counting.NoSuchDay.self, "end-of-month first-of-next")
        expect(Counting.OnDayOff.self, "stays next-working-day")
        expect(ClockSide.self, "agency applicant")
        expect(Confidence.self, "confirmed unconfirmed")
        expect(Participation.self, "concurrent-action concurrent-review reliance")
        expect(Filing.Kind.self, "initial answer report stage2 fallback application change renewal")
        expect(Question.Status.self, "proposed consolidated issued answered declined")
        expect(Question.Priority.self, "major minor")
        expect(Decision.Outcome.self, "approved refused withdrawn left not-filed deemed-withdrawn")
        expect(Approval.Basis.self, "full abridged recognition exemption")
        expect(Approval.Standing.self, "in-force suspended withdrawn lapsed")
        expect(Approval.Flag.Change.self, "amended suspended reinstated withdrawn lapsed unsure")
        expect(
            Field.Kind.self,
            "text code date integer flag claims jurisdictions questions answers conditions choice money"
        )
        expect(FeeEntry.Kind.self, "quoted invoiced paid waived refunded")
        expect(Obligation.Kind.self, "condition commitment report milestone renewal retention")
        expect(Obligation.Fulfilment.self, "open met waived ended")
        expect(
            Study.Kind.self,
            "exploratory-trial confirmatory-trial specified-clinical-research real-world-data"
        )
        expect(Study.ConsentModel.self, "individual opt-out waived not-needed")
        expect(Study.Progress.self, "planned running completed stopped")
        expect(Study.Purpose.self, "product-development performance-evaluation post-market-follow-up research")
        expect(Study.SecondaryUse.self, "free-use use-on-request no-use")
        expect(Study.Check.Answer.self, "yes no not-applicable")
        expect(
            EventType.self,
            """
            submission-opened submission-amended dossier-filed case-opened case-advanced message-ignored corrected action-reversed \
            rules-rebound approval-flagged letter-confirmed letter-disputed
            """
        )
        #expect(Actor.Capacity.applicant.leafForm == "applicant")
        #expect(Actor.Capacity.role("officer", at: "HSA").leafForm == "officer@HSA")
        #expect(Actor.Capacity.dependency.leafForm == "dependency")
        #expect(Actor.Capacity.deadline.leafForm == "deadline")
    }

    private func expect<Word: LeafWord>(_: Word.Type, _ words: String) {
        #expect(Word.allCases.map(\.rawValue).joined(separator: " ") == words)
    }
}
