import CommandLineTool
import Engine
import Regulation
import Statecharts
import Submissions
import TestSupport
import Testing
import Views

/// The whole life of the sample `sleep-therapy`, 2026 to 2031, played once.
@Suite("The life story", .timeLimit(.minutes(30)))
struct LifeStoryTests {
    private struct Life {
        let submission: Submission
        let states: [CaseName: [StateID]]
        let history: [HistoryEntry]
    }

    private static let life = Task {
        let workspace = try await TestWorkspace.story("sleep-therapy")
        let view = try await workspace.tasuki.submission("sleep-therapy")
        let status = try await workspace.tasuki.status(of: "sleep-therapy", includingReplaced: true)
        let history = try await workspace.tasuki.history(of: "sleep-therapy")
        try await workspace.remove()
        return Life(
            submission: view.submission,
            states: Dictionary(status.rows.map { ($0.name, $0.states) }) { first, _ in first },
            history: history
        )
    }

    @Test("leaves every case and track where the story ends it")
    func ends() async throws {
        let life = try await Self.life.value
        let expected: [CaseName: [StateID]] = [
            "JP": ["approvedInFull"],
            "TH": ["approved"],
            "MY": ["approved"],
            "JP-registration": ["systemConforms", "notOnSale", "inForce"],
            "TH-registration": ["registered", "inForce"],
            "MY-registration": ["renewalWindow", "inForce"],
            "JP-consultation": ["recordFixed"],
            "JP-consultation-2": ["recordFixed"],
            "JP-priority-designation": ["filedAtTheSameTime", "preEvaluationNotAsked"],
            "JP-evaluation-care": ["careCovered"],
            "JP-evidence": ["evidenceComplete"],
            "JP-reimbursement": ["covered"],
            "JP-challenge": ["valueRaised"],
            "JP-change-plan": ["planInForce"],
            "JP-change": ["changeReleased"],
            "JP-selective-care": ["recognised"],
            "safety-notice": ["closed"],
            "JP-safety-report": ["closed"],
            "TH-safety-report": ["closed"],
            "MY-safety-report": ["closed"],
        ]
        #expect(life.states == expected)
    }

    @Test("Japan's approval ends at its second stage, in force, at the last version released")
    func approval() async throws {
        let life = try await Self.life.value
        let approval = try #require(life.submission.approval(of: "JP"))
        #expect(approval.stage == 2)
        #expect(approval.claims == ["C1", "C2"])
        #expect(approval.standing == .inForce)
        #expect(approval.productVersion == "2.0.0")
        let versions = life.history.flatMap(\.record.event.changes).compactMap { change in
            if case .approvalVersionChanged("sleep-therapy/JP", let version) = change { version } else { nil }
        }
        #expect(versions == ["1.1.0", "1.2.0", "2.0.0"])
        let standings = life.history.flatMap(\.record.event.changes).compactMap { change in
            if case .approvalStandingChanged("sleep-therapy/JP", let standing) = change { standing } else { nil }
        }
        #expect(standings == [.suspended, .inForce])
    }

    @Test("insurance covers it twice, which ends evaluation care, and selective care is recognised")
    func coverage() async throws {
        let submission = try await Self.life.value.submission
        let reimbursement = try #require(submission["JP-reimbursement"])
        #expect(reimbursement.facts.contains("covered"))
        #expect(reimbursement.variables["coveredOn"] == "2031-06-01")
        #expect(reimbursement.variables["refilings"] == "1")
        #expect(reimbursement.decisions.map(\.outcome) == [.approved, .approved])
        #expect(reimbursement.decisions.first?.on == PartialDate("2029-07-26"))
        let care = try #require(submission["JP-evaluation-care"])
        #expect(care.variables["providers"] == "EX-HOSP-01 EX-HOSP-02")
        #expect(!care.facts.contains("evaluationCare"))
        let selective = try #require(submission["JP-selective-care"])
        #expect(selective.facts.contains("selectiveCare"))
        #expect(selective.variables["startMonth"] == "4")
        #expect(selective.decisions.first?.on == PartialDate("2031-10-06"))
    }

