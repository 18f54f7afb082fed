/// The folder of ``DefectFolder`` with rules of every kind, some in two dated versions.
enum RuleFolder {
    static let sound: [String: String] = {
        var files = DefectFolder.sound
        files["jurisdictions/XA.yaml"] = jurisdiction
        // What rests on approvals elsewhere is judged by its procedure.
        files["procedures/review.yaml"]?.replace("[dossier.complete]", with: "[dossier.complete, route.open]")
        files["questions.yaml"] = "questions: { stand-alone: { of: product } }"
        for language in ["en", "ja"] { files["labels/\(language).yaml"]? += labels }
        return files
    }()

    /// The sound folder with `old` replaced by `new` once, in the jurisdiction unless another file is named.
    static func edited(_ old: String, _ new: String, in name: String = "jurisdictions/XA.yaml") -> [String: String] {
        edited([(name, old, new)])
    }

    static func edited(_ edits: [(file: String, old: String, new: String)]) -> [String: String] {
        var files = sound
        for edit in edits {
            let text = files[edit.file] ?? ""
            precondition(text.contains(edit.old), "\(edit.file) holds no ‘\(edit.old)’")
            files[edit.file] = text.replacing(edit.old, with: edit.new, maxReplacements: 1)
        }
        return files
    }

    static let jurisdiction = """
        jurisdiction: XA
        names: { en: "Example", ja: "例" }
        zone: Asia/Tokyo
        calendar: XA
        sources:
          act: { text: "The act", asOf: "2026-01", confidence: confirmed }
        languages: { dossier: [en], label: [en], source: act }
        classification:
          - { classes: [A, B], source: act }
        bodies:
          AUTH:
            functions: [reviews, decides]
            names: { en: "Authority", ja: "当局" }
            source: act
        routes:
          full:
            procedure: review
            conditions:
              - { references: [BN, CH], atLeast: 1, source: act }
              - { trait: stand-alone, source: act }
            clocks:
              review:
                - { unit: workingDays, limit: { A: 20, B: 40 }, counts: agency, starts: accepted, until: "2026-06-30", source: act }
                - { unit: workingDays, limit: { A: 30, B: 60 }, counts: total, starts: filed, from: "2026-07-01", source: act }
            periods:
              answer: { count: 10, unit: calendarDays, source: act }
            values:
              lateAnswer: { is: none, source: act }
            fees:
              application:
                - { amount: "JPY 5000", due: filed, until: "2026-06-30", source: act }
                - { amount: { A: "JPY 6000", B: "JPY 9000" }, due: filed, from: "2026-07-01", source: act }
            source: act
        tracks:
          renewal: { procedure: review, source: act }
        validity:
          - { model: fixed, years: 5, source: act }
          - { model: unlimited, classes: [A], source: act }
        changes:
          - { id: major, names: { en: "Major", ja: "重要な変更" }, step: prior-approval, source: act }
        safety:
          - { id: serious, names: { en: "Serious", ja: "重篤" }, period: { count: 10, unit: calendarDays }, source: act }
        requirements:
          - { headings: [CH1.01], need: conditional, when: { en: "If asked", ja: "求められた場合" }, source: act }
        foreign: [BN, CH]
        """

    private static let labels = """

        periods: { answer: Answer }
        values: { lateAnswer: Late answer }
        valueChoices: { none: None }
        fees: { application: Application }
        traits: { stand-alone: Stand-alone }
        questions: { stand-alone: "Is it?" }
        """
}
