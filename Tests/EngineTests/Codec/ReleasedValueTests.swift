import CanonicalJSON
import Regulation
import Statecharts
import Submissions
import Testing

@testable import Engine

@Suite("The spelling of changes, payloads and words, once released, stays as it is")
struct ReleasedValueTests {
    private let filing = Filing(number: 2, kind: .answer, revision: "ab", filedOn: ReleasedExamples.date)
    private let condition = Condition(text: "ab", due: .year(2027))

    @Test("every change is spelled as it was released")
    func changes() {
        var kinds: Set<Change.Kind> = []
        func pin(_ value: Change, _ text: String) {
            kinds.insert(value.kind)
            #expect(value.leafForm.canonicalText() == text)
        }
        pin(.variableSet("round", "2"), #"{"change":"variable-set","value":"2","variable":"round"}"#)
        pin(.variableSet("round", nil), #"{"change":"variable-set","variable":"round"}"#)
        pin(.factSet("ready"), #"{"change":"fact-set","fact":"ready"}"#)
        pin(.factCleared("ready"), #"{"change":"fact-cleared","fact":"ready"}"#)
        pin(
            .clockStarted(
                "review",
                ClockRule(unit: .months, limit: nil, counts: .total, confidence: .unconfirmed)
            ),
            #"""
            {"change":"clock-started","clock":"review",\#
            "rule":{"confidence":"unconfirmed","counts":"total","unit":"months"}}
            """#
        )
        pin(.clockHeld("review", by: .applicant), #"{"by":"applicant","change":"clock-held","clock":"review"}"#)
        pin(.clockStopped("review"), #"{"change":"clock-stopped","clock":"review"}"#)
        pin(
            .deadlineArmed("asking", ArmedDeadline(due: .latest, raises: "late", confidence: .confirmed)),
            #"""
            {"change":"deadline-armed","confidence":"confirmed","due":"9999-12-31","raises":"late",\#
            "state":"asking"}
            """#
        )
        pin(.deadlineDisarmed("asking"), #"{"change":"deadline-disarmed","state":"asking"}"#)
        pin(
            .feeRequired("review", Money(currency: "JPY", minorUnits: 13_016_900)),
            #"{"amount":{"currency":"JPY","minorUnits":13016900},"change":"fee-required","fee":"review"}"#
        )
        pin(.feeRequired("review", nil), #"{"change":"fee-required","fee":"review"}"#)
        pin(
            .feeSettled("review", reference: "R-1"),
            #"{"change":"fee-settled","fee":"review","reference":"R-1"}"#
        )
        pin(
            .filed(filing),
            #"{"change":"filed","filing":{"filedOn":"2026-05-12","kind":"answer","number":2,"revision":"ab"}}"#
        )
        pin(
            .questionsAdded([
                Question(
                    id: "q-1",
                    origin: "hub",
                    scope: "SG",
                    heading: HeadingCode("CH3.05"),
                    text: "ab",
                    status: .issued,
                    due: .year(2027),
                    answer: "cd"
                ),
                Question(
                    id: "q-2",
                    origin: "SG",
                    scope: nil,
                    heading: nil,
                    text: "ef",
                    status: .proposed,
                    due: nil
                ),
            ]),
            #"""
            {"change":"questions-added","questions":[{"answer":"cd","due":"2027","heading":"CH3.05","id":"q-1",\#
            "origin":"hub","scope":"SG","status":"issued","text":"ab"},\#
            {"id":"q-2","origin":"SG","status":"proposed","text":"ef"}]}
            """#
        )
        pin(.questionsConsolidated(["q-2"]), #"{"change":"questions-consolidated","questions":["q-2"]}"#)
        pin(
            .questionAnswered("q-1", "cd"),
            #"{"answer":"cd","change":"question-answered","question":"q-1"}"#
        )
        pin(.consentGiven(["MY", "SG"]), #"{"change":"consent-given","jurisdictions":["MY","SG"]}"#)
        pin(.reportShared(["MY"], "ab"), #"{"change":"report-shared","jurisdictions":["MY"],"report":"ab"}"#)
        pin(
            .decided(
                Decision(
                    outcome: .approved,
                    on: .year(2027),
                    claims: ["detect"],
                    number: "DE-1",
                    conditions: [condition],
                    reason: "cd"
                )
            ),
            #"""
            {"change":"decided","decision":{"claims":["detect"],"conditions":[{"due":"2027","text":"ab"}],\#
            "number":"DE-1","on":"2027","outcome":"approved","reason":"cd"}}
            """#
        )
        pin(
            .approvalGranted(
                Approval(
                    id: "colon-cade/TH",
                    product: "colon-cade",
                    productVersion: "2.1",
                    jurisdiction: "TH",
                    basis: .recognition,
                    stage: 1,
                    claims: ["detect"],
                    number: "TH-1",
                    grantedOn: .year(2027),
                    validUntil: .year(2032),
                    conditions: [Condition(text: "ab", due: nil)],
                    dependsOn: [.init(approval: "colon-cade/SG", revision: 2)],
                    revision: 3,
                    flags: [
                        .init(
                            cause: .init(approval: "colon-cade/SG", revision: 3),
                            change: .amended,
                            path: ["colon-cade/SG"]
                        )
                    ]
                )
            ),
            #"""
            {"approval":{"basis":"recognition","claims":["detect"],"conditions":[{"text":"ab"}],\#
            "dependsOn":[{"approval":"colon-cade/SG","revision":2}],\#
            "flags":[{"cause":{"approval":"colon-cade/SG","revision":3},"change":"amended",\#
            "path":["colon-cade/SG"]}],"grantedOn":"2027","id":"colon-cade/TH","jurisdiction":"TH",\#
            "number":"TH-1","product":"colon-cade","productVersion":"2.1","revision":3,"stage":1,\#
            "standing":"in-force","validUntil":"2032"},"change":"approval-granted"}
            """#
        )
        pin(
            .approvalAmended("a/SG", claims: ["detect"], stage: 2, number: "DE-2", conditions: [condition]),
            #"""
            {"approval":"a/SG","change":"approval-amended","claims":["detect"],\#
            "conditions":[{"due":"2027","text":"ab"}],"number":"DE-2","stage":2}
            """#
        )
        pin(
            .approvalStandingChanged("a/SG", .inForce),
            #"{"approval":"a/SG","change":"approval-standing-changed","standing":"in-force"}"#
        )
        pin(.sent("member.ready", to: .hub), #"{"change":"sent","message":"member.ready","to":"hub"}"#)
        pin(.replaced(by: "SG-2"), #"{"by":"SG-2","change":"replaced"}"#)
        #expect(kinds.union(ReleasedAdditions.changes.map(\.value.kind)) == Set(Change.Kind.allCases))
    }

    @Test("every kind of payload value is spelled as it was released")
    func values() {
        var kinds: Set<Field.Kind> = []
        func pin(_ value: FieldValue, _ text: String) {
            kinds.insert(value.kind)
            #expect(value.leafForm.canonicalText() == text)
        }
        pin(.text("ab"), #"{"kind":"text","value":"ab"}"#)
        pin(.code("DE-1"), #"{"kind":"code","value":"DE-1"}"#)
        pin(.date(.month(year: 2026, month: 5)), #"{"kind":"date","value":"2026-05"}"#)
        pin(.integer(-3), #"{"kind":"integer","value":-3}"#)
        pin(.integer(.max), #"{"kind":"integer","value":"9223372036854775807"}"#)
        pin(.flag(true), #"{"kind":"flag","value":true}"#)
        pin(.claims(["detect"]), #"{"kind":"claims","value":["detect"]}"#)
        pin(.claims([]), #"{"kind":"claims"}"#)
        pin(.jurisdictions(["SG"]), #"{"kind":"jurisdictions","value":["SG"]}"#)
        pin(
            .questions([QuestionDraft(text: "ab", heading: HeadingCode("CH1"), scope: "SG", standsFor: ["q-1"])]),
            #"{"kind":"questions","value":[{"heading":"CH1","scope":"SG","standsFor":["q-1"],"text":"ab"}]}"#
        )
        pin(
            .answers([AnswerDraft(question: "q-1", text: "ab")]),
            #"{"kind":"answers","value":[{"question":"q-1","text":"ab"}]}"#
        )
        pin(.conditions([condition]), #"{"kind":"conditions","value":[{"due":"2027","text":"ab"}]}"#)
        pin(.choice("minor"), #"{"kind":"choice","value":"minor"}"#)
        #expect(kinds.union(ReleasedAdditions.values.map(\.value.kind)) == Set(Field.Kind.allCases))
    }

    @Test("every cause of a step is spelled as it was released")
    func causes() {
        func pin(_ cause: CaseAdvanced.Cause, _ text: String) {
            #expect(cause.leafForm.canonicalText() == text)
        }
        pin(.action("accept"), #"{"action":"accept","kind":"action"}"#)
        pin(.message("window.opened", from: .hub), #"{"from":"hub","kind":"message","message":"window.opened"}"#)
        pin(.deadline("asking", due: .earliest), #"{"due":"1900-01-01","kind":"deadline","state":"asking"}"#)
        pin(.condition, #"{"kind":"condition"}"#)
        #expect(CaseAdvanced.Cause.Kind.allCases.map(\.rawValue) == ["action", "message", "deadline", "condition"])
    }

    @Test("no word of a closed list has changed or gone")
    func words() {
        expect(ClockUnit.self, "workingDays calendarDays months")
        expect(ClockRule.Counted.self, "agency total")
        expect(Holder.self, "agency applicant")
        expect(Confidence.self, "confirmed unconfirmed")
        expect(Participation.self, "concurrent-action concurrent-review reliance")
        expect(Filing.Kind.self, "initial answer report stage2 fallback")
        expect(Question.Status.self, "proposed consolidated issued answered")
        expect(Decision.Outcome.self, "approved refused withdrawn left not-filed deemed-withdrawn")
        expect(Approval.Basis.self, "full abridged recognition exemption")
        expect(Approval.Standing.self, "in-force suspended withdrawn lapsed")
        expect(Approval.Flag.Change.self, "amended suspended reinstated withdrawn lapsed")
        expect(
            Field.Kind.self,
            "text code date integer flag claims jurisdictions questions answers conditions choice"
        )
        #expect(Actor.Capacity.applicant.leafForm == "applicant")
        #expect(Actor.Capacity.role("officer", at: "HSA").leafForm == "officer@HSA")
        #expect(Actor.Capacity.dependency.leafForm == "dependency")
        #expect(Actor.Capacity.deadline.leafForm == "deadline")
    }

    /// Later versions added words behind those of version 1.
    private func expect<Word: LeafWord>(_: Word.Type, _ words: String) {
        let released = words.split(separator: " ").map(String.init)
        #expect(Word.allCases.map(\.rawValue).starts(with: released))
    }
}
