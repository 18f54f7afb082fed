/// One edit of the sound rules that makes a defect, and what is told of it.
struct RuleDefect: Sendable {
    let file: String
    let old: String
    let new: String
    /// Without the name of the file.
    let expected: [String]

    init(in file: String = "jurisdictions/XA.yaml", _ old: String, _ new: String, _ expected: String...) {
        self.file = file
        self.old = old
        self.new = new
        self.expected = expected
    }

    static let all = sources + dates + names + figures + alternatives + words + shapes

    private static let small =
        "      small: { amount: \"JPY 100\", insteadOf: application, names: { en: S, ja: S }, source: act }\n"

    /// Fees that stand for one another.
    private static let alternatives = [
        RuleDefect(
            "{ amount: \"JPY 5000\", due: filed,",
            "{ amount: \"JPY 5000\", insteadOf: evaluation, due: filed,",
            "31:44: error: the route has no other fee ‘evaluation’"
        ),
        RuleDefect(
            "{ amount: \"JPY 5000\", due: filed,",
            "{ amount: \"JPY 5000\", insteadOf: application, due: filed,",
            "31:44: error: the route has no other fee ‘application’"
        ),
        // In force before the other fee, and in a gap of it.
        RuleDefect(
            "      application:\n        - { amount: \"JPY 5000\", due: filed, until: \"2026-06-30\", source: act }",
            small + "      application:",
            "30:46: error: ‘application’ is not in force on 2026-06-30, when this fee is"
        ),
        RuleDefect(
            "      application:\n        - { amount: \"JPY 5000\", due: filed, until: \"2026-06-30\"",
            small + "      application:\n        - { amount: \"JPY 5000\", due: filed, until: \"2026-06-28\"",
            "30:46: error: ‘application’ is not in force on 2026-06-29, when this fee is"
        ),
    ]

    /// Where a rule comes from.
    private static let sources = [
        RuleDefect(
            "    source: act\ntracks:",
            "tracks:",
            "17:5: error: the route ‘full’ has no ‘source’"
        ),
        RuleDefect(
            "until: \"2026-06-30\", source: act }\n        - { amount",
            "until: \"2026-06-30\" }\n        - { amount",
            "31:11: error: the fee ‘application’ has no ‘source’"
        ),
        RuleDefect(
            "    source: act\nroutes",
            "    source: acts\nroutes",
            "14:13: error: there is no source ‘acts’ under ‘sources’; did you mean ‘act’?"
        ),
        RuleDefect(
            "sources:\n",
            "sources:\n  other: { text: \"Another\", confidence: confirmed }\n",
            "6:3: error: no fact cites the source ‘other’"
        ),
    ]

    /// From when until when.
    private static let dates = [
        RuleDefect(
            "B: \"JPY 9000\" }, due: filed, from: \"2026-07-01\"",
            "B: \"JPY 9000\" }, due: filed, from: \"2026-06-30\"",
            "32:11: error: two versions of ‘application’ are in force on the same day"
        ),
        RuleDefect(
            "from: \"2026-07-01\", source: act }\n    periods",
            "from: \"2026-07-01\", until: \"2026-06-30\", source: act }\n    periods",
            "24:107: error: the clock ‘review’ ends before it begins"
        ),
        RuleDefect(
            "classification:\n",
            "classification:\n  - { classes: [A], until: \"2026-01-01\", source: act }\n",
            "10:5: error: two versions of the classification are in force on the same day"
        ),
        RuleDefect(
            "unlimited, classes: [A]",
            "unlimited",
            "38:5: error: two versions of the validity are in force on the same day"
        ),
        RuleDefect(
            "safety:\n",
            "  - { id: major, names: { en: \"More\", ja: \"他\" }, step: none, source: act }\nsafety:\n",
            "41:5: error: two versions of the change ‘major’ are in force on the same day"
        ),
        RuleDefect(
            "requirements:\n",
            "requirements:\n  - { headings: [CH1.01], need: required, source: act }\n",
            "45:5: error: two versions of the initial requirement ‘CH1.01’ are in force on the same day"
        ),
    ]

