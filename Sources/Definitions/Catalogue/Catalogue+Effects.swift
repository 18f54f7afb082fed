import Submissions

extension Catalogue {
    /// The effects of version 1.
    ///
    /// Their meaning is documented with `Submissions.Effect`.
    static let effects = Catalogue(
        noun: "effect",
        words: effectWords.map(\.name),
        forms: [
            Form("{ raise: EVENT }", "raise"),
            Form(
                "{ set: VARIABLE, to: TEXT }, { set: VARIABLE, to: today } or { set: VARIABLE, from: FIELD }",
                "set",
                optional: ["to", "from"]
            ),
            Form("{ count: VARIABLE }", "count"),
            Form("{ take: VARIABLE, of: TRACK }, or of hub or a country such as SG", "take", ["of"]),
            Form("{ collect: VARIABLE, from: FIELD }", "collect", ["from"]),
            Form("{ fact.set: NAME }", "fact.set"),
            Form("{ fact.clear: NAME }", "fact.clear"),
            Form("{ clock.start: CLOCK, at: accepted }", "clock.start", ["at"]),
            Form("{ clock.hold: CLOCK, by: applicant }", "clock.hold", ["by"]),
            Form("{ clock.resume: CLOCK }", "clock.resume"),
            Form("{ clock.stop: CLOCK }", "clock.stop"),
            Form("{ send: EVENT, to: hub }", "send", ["to"]),
            Form("{ fee.require: FEE }", "fee.require"),
            Form("{ filing: answer }", "filing"),
            Form("{ questions.propose: FIELD }", "questions.propose"),
            Form("{ questions.issue: FIELD, due: FIELD }", "questions.issue", optional: ["due"]),
            Form("{ questions.answer: FIELD }", "questions.answer"),
            Form("{ questions.decline: FIELD }", "questions.decline"),
            Form("{ consent.give: FIELD }", "consent.give"),
            Form("{ bundle.join: FIELD }", "bundle.join"),
            Form("{ update: VARIABLE, from: FIELD }", "update", ["from"]),
            Form("{ report.shareExcept: FACT }", "report.shareExcept"),
            Form("{ decide: approved }", "decide"),
            Form("{ approval.grant: full, stage: 1 }", "approval.grant", optional: ["stage"]),
            Form("{ approval.amend: 2 }", "approval.amend"),
            Form("{ approval.change: suspended }", "approval.change"),
            Form("{ approval.version: FIELD }", "approval.version"),
            Form("{ approval.validity: FIELD }", "approval.validity"),
            Form("{ approval.holder: FIELD }", "approval.holder"),
            Form("{ track.open: TRACK, passing: [VARIABLE] }", "track.open", optional: ["passing"]),
            Form(
                "{ track.openWhereApproved: TRACK, passing: [VARIABLE] }",
                "track.openWhereApproved",
                optional: ["passing"]
            ),
            Form(
                "{ obligation.add: commitment, text: FIELD, due: FIELD } or with after: PERIOD for due",
                "obligation.add",
                optional: ["text", "due", "after"]
            ),
            Form("{ obligation.end: condition }", "obligation.end"),
            Form("{ obligation.meet: FIELD }", "obligation.meet"),
            Form("{ obligation.meetAll: retention, before: FIELD }", "obligation.meetAll", ["before"]),
            Form("{ obligation.waive: FIELD }", "obligation.waive"),
            Form("{ fee.record: paid }", "fee.record"),
            Form("{ safety.note: serious }", "safety.note"),
        ]
    )

    static let effectWords: [(name: String, effect: Effect)] = [
        ("fee.settle", .settleFees),
        ("consent.give", .giveConsent(nil)),
        ("report.share", .shareReport(except: nil)),
        ("case.openFallback", .openFallback),
        ("approval.widen", .widenApproval),
        ("study.record", .recordStudy),
        ("study.check", .checkStudy),
        ("flags.settle", .settleFlags),
        ("route.doubt", .doubtRoute),
        ("doubt.settle", .settleDoubt),
        ("validity.read", .readValidity),
    ]
}
