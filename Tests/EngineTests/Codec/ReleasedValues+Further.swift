import Regulation
import Statecharts
import Submissions

@testable import Engine

extension ReleasedValues {
    /// What follows an approval, and what changes hold where all is said that may be left out.
    static let furtherChanges: [(value: Change, text: String)] = [
        (
            .approvalVersionChanged("a/SG", "2.1"),
            #"{"approval":"a/SG","change":"approval-version-changed","productVersion":"2.1"}"#
        ),
        (
            .approvalProlonged("a/SG", until: .year(2031)),
            #"{"approval":"a/SG","change":"approval-prolonged","until":"2031"}"#
        ),
        (
            .approvalHolderChanged("a/SG", "acme"),
            #"{"approval":"a/SG","change":"approval-holder-changed","holder":"acme"}"#
        ),
        (.doubtSettled, #"{"change":"doubt-settled"}"#),
        (.flagsSettled("a/SG"), #"{"approval":"a/SG","change":"flags-settled"}"#),
        (
            .doubtFlagged(
                Approval.Flag(
                    cause: Approval.Reference(approval: "a/JP", revision: 1),
                    change: .unsure,
                    path: ["a/JP", "a/MY"]
                )
            ),
            #"{"change":"doubt-flagged","flag":{"cause":{"approval":"a/JP","revision":1},"change":"unsure","path":["a/JP","a/MY"]}}"#
        ),
        (
            .safetyNoted(SafetyNotice(on: .year(2027), isSerious: false)),
            #"{"change":"safety-noted","notice":{"isSerious":false,"on":"2027"}}"#
        ),
        (
            .feeRecorded(
                FeeEntry(
                    fee: "review",
                    kind: .paid,
                    amount: Money(currency: "JPY", minorUnits: 13_016_900),
                    reference: "R-1",
                    on: .year(2027)
                )
            ),
            #"""
            {"change":"fee-recorded","entry":{"amount":{"currency":"JPY","minorUnits":13016900},"fee":"review",\#
            "kind":"paid","on":"2027","reference":"R-1"}}
            """#
        ),
        (
            .feeRecorded(FeeEntry(fee: "review", kind: .waived, amount: nil, reference: nil, on: .year(2027))),
            #"{"change":"fee-recorded","entry":{"fee":"review","kind":"waived","on":"2027"}}"#
        ),
        (
            .obligationsAdded([
                Obligation(id: "o-1", name: "SG", kind: .condition, text: "ab", due: .year(2027)),
                Obligation(
                    id: "o-2",
                    name: "JP",
                    kind: .retention,
                    text: nil,
                    due: nil,
                    jurisdiction: "US",
                    standing: .met,
                    closedOn: .year(2026),
                    endedBy: "cancel",
                    evidence: ["cd"]
                ),
            ]),
            #"""
            {"change":"obligations-added","obligations":[{"case":"SG","due":"2027","id":"o-1","kind":"condition",\#
            "standing":"open","text":"ab"},{"case":"JP","closedOn":"2026","endedBy":"cancel",\#
            "evidence":["cd"],"id":"o-2",\#
            "jurisdiction":"US","kind":"retention","standing":"met"}]}
            """#
        ),
        (
            .obligationClosed("o-1", .met, evidence: ["cd"]),
            #"{"change":"obligation-closed","evidence":["cd"],"obligation":"o-1","standing":"met"}"#
        ),
        (
            .obligationClosed("o-1", .ended, evidence: [], by: "validity.ended"),
            #"{"by":"validity.ended","change":"obligation-closed","obligation":"o-1","standing":"ended"}"#
        ),
        (
            .obligationClosed("o-1", .waived, evidence: []),
            #"{"change":"obligation-closed","obligation":"o-1","standing":"waived"}"#
        ),
        (
            .studyRecorded(
                Study(
                    id: "s-1",
                    kind: .realWorldData,
                    legalBasis: "act-1",
                    ethicsApproval: "E-1",
                    consentModel: .optOut,
                    reliability: "audited",
                    standing: .completed
                )
            ),
            #"""
            {"change":"study-recorded","study":{"consentModel":"opt-out","ethicsApproval":"E-1","id":"s-1",\#
            "kind":"real-world-data","legalBasis":"act-1","reliability":"audited","standing":"completed"}}
            """#
        ),
        (
            .studyRecorded(
                Study(
                    id: "s-2",
                    provider: "H-1",
                    contract: "K-1",
                    purpose: .productDevelopment,
                    secondaryUse: .onRequest,
                    keptUntil: PartialDate("2030-12"),
                    checks: [.init(item: "retention-agreed", answer: .notApplicable, reference: "K-1", on: .year(2027))]
                )
            ),
            #"""
            {"change":"study-recorded","study":{"checks":[{"answer":"not-applicable","item":"retention-agreed","on":"2027",\#
            "reference":"K-1"}],"contract":"K-1","id":"s-2","keptUntil":"2030-12","provider":"H-1",\#
            "purpose":"product-development","secondaryUse":"use-on-request","standing":"planned"}}
            """#
        ),
        (
            .studyRecorded(Study(id: "s-1")),
            #"{"change":"study-recorded","study":{"id":"s-1","standing":"planned"}}"#
        ),
        (
            .answerDocumented("q-1", ["cd"]),
            #"{"change":"answer-documented","evidence":["cd"],"question":"q-1"}"#
        ),
        (
            .referencesCited([.init(approval: "a/SG", revision: 2)]),
            #"{"change":"references-cited","references":[{"approval":"a/SG","revision":2}]}"#
        ),
        (.restated(.caseFilings([1, 3])), #"{"change":"restated","filings":[1,3],"part":"case-filings"}"#),
        (
            .restated(.lastDue("asking", .latest)),
            #"{"change":"restated","due":"9999-12-31","part":"last-due","state":"asking"}"#
        ),
        (.restated(.clock("review", nil)), #"{"change":"restated","clock":"review","part":"clock"}"#),
        (
            .restated(.judged(event: 4, [.init(name: "CN", transitions: [2], markets: ["SG"])])),
            #"{"change":"restated","event":4,"found":[{"case":"CN","markets":["SG"],"transitions":[2]}],"part":"judged"}"#
        ),
        (.restated(.undone), #"{"change":"restated","part":"undone"}"#),
        (
            .clockStarted(
                "decision",
                ClockRule(unit: .months, limit: 3, counts: .agency, confidence: .unconfirmed, anchor: .nextMonth)
            ),
            #"""
            {"change":"clock-started","clock":"decision","rule":{"anchor":"next-month","confidence":"unconfirmed",\#
            "counts":"agency","limit":3,"unit":"months"}}
            """#
        ),
        (
            .clockStarted(
                "decision",
                ClockRule(
                    unit: .calendarDays,
                    limit: 30,
                    counts: .total,
                    confidence: .confirmed,
                    counting: Counting(
                        firstDay: .included,
                        months: .eve,
                        noSuchDay: .firstOfNext,
                        onDayOff: .nextWorkingDay,
                        daysOff: [7, 5],
                        calendar: "MY-KTN"
                    )
                )
            ),
            #"""
            {"change":"clock-started","clock":"decision","rule":{"confidence":"confirmed",\#
            "counting":{"calendar":"MY-KTN","daysOff":[5,7],"firstDay":"included","months":"eve",\#
            "noSuchDay":"first-of-next","onDayOff":"next-working-day"},"counts":"total","limit":30,\#
            "unit":"calendarDays"}}
            """#
        ),
        (
            .filed(Filing(number: 2, kind: .renewal, revision: "ab", filedOn: .year(2027))),
            #"{"change":"filed","filing":{"filedOn":"2027","kind":"renewal","number":2,"revision":"ab"}}"#
        ),
        (
            .questionsAdded([
                Question(
                    id: "q-2",
                    origin: "SG",
                    scope: nil,
                    heading: nil,
                    text: "ef",
                    status: .answered,
                    due: nil,
                    priority: .major,
                    owner: "lead",
                    follows: "q-1",
                    answer: "cd",
                    evidence: ["ab"]
                )
            ]),
            #"""
            {"change":"questions-added","questions":[{"answer":"cd","evidence":["ab"],"follows":"q-1","id":"q-2",\#
            "origin":"SG","owner":"lead","priority":"major","status":"answered","text":"ef"}]}
            """#
        ),
        (
            .approvalGranted(
                Approval(
                    id: "a/MY",
                    product: "a",
                    productVersion: "2.1",
                    jurisdiction: "MY",
                    basis: .abridged,
                    stage: nil,
                    claims: ["detect"],
                    number: nil,
                    grantedOn: .year(2027),
                    validUntil: nil,
                    conditions: [],
                    dependsOn: [],
                    flags: [
                        .init(
                            cause: .init(approval: "a/SG", revision: 3),
                            change: .amended,
                            path: ["a/SG", "a/MY"],
                            isSettled: true
                        )
                    ],
                    holder: "acme",
                    notices: [SafetyNotice(on: .year(2027), isSerious: true)]
                )
            ),
            #"""
            {"approval":{"basis":"abridged","claims":["detect"],"flags":[{"cause":{"approval":"a/SG","revision":3},\#
            "change":"amended","isSettled":true,"path":["a/SG","a/MY"]}],"grantedOn":"2027","holder":"acme",\#
            "id":"a/MY","jurisdiction":"MY","notices":[{"isSerious":true,"on":"2027"}],"product":"a",\#
            "productVersion":"2.1","revision":1,"standing":"in-force"},"change":"approval-granted"}
            """#
        ),
    ]

    static let furtherValues: [(value: FieldValue, text: String)] =
        [
            Money(currency: "SGD", minorUnits: 53_000).map {
                (.money($0), #"{"kind":"money","value":{"currency":"SGD","minorUnits":53000}}"#)
            },
            (
                .questions([
                    QuestionDraft(
                        text: "ab",
                        heading: nil,
                        scope: nil,
                        standsFor: [],
                        priority: .minor,
                        owner: "lead",
                        follows: "q-1"
                    )
                ]),
                #"{"kind":"questions","value":[{"follows":"q-1","owner":"lead","priority":"minor","text":"ab"}]}"#
            ),
        ].compactMap { $0 }
}