    @Test("each change of Japan's approval flags the approvals that rest on it, with the path, and is settled")
    func flags() async throws {
        let submission = try await Self.life.value.submission
        for (name, path) in [
            ("TH", ["sleep-therapy/JP", "sleep-therapy/TH"]), ("MY", ["sleep-therapy/JP", "sleep-therapy/MY"]),
        ] as [(CaseName, [Approval.ID])] {
            let approval = try #require(submission.approval(of: name))
            #expect(approval.standing == .inForce)
            #expect(approval.productVersion == "1.0.0")
            #expect(approval.claims == ["C1"])
            // The second stage, two releases and an approval under the plan, the partial change; then 2031.
            let amendments = [Approval.Flag.Change](repeating: .amended, count: 5)
            #expect(approval.flags.map(\.change) == amendments + [.suspended, .reinstated])
            #expect(approval.flags.allSatisfy { $0.path == path })
            #expect(approval.openFlags.isEmpty)
            #expect(approval.notices.map(\.isSerious) == [true])
        }
    }

    @Test("every condition, commitment and milestone is met, before it was due, with what proves it")
    func obligations() async throws {
        let obligations = try await Self.life.value.submission.obligations
        #expect(obligations.count == 8)
        for obligation in obligations {
            #expect(obligation.standing == .met, "\(obligation.id)")
            #expect(obligation.evidence.isEmpty == (obligation.kind == .milestone), "\(obligation.id)")
            let due = try #require(obligation.due)
            let closed = try #require(obligation.closedOn)
            #expect(closed.latest <= due.latest, "\(obligation.id)")
        }
    }

    @Test("the studies of the evidence plan are ready")
    func evidence() async throws {
        let studies = try await Self.life.value.submission.studies
        #expect(studies.map(\.id) == ["YST-CT-02", "YST-RW-01"])
        #expect(studies.allSatisfy { $0.isReady })
    }

    @Test("the fees paid come to one sum a currency; what no source states is paid without an amount")
    func fees() async throws {
        let cases = try await Self.life.value.submission.cases
        let paid = cases.flatMap(\.ledger).filter { $0.kind == .paid }
        var sums: [String: Int64] = [:]
        for amount in paid.compactMap(\.amount) { sums[amount.currency, default: 0] += amount.minorUnits }
        #expect(sums == ["JPY": 13_016_900, "MYR": 765_000])
        #expect(paid.count == 9)
        #expect(paid.count { $0.amount == nil } == 5)
        #expect(cases.flatMap(\.ledger).filter { $0.kind == .waived }.map(\.fee) == ["expert-review"])
    }

    @Test("clocks stay within their limits")
    func clocks() async throws {
        let history = try await Self.life.value.history
        func day(_ name: CaseName, _ action: ActionName, _ place: Int = 0) throws -> CivilDate {
            let acts = history.filter { $0.name == name && $0.record.event.action == action }
            try #require(acts.count > place)
            return acts[place].record.occurredOn.latest
        }
        let filed = try #require(history.first { $0.record.event.subject == "JP" }).record.occurredOn.latest
        let stage1 = try day("JP", "approve")
        let filed2 = try day("JP", "fileStage2")
        let stage2 = try day("JP", "approve", 1)
        let covered = [try day("JP-reimbursement", "cover"), try day("JP-reimbursement", "cover", 1)]
        #expect(stage1 <= filed.adding(months: 12))
        #expect(stage2 <= filed2.adding(months: 6))
        // Five months, counted from the first of the month after the filing.
        #expect(covered.map(\.description) == ["2029-07-26", "2031-04-24"])
        #expect(covered[0].description < "2029-09-01" && covered[1].description < "2031-07-01")
    }
}
