import Regulation
import Statecharts
import Submissions

@testable import Engine

/// What events hold, value by value, with the text in which it is written.
///
/// Until 1.0 a change of the form edits these texts in place; from then on none is edited.
enum ReleasedValues {
    private static let filing = Filing(number: 2, kind: .answer, revision: "ab", filedOn: ReleasedExamples.date)
    private static let condition = Condition(text: "ab", due: .year(2027))

    /// What a case decides with, up to its approval.
    static let changes: [(value: Change, text: String)] = [
        (.variableSet("round", "2"), #"{"change":"variable-set","value":"2","variable":"round"}"#),
        (.variableSet("round", nil), #"{"change":"variable-set","variable":"round"}"#),
        (.factSet("ready"), #"{"change":"fact-set","fact":"ready"}"#),
        (.factCleared("ready"), #"{"change":"fact-cleared","fact":"ready"}"#),
        (
            .clockStarted(
                "review",
                ClockRule(unit: .months, limit: nil, counts: .total, confidence: .unconfirmed)
            ),
            #"""
            {"change":"clock-started","clock":"review",\#
            "rule":{"confidence":"unconfirmed","counts":"total","unit":"months"}}
            """#
        ),
        (.clockHeld("review", by: .applicant), #"{"by":"applicant","change":"clock-held","clock":"review"}"#),
        (.clockStopped("review"), #"{"change":"clock-stopped","clock":"review"}"#),
        (
            .deadlineArmed("asking", ArmedDeadline(due: .latest, raises: "late", confidence: .confirmed)),
            #"""
            {"change":"deadline-armed","confidence":"confirmed","due":"9999-12-31","raises":"late",\#
            "state":"asking"}
            """#
        ),
        (.deadlineDisarmed("asking"), #"{"change":"deadline-disarmed","state":"asking"}"#),
        (
            .deadlineMissed("asking", within: ["late"]),
            #"{"change":"deadline-missed","state":"asking","within":["late"]}"#
        ),
        (
            .feeRequired("review", Money(currency: "JPY", minorUnits: 13_016_900)),
            #"{"amount":{"currency":"JPY","minorUnits":13016900},"change":"fee-required","fee":"review"}"#
        ),
        (.feeRequired("review", nil), #"{"change":"fee-required","fee":"review"}"#),
        (
            .feeSettled("review", reference: "R-1"),
            #"{"change":"fee-settled","fee":"review","reference":"R-1"}"#
        ),
        (
            .filed(filing),
            #"{"change":"filed","filing":{"filedOn":"2026-05-12","kind":"answer","number":2,"revision":"ab"}}"#
        ),
        (
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
        ),
        (.questionsConsolidated(["q-2"]), #"{"change":"questions-consolidated","questions":["q-2"]}"#),
        (.questionMerged("q-2", into: "q-3"), #"{"change":"question-merged","into":"q-3","question":"q-2"}"#),
        (
            .questionDeclined("q-2", reason: "cd"),
            #"{"change":"question-declined","question":"q-2","reason":"cd"}"#
        ),
        (
            .questionAnswered("q-1", "cd"),
            #"{"answer":"cd","change":"question-answered","question":"q-1"}"#
        ),
        (.consentGiven(["MY", "SG"]), #"{"change":"consent-given","jurisdictions":["MY","SG"]}"#),
        (.reportShared(["MY"], "ab"), #"{"change":"report-shared","jurisdictions":["MY"],"report":"ab"}"#),
        (
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
        ),
        (
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
        ),
        (
            .approvalAmended("a/SG", claims: ["detect"], stage: 2, number: "DE-2", conditions: [condition]),
            #"""
            {"approval":"a/SG","change":"approval-amended","claims":["detect"],\#
            "conditions":[{"due":"2027","text":"ab"}],"number":"DE-2","stage":2}
            """#
        ),
        (
            .approvalStandingChanged("a/SG", .inForce),
            #"{"approval":"a/SG","change":"approval-standing-changed","standing":"in-force"}"#
        ),
        (.bundleJoined("renewal-hub"), #"{"change":"bundle-joined","hub":"renewal-hub"}"#),
        (.sent("member.ready", to: .hub), #"{"change":"sent","message":"member.ready","to":"hub"}"#),
        (.replaced(by: "SG-2"), #"{"by":"SG-2","change":"replaced"}"#),
    ]

    static let values: [(value: FieldValue, text: String)] = [
        (.text("ab"), #"{"kind":"text","value":"ab"}"#),
        (.code("DE-1"), #"{"kind":"code","value":"DE-1"}"#),
        (.date(.month(year: 2026, month: 5)), #"{"kind":"date","value":"2026-05"}"#),
        (.integer(-3), #"{"kind":"integer","value":-3}"#),
        (.integer(.max), #"{"kind":"integer","value":"9223372036854775807"}"#),
        (.flag(true), #"{"kind":"flag","value":true}"#),
        (.claims(["detect"]), #"{"kind":"claims","value":["detect"]}"#),
        (.claims([]), #"{"kind":"claims"}"#),
        (.jurisdictions(["SG"]), #"{"kind":"jurisdictions","value":["SG"]}"#),
        (
            .questions([QuestionDraft(text: "ab", heading: HeadingCode("CH1"), scope: "SG", standsFor: ["q-1"])]),
            #"{"kind":"questions","value":[{"heading":"CH1","scope":"SG","standsFor":["q-1"],"text":"ab"}]}"#
        ),
        (
            .answers([AnswerDraft(question: "q-1", text: "ab")]),
            #"{"kind":"answers","value":[{"question":"q-1","text":"ab"}]}"#
        ),
        (.conditions([condition]), #"{"kind":"conditions","value":[{"due":"2027","text":"ab"}]}"#),
        (.choice("minor"), #"{"kind":"choice","value":"minor"}"#),
    ]

    static let causes: [(value: CaseAdvanced.Cause, text: String)] = [
        (.action("accept"), #"{"action":"accept","kind":"action"}"#),
        (.message("window.opened", from: .hub), #"{"from":"hub","kind":"message","message":"window.opened"}"#),
        (.deadline("asking", due: .earliest), #"{"due":"1900-01-01","kind":"deadline","state":"asking"}"#),
        (.condition, #"{"kind":"condition"}"#),
        (
            .lateAction("answer", before: 7),
            #"{"action":"answer","before":7,"kind":"late-action"}"#
        ),
        (.correction(9), #"{"event":9,"kind":"correction"}"#),
    ]
}
