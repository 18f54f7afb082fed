import Definitions
import Regulation
import Statecharts
import Submissions
import Testing

@Suite("Guards and effects are a closed catalogue")
struct CatalogueTests {
    private static let head = """
        procedure: p
        status: law
        sources: [{ text: "made up", confidence: confirmed }]
        clocks: [review]
        text: { audience: v, claims: v }
        actions:
          go:
            by: applicant
            fields:
              { q: questions, due: date, a: answers, c: claims, j: jurisdictions, why: text, pick: [one, two], ok: flag, \
        n: integer, k: code }

        """

    private func procedure(_ transition: String) throws(Diagnostics) -> Procedure {
        let text =
            Self.head + """
                states:
                  s: { entry: [{ clock.start: review, at: filed }, { fact.set: f }, { set: v, to: x }], on: { go: \(transition) } }
                """
        return try ProcedureReader.procedure(from: SourceFile(path: "p.yaml", text: text))
    }

    private func guardian(_ text: String) throws -> Guard? {
        let procedure = try procedure("{ if: \(text) }")
        return procedure.guards[0]
    }

    private func effect(_ text: String) throws -> Effect? {
        try procedure("{ do: \(text) }").effects.last
    }

    @Test("every guard is written as the catalogue says")
    func guards() throws {
        let guards: [(String, Guard)] = [
            ("filing.made", .filingMade), ("dossier.complete", .dossierComplete), ("fees.paid", .feesPaid),
            ("holder.appointed", .holderAppointed), ("questions.open", .questionsOpen),
            ("questions.allAnswered", .questionsAnswered), ("consent.given", .consentGiven),
            ("report.shared", .reportShared), ("inBundle", .inBundle), ("bundle.open", .bundleOpen),
            ("reference.approved", .referenceApproved),
            ("reference.stageAccepted", .referenceStageAccepted),
            ("{ in: s }", .inState("s")), ("{ onTime: s }", .onTime("s")),
            ("{ fact: f }", .fact("f", of: .own)), ("{ fact: hub.open }", .fact("open", of: .hub)),
            ("{ fact: SG.ready }", .fact("ready", of: .member("SG"))),
            ("{ everyMember: ready, participation: reliance }", .everyMember("ready", .reliance)),
            ("{ participation: concurrent-review, everyMember: ready }", .everyMember("ready", .concurrentReview)),
            ("{ participation: concurrent-action }", .participation(.concurrentAction)),
            ("{ variable: v, is: x }", .variable("v", equals: "x")),
            ("{ route: lateAnswer, is: none }", .routeValue("lateAnswer", equals: "none")),
            ("{ body: assesses }", .hasBody(.assesses)),
            ("{ field: pick, is: two }", .field("pick", equals: "two")),
            ("{ field: ok, is: true }", .field("ok", equals: "true")),
            ("{ claims: widening }", .claimsWithin(.widening)), ("{ claims: approval }", .claimsWithin(.approval)),
            ("route.open", .routeOpen), ("approval.inForce", .approvalInForce), ("obligations.met", .obligationsMet),
            ("evidence.planned", .evidencePlanned), ("evidence.lawful", .evidenceLawful),
            ("evidence.ready", .evidenceReady), ("{ routeNeeds: consent }", .routeNeeds(.consent)),
            ("{ date: due, firstOf: month }", .opensMonth("due")),
            ("{ date: due, notBefore: v }", .notBefore("due", .variable("v"))),
            ("{ date: due, notBefore: today }", .notBefore("due", .act)),
            ("{ since: v, within: p }", .withinPeriod("p", since: "v")),
            ("{ since: v, after: p }", .pastPeriod("p", since: "v")),
            ("{ count: v, below: maxRounds }", .count("v", below: "maxRounds")),
            ("{ changeStep: prior-approval }", .changeStep(.priorApproval)),
            ("{ trackFact: reimbursement, is: covered }", .trackFact("reimbursement", "covered")),
            ("{ approvalStage: first }", .approvalStage(.first)), ("{ telling: permit }", .telling(.permit)),
            ("{ number: n, moreThan: v }", .number("n", moreThan: "v")),
            ("{ field: k, among: v }", .collected("k", in: "v")), ("{ approvalNumber: k }", .approvalNumber("k")),
            ("{ trait: predicate, is: none }", .trait("predicate", is: "none")), ("approval.ended", .approvalEnded),
            ("[inBundle]", .inBundle), ("[inBundle, { in: s }]", .all([.inBundle, .inState("s")])),
            ("{ all: [inBundle] }", .all([.inBundle])), ("{ not: inBundle }", .not(.inBundle)),
            (
                "{ any: [inBundle, { not: [fees.paid, consent.given] }] }",
                .any([.inBundle, .not(.all([.feesPaid, .consentGiven]))])
            ),
        ]
        for (text, expected) in guards { #expect(try guardian(text) == expected, "\(text)") }
    }

    @Test("every effect is written as the catalogue says")
    func effects() throws {
        let effects: [(String, Effect)] = [
            ("{ set: v, to: y }", .set("v", .literal("y"))), ("{ set: v, from: why }", .set("v", .field("why"))),
            ("{ fact.set: g }", .setFact("g")), ("{ fact.clear: f }", .clearFact("f")),
            ("{ clock.start: review, at: fee-paid }", .startClock("review", at: .feePaid)),
            ("{ clock.hold: review, by: agency }", .holdClock("review", by: .agency)),
            ("{ clock.resume: review }", .resumeClock("review")), ("{ clock.stop: review }", .stopClock("review")),
            ("{ send: a.b, to: hub }", .send("a.b", to: .hub)), ("{ send: a, to: members }", .send("a", to: .members)),
            ("{ send: a, to: SG }", .send("a", to: .member("SG"))),
            ("{ send: a, to: reimbursement }", .send("a", to: .track("reimbursement"))),
            ("{ fee.require: x }", .requireFee("x")),
            ("fee.settle", .settleFees), ("{ filing: stage2 }", .recordFiling(.stage2)),
            ("{ questions.propose: q }", .proposeQuestions("q")),
            ("{ questions.issue: q }", .issueQuestions("q", dueIn: nil)),
            ("{ questions.issue: q, due: due }", .issueQuestions("q", dueIn: "due")),
            ("{ questions.answer: a }", .answerQuestions("a")),
            ("{ questions.decline: k }", .declineQuestion("k")), ("{ bundle.join: k }", .joinBundle("k")),
            ("consent.give", .giveConsent(nil)),
            ("{ consent.give: j }", .giveConsent("j")), ("report.share", .shareReport(except: nil)),
            ("{ update: v, from: due }", .set("v", .given("due"))),
            ("{ report.shareExcept: lacking }", .shareReport(except: "lacking")),
            ("{ decide: deemed-withdrawn }", .recordDecision(.deemedWithdrawn)),
            ("{ approval.grant: abridged }", .grantApproval(.abridged, stage: nil)),
            ("{ approval.grant: full, stage: 1 }", .grantApproval(.full, stage: 1)),
            ("{ approval.amend: 2 }", .amendApproval(stage: 2)),
            ("{ approval.change: in-force }", .changeApproval(.inForce)), ("case.openFallback", .openFallback),
            ("{ set: v, to: today }", .set("v", .today)), ("{ count: v }", .count("v")),
            ("{ take: v, of: reimbursement }", .take("v", of: .track("reimbursement"))),
            ("{ take: v, of: JP }", .take("v", of: .member("JP"))), ("{ take: v, of: hub }", .take("v", of: .hub)),
            ("{ collect: v, from: k }", .collect("v", from: "k")),
            ("{ approval.version: k }", .setApprovalVersion("k")),
            ("{ approval.validity: due }", .prolongApproval("due")),
            ("{ approval.holder: k }", .setApprovalHolder("k")), ("approval.widen", .widenApproval),
            ("{ track.open: registration }", .openTrack("registration", passing: [])),
            ("{ track.openWhereApproved: safety-report }", .openTrackWhereApproved("safety-report", passing: [])),
            ("{ obligation.add: commitment }", .addObligation(.commitment, text: nil, due: nil)),
            (
                "{ obligation.add: report, text: why, due: due }",
                .addObligation(.report, text: "why", due: .field("due"))
            ),
            ("{ obligation.end: condition }", .endObligations(.condition)),
            ("{ obligation.meetAll: retention, before: due }", .meetObligations(.retention, before: "due")),
            ("{ obligation.add: condition, after: p }", .addObligation(.condition, text: nil, due: .period("p"))),
            ("{ obligation.meet: k }", .closeObligation("k", .met)),
            ("{ obligation.waive: k }", .closeObligation("k", .waived)),
            ("{ fee.record: refunded }", .recordFee(.refunded)),
            ("{ safety.note: serious }", .noteSafety(isSerious: true)),
            ("{ safety.note: other }", .noteSafety(isSerious: false)),
            ("study.record", .recordStudy), ("study.check", .checkStudy), ("flags.settle", .settleFlags),
            ("doubt.settle", .settleDoubt),
            ("validity.read", .readValidity),
        ]
        for (text, expected) in effects { #expect(try effect(text) == expected, "\(text)") }
    }

    @Test("what the catalogue does not know is refused, with its place and what may be meant")
    func refusals() {
        let column =
            "  s: { entry: [{ clock.start: review, at: filed }, { fact.set: f }, { set: v, to: x }], on: { go: ".count
        let refusals: [(String, Int, String)] = [
            ("{ if: [] }", 2, "‘if’ is empty"),
            ("{ if: in }", 6, "the guard ‘in’ is written { in: STATE }"),
            ("{ if: [fees.payed] }", 7, "unknown guard ‘fees.payed’; did you mean ‘fees.paid’?"),
            ("{ if: { fees.paid: true } }", 8, "the guard ‘fees.paid’ is a word without arguments"),
            (
                "{ if: { variable: v } }", 8,
                "the guard ‘variable’ has no ‘is’; it is written { variable: NAME, is: TEXT }"
            ),
            ("{ if: { in: z } }", 12, "there is no state ‘z’"),
            ("{ if: { in: s, also: z } }", 15, "unknown key ‘also’ in the guard ‘in’"),
            ("{ if: { fact: x.y } }", 14, "‘x’ is neither ‘hub’ nor a country code such as SG"),
            ("{ if: { fact: ff } }", 14, "nothing sets the fact ‘ff’; did you mean ‘f’?"),
            ("{ if: { variable: w, is: x } }", 8, "nothing sets the variable ‘w’"),
            (
                "{ if: { participation: concurent-action } }", 23,
                "‘participation’ is concurrent-action, concurrent-review or reliance, not ‘concurent-action’; "
                    + "did you mean ‘concurrent-action’?"
            ),
            ("{ if: { field: pcik, is: one } }", 15, "the action ‘go’ has no field ‘pcik’; did you mean ‘pick’?"),
            ("{ if: { field: pick, is: three } }", 15, "‘pick’ is never ‘three’, only one or two"),
            (
                "{ if: { field: why, is: x } }", 15,
                "the field ‘why’ is text, not choice, flag, code, integer or date"
            ),
            ("{ do: { questions.issue: a } }", 25, "the field ‘a’ is answers, not questions"),
            ("{ do: { approval.amend: 0 } }", 24, "‘approval.amend’ is the number of a stage, from 1"),
            ("{ do: { set: v } }", 8, "the effect ‘set’ has either ‘to’ or ‘from’"),
            (
                "{ do: { send: a, to: mebers } }", 21,
                "‘to’ is hub, members or a country code, not ‘mebers’; did you mean ‘members’?"
            ),
            ("{ do: { clock.stop: clock } }", 20, "no clock ‘clock’ is declared under ‘clocks’"),
            (
                "{ if: { since: v, within: p, after: q } }", 8,
                "the guard ‘since’ has either ‘within’ or ‘after’"
            ),
            (
                "{ if: { number: why, moreThan: v } }", 16,
                "the field ‘why’ is text, not integer"
            ),
            (
                "{ do: { obligation.add: report, due: due, after: p } }", 32,
                "an obligation has either ‘due’, a field, or ‘after’, a period"
            ),
            (
                "{ do: { fee.record: payed } }", 20,
                "‘fee.record’ is quoted, invoiced, paid, waived or refunded, not ‘payed’; did you mean ‘paid’?"
            ),
            ("{ do: fee.setle }", 6, "unknown effect ‘fee.setle’; did you mean ‘fee.settle’?"),
        ]
        for (text, offset, message) in refusals {
            let found = defects { () throws(Diagnostics) in try procedure(text) }
            #expect(found == ["p.yaml:12:\(column + offset + 1): error: \(message)"], "\(text)")
        }
    }
}
