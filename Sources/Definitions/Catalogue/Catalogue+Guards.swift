import Submissions

extension Catalogue {
    /// The guards of version 1.
    ///
    /// Their meaning is documented with `Submissions.Guard`.
    static let guards = Catalogue(
        noun: "guard",
        words: guardWords.map(\.name),
        forms: [
            Form("{ in: STATE }", "in"),
            Form("{ fact: NAME }, { fact: hub.NAME } or { fact: SG.NAME }", "fact"),
            Form("{ everyMember: FACT, participation: concurrent-action }", "everyMember", ["participation"]),
            Form("{ variable: NAME, is: TEXT }", "variable", ["is"]),
            Form("{ participation: concurrent-action }", "participation"),
            Form("{ bundleAhead: VARIABLE }", "bundleAhead"),
            Form("{ onTime: STATE }", "onTime"),
            Form("{ route: KEY, is: TEXT }", "route", ["is"]),
            Form("{ body: reviews }", "body"),
            Form("{ routeNeeds: consent }", "routeNeeds"),
            Form(
                "{ since: VARIABLE, within: PERIOD } or { since: VARIABLE, after: PERIOD }",
                "since",
                optional: ["within", "after"]
            ),
            Form("{ count: VARIABLE, below: VALUE }", "count", ["below"]),
            Form("{ changeStep: prior-approval }", "changeStep"),
            Form("{ trackFact: TRACK, is: FACT }", "trackFact", ["is"]),
            Form("{ approvalStage: first }", "approvalStage"),
            Form("{ telling: allowed }", "telling"),
            Form("{ number: FIELD, moreThan: VARIABLE }", "number", ["moreThan"]),
            Form(
                "{ date: FIELD, firstOf: month } or { date: FIELD, notBefore: VARIABLE }",
                "date",
                optional: ["firstOf", "notBefore"]
            ),
            Form("{ field: NAME, is: TEXT } or { field: NAME, among: VARIABLE }", "field", optional: ["is", "among"]),
            Form("{ approvalNumber: FIELD }", "approvalNumber"),
            Form("{ trait: NAME, is: ANSWER }", "trait", ["is"]),
            Form("{ claims: product }", "claims"),
            Form("{ all: [GUARD, …] }", "all"),
            Form("{ any: [GUARD, …] }", "any"),
            Form("{ not: GUARD }", "not"),
        ]
    )

    static let guardWords: [(name: String, guard: Guard)] = [
        ("filing.made", .filingMade),
        ("dossier.complete", .dossierComplete),
        ("fees.paid", .feesPaid),
        ("holder.appointed", .holderAppointed),
        ("questions.open", .questionsOpen),
        ("questions.allAnswered", .questionsAnswered),
        ("consent.given", .consentGiven),
        ("report.shared", .reportShared),
        ("inBundle", .inBundle),
        ("bundle.open", .bundleOpen),
        ("reference.approved", .referenceApproved),
        ("reference.stageAccepted", .referenceStageAccepted),
        ("route.open", .routeOpen),
        ("route.unsure", .routeUnsure),
        ("approval.inForce", .approvalInForce),
        ("approval.withoutEnd", .approvalWithoutEnd),
        ("approval.ended", .approvalEnded),
        ("flags.open", .flagsOpen),
        ("change.unconfirmed", .changeUnconfirmed),
        ("evidence.planned", .evidencePlanned),
        ("evidence.lawful", .evidenceLawful),
        ("evidence.ready", .evidenceReady),
        ("obligations.met", .obligationsMet),
        ("obligations.open", .obligationsOpen),
        ("fee.paid", .feePaid),
    ]
}
