import Definitions
import Regulation
import Statecharts
import Submissions
import Testing

@Suite("Procedures are explored for what their cases may come to")
struct ExplorationTests {
    /// What is found in a procedure with these actions and states.
    private func found(clocks: String = "[]", shown: String = "[]", _ actions: String, _ states: String) -> [String] {
        let text = """
            procedure: made-up
            status: law
            sources: [{ text: "made up", confidence: unconfirmed }]
            clocks: \(clocks)
            shown: \(shown)
            actions: { \(actions) }
            states:
            \(states)
            """
        return ProcedureReader.defects(of: SourceFile(path: "p.yaml", text: text), including: .none).map(\.message)
    }

    @Test(
        "a state that is no end and leads to none is found, unless it says why",
        arguments: [
            ("", ["no end can be reached from ‘stuck’: lead on, or say why with ‘deliberate’"]),
            ("deliberate: it stays, ", []),
        ]
    )
    func noEnd(marker: String, expected: [String]) {
        let states = """
              open: { on: { go: stuck, stop: over } }
              stuck: { \(marker)turn: nobody }
              over: { final: true }
            """
        #expect(found("go: { by: applicant }, stop: { by: applicant }", states) == expected)
    }

    @Test("regions that wait for each other are a state without an end too")
    func regions() {
        let states = """
              both:
                parallel: true
                states:
                  left:
                    states:
                      leftWaits: { on: { go: { if: [{ in: rightDone }], to: leftDone } } }
                      leftDone: { always: { if: [{ in: rightDone }], to: over } }
                  right:
                    states:
                      rightWaits: { on: { go: { if: [{ in: leftDone }], to: rightDone } } }
                      rightDone: {}
              over: { final: true }
            """
        let found = found("go: { by: applicant }", states)
        #expect(
            found.contains("‘go’ can never happen in ‘leftWaits’: its condition never holds there")
        )
        #expect(
            found.contains(
                "no end can be reached from ‘leftWaits’, ‘rightWaits’: lead on, or say why with ‘deliberate’"
            )
        )
    }

    @Test("a step that no answer of its condition allows is found, one that some answer allows is not")
    func neverTaken() {
        let states = """
              open:
                on:
                  go: { if: [{ fact: allowed }], to: over }
                  stop: { if: [dossier.complete], do: [{ fact.set: allowed }], to: over }
              over: { final: true }
            """
        #expect(
            found("go: { by: applicant }, stop: { by: applicant }", states)
                == ["‘go’ can never happen in ‘open’: its condition never holds there"]
        )
    }

    @Test(
        "the same condition on the same data holds the same way within a step",
        arguments: [("dossier.complete", 1), ("questions.allAnswered", 0)]
    )
    func consistent(condition: String, expected: Int) {
        let states = """
              open:
                on:
                  answer: { if: [{ not: \(condition) }], do: [{ questions.answer: answers }], to: between }
              between: { always: [{ if: [\(condition)], to: there }, { to: over }] }
              there: { turn: nobody, always: { to: over } }
              over: { final: true }
            """
        let found = found("answer: { by: applicant, fields: { answers: answers } }", states)
        #expect(found.count { $0.contains("never taken in ‘between’") } == expected)
    }

    @Test("a clock that an end leaves running is found")
    func runsOn() {
        let states = """
              open: { entry: { clock.start: review, at: filed }, on: { approve: { do: { decide: approved }, to: approved }, stop: over } }
              approved: { final: true, entry: { clock.stop: review } }
              over: { final: true }
            """
        #expect(
            found(clocks: "[review]", "approve: { by: officer@decides }, stop: { by: applicant }", states)
                == ["the clock ‘review’ may still run when the case ends in ‘over’: stop it on the way"]
        )
    }

    @Test(
        "a clock that a filing sent back leaves running is found, one that stops with it is not",
        arguments: [
            ("returnForm: collecting", 1), ("returnForm: { do: { clock.stop: stage2 }, to: collecting }", 0),
        ]
    )
    func runsBack(way: String, expected: Int) {
        let states = """
              collecting: { on: { file: filed } }
              filed: { entry: { clock.start: stage2, at: filed }, on: { \(way), approve: { do: { decide: approved }, to: over } } }
              over: { final: true, entry: { clock.stop: stage2 } }
            """
        let actions = "file: { by: applicant }, returnForm: { by: officer@reviews }, approve: { by: officer@decides }"
        let message = "the clock ‘stage2’ still runs when ‘returnForm’ leads back to ‘collecting’: stop it on the way"
        #expect(found(clocks: "[stage2]", actions, states) == Array(repeating: message, count: expected))
    }

    @Test("a payment that starts a clock, once or twice, leads nowhere back")
    func payment() {
        let states = """
              open:
                on: { pay: { do: { clock.start: review, at: fee-paid } }, approve: over }
              over: { final: true, entry: { clock.stop: review } }
            """
        #expect(found(clocks: "[review]", "pay: { by: applicant }, approve: { by: officer@decides }", states) == [])
    }

    @Test(
        "an end that leaves a changed approval behind is found, one that takes it back is not",
        arguments: [("withdrawn", 1), ("{ do: { approval.change: withdrawn }, to: withdrawn }", 0)]
    )
    func leavesApproval(way: String, expected: Int) {
        let states = """
              open: { on: { approve: { do: [approval.widen], to: widened }, withdraw: withdrawn } }
              widened: { on: { withdraw: \(way) } }
              withdrawn: { final: true }
            """
        let message = "a case may end in ‘withdrawn’ and leave what it changed in the register of approvals"
        #expect(
            found("approve: { by: officer@decides }, withdraw: { by: applicant }", states)
                == Array(repeating: message, count: expected)
        )
    }

    @Test(
        "what comes back at the form check without a word is found",
        arguments: [("", 1), (", entry: { decide: not-filed }", 0)]
    )
    func returned(outcome: String, expected: Int) {
        let states = """
              submitted: { entry: { clock.start: review, at: filed }, on: { returnForm: returned, approve: over } }
              returned: { final: true\(outcome) }
              over: { final: true }
            """
        let actions = "returnForm: { by: officer@reviews }, approve: { by: officer@decides }"
        let found = found(clocks: "[review]", actions, states)
        #expect(found.count { $0.hasPrefix("what was filed comes to nothing in ‘returned’") } == expected)
    }

    private static let decides = """
        file: { by: applicant, documents: required }, accept: { by: officer@reviews }, returnForm: { by: officer@reviews },
        approve: { by: officer@decides, fields: { number: code, claims: claims } }
        """

    private static func decided(returned: String, standing: String) -> String {
        """
          filing: { on: { file: { do: { filing: initial }, to: screening } } }
          screening: { on: { accept: reviewing, returnForm: incomplete } }
          incomplete: { always: { to: returned } }
          returned: { \(returned)turn: nobody }
          reviewing: { on: { approve: { do: [{ approval.grant: full }, { decide: approved }], to: approved } } }
          approved: { turn: nobody, \(standing) }
          ended: { deliberate: it has ended, final: true }
        """
    }

    private static let sees = "always: { if: [approval.ended], to: ended }"

    @Test(
        "where a country decides, a return after which nothing can be filed again, or nobody is told to, is found",
        arguments: [
            (
                "final: true, ",
                ["what was filed comes to nothing in ‘returned’, and nobody is told to file again: ‘decide: not-filed’"]
            ),
            ("final: true, entry: { decide: not-filed }, ", []),
            ("final: true, deliberate: the law closes the way for good, ", []),
            (
                "deliberate: it stays, ",
                ["a case stays in ‘returned’ without an approval, and nothing can be filed again: lead to an end"]
            ),
            (
                "deliberate: it stays, entry: { decide: refused }, ",
                ["a case stays in ‘returned’ without an approval, and nothing can be filed again: lead to an end"]
            ),
            ("on: { file: { do: { filing: initial }, to: screening } }, ", []),
        ]
    )
    func filedAgain(returned: String, expected: [String]) {
        #expect(found(Self.decides, Self.decided(returned: returned, standing: Self.sees)) == expected)
    }

    @Test("a case that does not see its approval end elsewhere is found: nothing could be filed after it")
    func blind() {
        let states = Self.decided(
            returned: "final: true, entry: { decide: not-filed }, ",
            standing: "on: { accept: ended }"
        )
        let message =
            "a case stays in ‘approved’ when its approval ends elsewhere, and nothing can be filed again: see it end"
        #expect(found(Self.decides, states).filter { $0.contains("filed again") } == [message])
    }

    // MARK: - Beside each other

    private static let hub = """
        procedure: hub
        status: proposal
        sources: [{ text: "made up", confidence: unconfirmed }]
        actions: { openWindow: { by: officer@reviews }, stop: { by: applicant } }
        states:
          waiting:
            on:
              openWindow: { if: [{ everyMember: ready, participation: concurrent-action }], to: window }
              stop: over
          window: { entry: { fact.set: windowOpen }, always: { if: [{ everyMember: decided, participation: concurrent-action }], to: over } }
          over: { final: true }
        """

    private static func member(_ first: String) -> String {
        """
        procedure: member
        status: law
        sources: [{ text: "made up", confidence: unconfirmed }]
        shown: [unheard]
        actions: { finish: { by: officer@reviews }, approve: { by: officer@decides } }
        states:
          reviewing: { on: { finish: deciding } }
          deciding:
            entry: [{ fact.set: \(first) }, { fact.set: unheard }]
            on: { approve: { if: [{ any: [{ not: inBundle }, { fact: hub.windowOpen }] }], to: approved } }
          approved: { final: true, entry: { fact.set: decided } }
        """
    }

    private func bundle(_ member: String) throws -> BundleExploration {
        let procedures = try [Self.hub, member].map { text in
            try ProcedureReader.procedure(from: SourceFile(path: "p.yaml", text: text))
        }
        let bundles = Explorations(of: procedures).bundles(of: procedures[0], beside: [procedures[1]])
        return try #require(bundles.first)
    }

    @Test("a window that a member never makes open is found, with what it never sets")
    func window() throws {
        let findings = try bundle(Self.member("unheard")).findings
        #expect(findings.count == 1)
        guard case .neverTakenBeside(_, let event, let member, let part, let missing) = findings.first else {
            Issue.record("\(findings)")
            return
        }
        #expect(event == "openWindow")
        #expect(member == "member")
        #expect(part == .concurrentAction)
        #expect(missing == ["ready"])
    }

    @Test("a window that opens, and closes once the member has decided, is none")
    func opens() throws {
        #expect(try bundle(Self.member("ready")).findings == [])
    }

    // MARK: - What ships

    @Test("a value that nothing reads is found, and one that is there to be read by people says so")
    func unread() throws {
        let text = """
            procedure: made-up
            status: law
            sources: [{ text: "made up", confidence: unconfirmed }]
            actions: { file: { by: applicant, fields: { number: code, approvalNumber: code } } }
            states:
              open: { on: { file: { do: [{ set: heard, from: approvalNumber }, { fact.set: filed }, { count: times }], to: over } } }
              over: { final: true }
            """
        func findings(_ shown: String) throws -> [ProcedureFinding] {
            let file = SourceFile(path: "p.yaml", text: "shown: \(shown)\n" + text)
            let procedure = try ProcedureReader.procedure(from: file)
            return Explorations(of: [procedure]).findings(of: procedure)
        }
        #expect(try findings("[]") == [.unreadFact("filed"), .unreadVariable("heard"), .unreadVariable("times")])
        #expect(try findings("[filed, heard, times]") == [])
    }

    @Test("every shipped procedure is explored to its end, and in a bundle with every one that a route takes")
    func shippedProcedures() throws {
        let procedures = try shipped.procedures()
        let explorations = Explorations(of: procedures)
        for procedure in procedures {
            let exploration = try #require(explorations[procedure.id])
            #expect(exploration.isComplete, "\(procedure.id): \(exploration.stands.count) stands")
            #expect(exploration.stands.indices.contains { exploration.isOver($0) }, "\(procedure.id)")
        }
        let hub = try #require(procedures.first { $0.id == "bundled-hub" })
        let routes = try shipped.jurisdictions().flatMap(\.routes).filter { !$0.relies && $0.name != "hub" }
        let members = procedures.filter { procedure in routes.contains { $0.procedure == procedure.id.rawValue } }
        #expect(explorations.bundles(of: hub, beside: members).count == members.count)
        let ofChanges = try #require(procedures.first { $0.id == "bundled-change-hub" })
        let changes = procedures.filter { ["change", "jp-change"].contains($0.id) }
        let bundles = explorations.bundles(of: ofChanges, beside: changes)
        #expect(bundles.count == 2 && bundles.allSatisfy { $0.findings.isEmpty && $0.standCount > 10 })
        let ofRenewals = try #require(procedures.first { $0.id == "bundled-renewal-hub" })
        let renewals = explorations.bundles(of: ofRenewals, beside: procedures.filter { $0.id == "registration" })
        #expect(renewals.count == 1 && renewals.allSatisfy { $0.findings.isEmpty && $0.standCount > 10 })
    }

    @Test("what marks a state or names what is shown is no part of what a case is bound to")
    func pinned() throws {
        let text = """
            procedure: made-up
            status: law
            sources: [{ text: "made up", confidence: unconfirmed }]
            states:
              open: { MARKturn: nobody, states: { inner: { MARKturn: nobody } } }
            """
        let plain = SourceFile(path: "p.yaml", text: text.replacing("MARK", with: ""))
        let marked = SourceFile(path: "p.yaml", text: "shown: []\n" + text.replacing("MARK", with: "deliberate: so, "))
        #expect(try PinnedForm.canonicalText(ofProcedure: plain) == PinnedForm.canonicalText(ofProcedure: marked))
        #expect(try ProcedureReader.procedure(from: marked).deliberate == ["open": "so", "inner": "so"])
    }
}