    /// Names that lead nowhere.
    private static let names = [
        RuleDefect(
            "[BN, CH]",
            "[BN, CB]",
            "19:28: error: ‘CB’ is neither configured nor an authority that is known; did you mean ‘CH’?"
        ),
        RuleDefect(
            "[BN, CH]",
            "[BN, Japan]",
            "19:28: error: ‘Japan’ is no country code such as SG (ISO 3166-1)"
        ),
        RuleDefect(
            "trait: stand-alone",
            "trait: stand-alone, source: act }\n      - { confidentiality: [ZZ]",
            "21:29: error: ‘ZZ’ is neither configured nor an authority that is known"
        ),
        RuleDefect(
            "procedure: review\n    conditions",
            "procedure: reveiw\n    conditions",
            "17:16: error: unknown procedure ‘reveiw’; did you mean ‘review’?"
        ),
        RuleDefect(
            "procedure: review\n    conditions",
            "procedure: review\n    fallback: ful\n    conditions",
            "18:15: error: there is no route ‘ful’ to fall back to; did you mean ‘full’?"
        ),
        RuleDefect(
            "step: prior-approval, source",
            "step: none, under: { track: renewel, fact: settled }, source",
            "40:74: error: there is no track ‘renewel’; did you mean ‘renewal’?"
        ),
        RuleDefect(
            "step: prior-approval, source",
            "step: none, under: { track: renewal, fact: settled }, source",
            "40:74: error: no case of the track ‘renewal’ states ‘settled’"
        ),
        RuleDefect(
            "unlimited, classes: [A],",
            "unlimited, routes: [ful],",
            "38:34: error: there is no route ‘ful’; did you mean ‘full’?"
        ),
        RuleDefect(
            "  - { model: fixed, years: 5, source: act }\n",
            "",
            "16:3: error: no rule of ‘validity’ says how long an approval of class B by ‘full’ lasts"
        ),
        RuleDefect(
            "years: 5, source",
            "years: 5, ends: { on: June, source: act }, source",
            "37:39: error: ‘June’ is no day such as ‘2030-06-30’"
        ),
        RuleDefect(
            "calendar: XA",
            "calendar: XB",
            "4:11: error: unknown calendar ‘XB’; did you mean ‘XA’?"
        ),
        RuleDefect(
            "      review:\n        -",
            "      reveiw:\n        -",
            "22:7: error: the procedure ‘review’ has no clock ‘reveiw’; did you mean ‘review’?",
            "22:7: error: there is no label ‘clocks.reveiw’; did you mean ‘clocks.review’?"
        ),
        RuleDefect(
            "bodies:\n",
            "hub: AUHT\nbodies:\n",
            "10:6: error: the hub ‘AUHT’ is none of the bodies; did you mean ‘AUTH’?"
        ),
        RuleDefect(
            "    source: act\ntracks:",
            "    bodies: { reviews: AUHT, source: act }\n    source: act\ntracks:",
            "33:24: error: ‘AUHT’, which reviews here, is none of the bodies; did you mean ‘AUTH’?"
        ),
        RuleDefect(
            "    source: act\ntracks:",
            "    bodies: { reviews: AUTH, decide: AUTH, source: act }\n    source: act\ntracks:",
            "33:30: error: unknown key ‘decide’ in ‘bodies’; did you mean ‘decides’?"
        ),
        RuleDefect(
            "    source: act\ntracks:",
            "    bodies: { source: act }\n    source: act\ntracks:",
            "33:13: error: ‘bodies’ names no function"
        ),
        RuleDefect(
            "[reviews, decides]",
            "[reviews]",
            "17:16: error: nobody may take the action ‘refuse’ of ‘review’: no body decides",
            "35:25: error: nobody may take the action ‘refuse’ of ‘review’: no body decides"
        ),
        RuleDefect(
            "unlimited, classes: [A]",
            "unlimited, classes: [Z]",
            "38:35: error: there is no class ‘Z’ under ‘classification’, only A or B"
        ),
        RuleDefect(
            "CH1.01",
            "CH9.99",
            "44:18: error: the IMDRF Table of Contents has no heading ‘CH9.99’"
        ),
        RuleDefect(
            in: "procedures/review.yaml",
            "do: [{ decide: refused }]",
            "do: [{ track.open: renewel }]",
            "15:36: error: no jurisdiction has a track ‘renewel’; did you mean ‘renewal’?"
        ),
    ]

