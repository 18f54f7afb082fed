import Testing

@Suite("Every defect of a rule is a diagnostic with its place")
struct RuleDefectTests {
    @Test("the rules are sound as they stand")
    func sound() throws {
        #expect(try Self.defects(of: RuleFolder.sound) == [])
    }

    @Test("the six of a folder of bad rules are found at once: dates, authority, limit, fee, holiday, label")
    func six() throws {
        let rules = "jurisdictions/XA.yaml"
        let files = RuleFolder.edited([
            (rules, "starts: filed, from: \"2026-07-01\"", "starts: filed, from: \"2026-06-30\""),
            (rules, "references: [BN, CH]", "references: [BN, UK]"),
            (rules, "limit: { A: 20,", "limit: { A: -20,"),
            (rules, "\"JPY 5000\"", "\"5000\""),
            ("calendars/XA.yaml", "  \"2026-01-01\":", "  \"2025-01-01\": \"New Year's Day\"\n  \"2026-01-01\":"),
            (rules, "en: \"Major\", ja: \"重要な変更\"", "en: \"Major\""),
        ])
        #expect(
            try Self.defects(of: files) == [
                "calendars/XA.yaml:6:3: error: 2025 is not among ‘years’, so 2025-01-01 has no confidence",
                "jurisdictions/XA.yaml:19:28: error: "
                    + "‘UK’ is neither configured nor an authority that is known; did you mean ‘GB’?",
                "jurisdictions/XA.yaml:23:44: error: a limit is not negative",
                "jurisdictions/XA.yaml:24:11: error: two versions of ‘review’ are in force on the same day",
                "jurisdictions/XA.yaml:31:21: error: "
                    + "an amount is a currency and a sum such as ‘SGD 3710.00’, not ‘5000’",
                "jurisdictions/XA.yaml:40:18: error: ‘names’ says nothing in the language ‘ja’",
            ]
        )
    }

    @Test("what rests on approvals elsewhere needs a procedure that asks whether the route is open")
    func unasked() throws {
        let files = RuleFolder.edited(
            "[dossier.complete, route.open]",
            "[dossier.complete]",
            in: "procedures/review.yaml"
        )
        #expect(
            try Self.defects(of: files) == [
                "jurisdictions/XA.yaml:17:16: error: "
                    + "a route with ‘references’ needs a procedure that asks ‘route.open’; ‘review’ never does"
            ]
        )
    }

    @Test("a track of changes needs categories of change")
    func uncategorised() throws {
        let change = "  - { id: major, names: { en: \"Major\", ja: \"重要な変更\" }, step: prior-approval, source: act }\n"
        let files = RuleFolder.edited([
            ("jurisdictions/XA.yaml", "changes:\n" + change, ""),
            (
                "procedures/review.yaml", "[dossier.complete, route.open]",
                "[dossier.complete, route.open, { changeStep: none }]"
            ),
        ])
        #expect(
            try Self.defects(of: files) == [
                "jurisdictions/XA.yaml:17:16: error: "
                    + "‘review’ asks for a category of change, so there are some under ‘changes’"
            ]
        )
    }

    @Test("a period within a rule has that rule's source, and none of its own")
    func periodSource() throws {
        for (line, period) in [
            (
                "step: prior-approval, source: act",
                "step: prior-approval, period: { count: 3, unit: calendarDays, source: act }, source: act"
            ),
            ("period: { count: 10, unit: calendarDays }", "period: { count: 10, unit: calendarDays, source: act }"),
        ] {
            let defects = try Self.defects(of: RuleFolder.edited(line, period))
            #expect(defects.count == 1)
            #expect(defects.first?.contains("unknown key ‘source’ in the period") == true, "\(defects)")
        }
    }

    @Test("a bundle names a hub that there is, and only a track names one, each hub once")
    func bundles() throws {
        func defects(_ old: String, _ new: String) throws -> [String] {
            try Self.defects(of: RuleFolder.edited(old, new)).map {
                $0.split(separator: ":").dropFirst().joined(separator: ":")
            }
        }
        let bundle = "bundle: { hub: change-hub, participation: concurrent-review, source: act }"
        let track = "renewal: { procedure: review, source: act }"
        let hub = "change-hub: { procedure: review, of: product, source: act }"
        let noHub =
            "‘change-hub’ is no hub: that is a track of the product, where ‘hub’ is, whose procedure awaits members"
        let named = track.replacing(" source: act }", with: " source: act, \(bundle) }")
        for tracks in [named, "\(named)\n  \(hub)"] {
            let found = try defects(track, tracks)
            #expect(found.contains { $0.hasSuffix(noHub) }, "\(found)")
        }
        let running = named.replacing("source: act }", with: "joins: { count: 12, unit: months }, source: act }")
        let idle = try defects(track, running)
        #expect(idle.contains { $0.contains("a running case joins by an action with ‘bundle.join’") }, "\(idle)")
        let counted = try defects(track, running.replacing("months", with: "workingDays"))
        #expect(counted.contains { $0.contains("counted back in days or months") }, "\(counted)")
        let joint = try defects(track, named.replacing("concurrent-review", with: "concurrent-action"))
        #expect(joint.contains { $0.contains("concurrent-review") }, "\(joint)")
        let route = try defects("    source: act\ntracks:", "    \(bundle)\n    source: act\ntracks:")
        #expect(route.count == 1 && route[0].contains("only a track names the hub of its bundle"), "\(route)")
    }

    @Test("each kind of defect is told by itself", arguments: RuleDefect.all)
    func kind(_ defect: RuleDefect) throws {
        let files = RuleFolder.edited(defect.old, defect.new, in: defect.file)
        #expect(try Self.defects(of: files) == defect.expected.map { "\(defect.file):\($0)" })
    }

    @Test("who may act is asked of the bodies of each route: one that names its own lacks none")
    func ownBodies() throws {
        let files = RuleFolder.edited([
            ("jurisdictions/XA.yaml", "[reviews, decides]", "[reviews]"),
            (
                "jurisdictions/XA.yaml", "    source: act\ntracks:",
                "    bodies: { decides: AUTH, source: act }\n    source: act\ntracks:"
            ),
        ])
        #expect(
            try Self.defects(of: files) == [
                "jurisdictions/XA.yaml:36:25: error: nobody may take the action ‘refuse’ of ‘review’: no body decides"
            ]
        )
    }

    private static func defects(of files: [String: String]) throws -> [String] {
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        return folder.defects()
    }
}
