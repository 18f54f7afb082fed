import Definitions

/// Fragments made for tests, each in a file of its name.
enum FragmentSamples {
    static let all = [
        "ledger": ledger, "inquiry": inquiry, "slow-inquiry": slowInquiry, "standing": standing,
        "inspection": inspection, "inspections": inspections,
    ]

    /// Actions and transitions.
    private static let ledger = """
        fragment: ledger
        takes: { payer: applicant }
        actions:
          pay: { by: $payer }
          waive: { by: officer@decides }
        on:
          pay: { do: [{ fee.record: paid }] }
          waive: { do: [{ fee.record: waived }] }
        """

    /// A state with arguments.
    private static let inquiry = """
        fragment: inquiry
        takes: [clock, back]
        state:
          turn: applicant
          deadline: { of: due, raise: late }
          entry: [{ clock.hold: $clock, by: applicant }]
          on:
            answer: { do: [{ set: due, from: due }], to: $back }
            late: { do: [{ fact.set: overdue }] }
          always: [{ if: [questions.allAnswered], to: $back }]
        """

    /// A state that is another fragment's.
    private static let slowInquiry = """
        fragment: slow-inquiry
        include: inquiry
        takes: [clock, back, late]
        state:
          is: inquiry
          clock: $clock
          back: $back
          on: { late: { do: [{ fact.set: $late }] } }
        """

    /// States that belong together, and that go with another fragment.
    private static let standing = """
        fragment: standing
        include: [ledger]
        actions: { suspend: { by: officer@decides } }
        states:
          approved: { with: ledger, on: { suspend: suspended } }
          suspended: { with: ledger }
        """

    /// Names with blanks inside.
    private static let inspection = """
        fragment: inspection
        takes: [name, stage]
        state:
          states:
            $(name)Open$stage: { on: { $(name)Result: $(name)Done$stage } }
            $(name)Done$stage: {}
        """

    private static let inspections = """
        fragment: inspections
        include: [inspection]
        takes: stage
        states:
          first$stage: { is: inspection, name: first, stage: $stage }
          second$stage: { is: inspection, name: second, stage: $stage, turn: reviews }
        """

    static let head = """
        procedure: p
        status: law
        sources: [{ text: "made up", confidence: confirmed }]

        """

    /// The fragments, some of them replaced or added.
    static func fragments(_ changed: [String: String] = [:]) -> Fragments {
        let texts = all.merging(changed) { $1 }
        return Fragments(texts.map { SourceFile(path: "fragments/\($0).yaml", text: $1) })
    }

    /// The pinned form of a procedure that consists of `head` and `text`.
    static func pin(_ text: String, _ fragments: Fragments = fragments()) throws -> String {
        try PinnedForm.canonicalText(ofProcedure: SourceFile(path: "p.yaml", text: head + text), including: fragments)
    }
}