    /// Figures that cannot be.
    private static let figures = [
        RuleDefect(
            "unlimited, classes: [A],",
            "unlimited, classes: [A], yearly: { by: \"02-29\", source: act },",
            "38:53: error: ‘02-29’ is no day of every year such as ‘12-31’"
        ),
        RuleDefect(
            "{ A: 20, B",
            "{ A: many, B",
            "23:44: error: ‘limit’ is a whole number, not ‘many’"
        ),
        RuleDefect(
            "{ A: 20, B",
            "{ C: 20, B",
            "23:41: error: there is no class ‘C’ under ‘classification’, only A or B"
        ),
        RuleDefect(
            "count: 10, unit: calendarDays, source",
            "count: -10, unit: calendarDays, source",
            "26:24: error: a period is at least 1"
        ),
        RuleDefect(
            "\"JPY 5000\"",
            "\"JPY 5000.50\"",
            "31:21: error: an amount is a currency and a sum such as ‘SGD 3710.00’, not ‘JPY 5000.50’"
        ),
    ]

    /// Words that are missing.
    private static let words = [
        RuleDefect(
            "when: { en: \"If asked\", ja: \"求められた場合\" }",
            "when: { ja: \"求められた場合\" }",
            "44:46: error: ‘when’ says nothing in the language ‘en’"
        ),
        RuleDefect(
            "conditional, when: { en: \"If asked\", ja: \"求められた場合\" },",
            "conditional,",
            "44:27: error: a conditional requirement says ‘when’"
        ),
        RuleDefect(
            "  full:",
            "  fast:",
            "16:3: error: there is no label ‘routes.fast’"
        ),
        RuleDefect(
            "      application:",
            "      aplication:",
            "30:7: error: there is no label ‘fees.aplication’; did you mean ‘fees.application’?"
        ),
        RuleDefect(
            "trait: stand-alone",
            "trait: stand-alone, source: act }\n      - { trait: standalone",
            "21:18: error: the vocabulary has no question ‘standalone’; did you mean ‘stand-alone’?"
        ),
        RuleDefect(
            "trait: stand-alone",
            "trait: stand-alone, is: [maybe]",
            "20:36: error: ‘stand-alone’ is answered by yes or no, not ‘maybe’"
        ),
        RuleDefect(
            "is: none",
            "is: nune",
            "28:25: error: there is no label ‘valueChoices.nune’; did you mean ‘valueChoices.none’?"
        ),
        RuleDefect(
            in: "labels/ja.yaml",
            "fees: { application: Application }\n",
            "",
            "1:1: error: the label ‘fees.application’ of another language is missing"
        ),
    ]

    /// Files of another shape.
    private static let shapes = [
        RuleDefect(
            "bodies:\n  AUTH:\n    functions: [reviews, decides]\n    names: { en: \"Authority\", ja: \"当局\" }\n    source: act\n",
            "bodies: AUTH\n",
            "10:9: error: ‘bodies’ is a mapping, not ‘AUTH’"
        ),
        RuleDefect(
            in: "calendars/XA.yaml",
            "years:\n  2026: { confidence: confirmed }",
            "years: [2026]",
            "3:8: error: ‘years’ is a mapping, not a list"
        ),
        RuleDefect(
            in: "calendars/XA.yaml",
            "years:",
            "years:\n  2027: { confidence: confirmed }",
            "4:3: error: 2027 is among ‘years’, but no holiday of it is stated"
        ),
        RuleDefect(
            in: "calendars/XA.yaml",
            "calendar: XA",
            "calendar: XC",
            "1:1: error: the calendar ‘XC’ belongs in a file of its name, XC.yaml"
        ),
    ]
}
