/// A small folder of definitions, once sound and once with twelve defects.
enum DefectFolder {
    static let sound: [String: String] = [
        "procedures/review.yaml": procedure,
        "jurisdictions/XA.yaml": jurisdiction,
        "zones/zones.yaml": """
        zones:
          "Asia/Tokyo":
            - { from: "2000-01-01T00:00:00Z", minutes: 540 }
        """,
        "calendars/XA.yaml": """
        calendar: XA
        weekend: [saturday, sunday]
        years:
          2026: { confidence: confirmed }
        holidays:
          "2026-01-01": "New Year's Day"
        """,
        "dossier/imdrf-toc.yaml": """
        table: imdrf-toc
        edition: "made up"
        source: { text: "made up", confidence: unconfirmed }
        headings:
          - { code: "CH1.01", samd: required, scope: local, titles: { en: "Cover Letter" } }
        """,
        "dossier/crosswalk.yaml": """
        crosswalk:
          - { imdrf: [CH1.01], confidence: unconfirmed }
        """,
        "labels/en.yaml": labels,
        "labels/ja.yaml": labels,
    ]

    static let defective: [String: String] = {
        var files = sound
        let edits: [(String, String, String)] = [
            ("procedures/review.yaml", "asOf: \"2026-12\"", "asOf: \"2026-13\""),
            ("procedures/review.yaml", "{ reason: text }", "{ reason: txet }"),
            ("procedures/review.yaml", "      ask: reviewing\n", ""),
            ("procedures/review.yaml", "[dossier.complete], to: reviewing", "[dosier.complete], to: reveiwing"),
            ("procedures/review.yaml", "{ clock.start: review,", "{ clock.start: reveiw,"),
            ("procedures/review.yaml", "  withdrawn:", "  refused: { final: true }\n  withdrawn:"),
            ("jurisdictions/XA.yaml", "Asia/Tokyo", "Asia/Tokio"),
            ("jurisdictions/XA.yaml", "fallback: null", "fallback: national"),
            ("jurisdictions/XA.yaml", "counts: agency", "counts: agancy"),
            ("jurisdictions/XA.yaml", "{ text: \"a\", confidence: confirmed }", "{ text: \"a\" }"),
            ("labels/ja.yaml", "    reviewing: Reviewing\n", ""),
        ]
        for (file, old, new) in edits { files[file] = files[file]?.replacing(old, with: new) }
        return files
    }()

    private static let procedure = """
        procedure: review
        status: law
        sources:
          - { text: "A law", asOf: "2026-12", confidence: confirmed }
        clocks: [review]
        actions:
          accept: { by: officer@reviews, optional: { reason: text } }
          ask: { by: officer@reviews }
          refuse: { by: officer@decides, sign: decision }
        initial: screening
        states:
          screening:
            on:
              accept: { if: [dossier.complete], to: reviewing }
              refuse: { do: [{ decide: refused }], to: refused }
          reviewing:
            entry: [{ clock.start: review, at: accepted }]
            exit: [{ clock.stop: review }]
            on:
              ask: reviewing
              refuse: refused
          refused: { final: true }
          withdrawn: { final: true }
        """

    private static let jurisdiction = """
        jurisdiction: XA
        names: { en: "Example", ja: "例" }
        zone: Asia/Tokyo
        calendar: XA
        languages: { dossier: [en], label: [en], source: { text: "made up", confidence: confirmed } }
        bodies:
          AUTH:
            functions: [reviews, decides]
            names: { en: "Authority", ja: "当局" }
            source: { text: "made up", confidence: confirmed }
        routes:
          full:
            procedure: review
            fallback: null
            clocks:
              review: { unit: workingDays, counts: agency, starts: accepted, source: { text: "a", confidence: confirmed } }
            source: { text: "made up", confidence: confirmed }
        """

    private static let labels = """
        states:
          review:
            screening: Screening
            reviewing: Reviewing
            refused: Refused
            withdrawn: Withdrawn
        actions:
          review: { accept: Accept, ask: Ask, refuse: Refuse }
        fields: { reason: Reason }
        clocks: { review: Review }
        procedures: { review: Review }
        routes: { full: Full, renewal: Renewal }
        roles: { officer: Officer }
        signatures: { decision: Decision }
        """
}
