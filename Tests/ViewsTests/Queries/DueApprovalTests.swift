import Regulation
import Statecharts
import Submissions
import Testing

@testable import Engine
@testable import Views

@Suite("What is due for approvals")
struct DueApprovalTests {
    private typealias Sample = DueSample

    private func kinds(_ sample: DueSample) throws -> [Duty.Kind] { try sample.items().map(\.kind) }

    @Test("A recorded end stands; without one the rule of the country gives it, and says so")
    func end() throws {
        var sample = Sample(held: [Sample.approval(until: "2028-01-31")], validity: [Sample.rule()])
        var item = try #require(try sample.items().first)
        #expect(item.kind == .validity && item.date?.description == "2028-01-31")
        #expect(!item.isComputed && item.confidence == .confirmed && item.name == nil)

        sample.held = [Sample.approval()]
        item = try #require(try sample.items().first)
        #expect(item.date?.description == "2027-05-09" && item.isComputed && item.confidence == .confirmed)
        sample.validity = [Sample.rule(.fixed, .unconfirmed)]
        #expect(try sample.items().map(\.confidence) == [.unconfirmed])
        sample.today = "2027-05-10"
        #expect(try sample.items().map(\.isOverdue) == [true])
    }

    @Test("A grant known to the month gives bounds; a rule by class needs the class; no rule gives no end")
    func unknown() throws {
        var sample = Sample(held: [Sample.approval(granted: "2024-02")], validity: [Sample.rule(classes: ["B"])])
        #expect(try sample.items().isEmpty)
        sample.classes = ["SG": "B"]
        #expect(try sample.items().first?.date?.description == "2029-01-31/2029-02-28")
        sample.validity = [Sample.rule(.unlimited, years: nil)]
        #expect(try sample.items().isEmpty)
        sample.validity = []
        #expect(try sample.items().isEmpty)
    }

    @Test("What is said of the route of an approval goes before what is said of all, and one day may end them all")
    func route() throws {
        let rules = [Sample.rule(years: 4, routes: ["full"]), Sample.rule(years: 5)]
        var sample = Sample(held: [Sample.approval(granted: "2024-05-10")], validity: rules)
        #expect(try sample.items().first?.date?.description == "2029-05-09")
        sample.open("SG", in: "resting")
        #expect(try sample.items().first?.date?.description == "2028-05-09")
        sample.validity = [Sample.rule(.unlimited, years: nil, routes: ["full"], ending: "2028-01-31")] + rules
        sample.validity.remove(at: 1)
        #expect(try sample.items().first?.date?.description == "2028-01-31")
        sample.validity = [Sample.rule(years: nil, routes: ["full"])]
        #expect(try !kinds(sample).contains(.validity))
    }

    @Test("An approval that is no longer in force is due for nothing")
    func gone() throws {
        for standing in [Approval.Standing.withdrawn, .lapsed] {
            let held = [Sample.approval(until: "2028-01-31", standing: standing)]
            #expect(try Sample(held: held, validity: [Sample.rule()]).items().isEmpty)
        }
    }

    @Test("The window of renewal is counted back from the end; that it is open already is not due")
    func window() throws {
        let rule = Sample.rule(renewal: Sample.renewal())
        var sample = Sample(held: [Sample.approval(granted: "2024-05-10")], validity: [rule])
        let items = try sample.items()
        #expect(items.map(\.kind) == [.renewalOpens, .renewalCloses, .validity])
        #expect(items.map(\.date?.description) == ["2028-05-09", "2028-11-09", "2029-05-09"])
        #expect(items.allSatisfy { $0.isComputed && $0.confidence == .confirmed })
        sample.today = "2028-05-10"
        #expect(try kinds(sample) == [.renewalCloses, .validity])
        sample.today = "2028-11-10"
        #expect(try sample.items().map(\.isOverdue) == [true, false])
        sample.validity = [Sample.rule(renewal: Sample.renewal(.unconfirmed))]
        #expect(try sample.items().map(\.confidence) == [.unconfirmed, .confirmed])
    }

    @Test(
        "The registration of an approval tells of its dates; nothing is told twice, and a filed renewal is not asked for"
    )
    func track() throws {
        let rule = Sample.rule(renewal: Sample.renewal(.unconfirmed))
        var sample = Sample(held: [Sample.approval(granted: "2024-05-10", until: "2029-05-09")], validity: [rule])
        let ends = ArmedDeadline(due: Sample.day("2029-05-09"), raises: "validity.ended", confidence: .confirmed)
        sample.open(
            "SG-registration",
            in: "registered",
            track: true,
            [.variableSet("validUntil", "2029-05-09"), .deadlineArmed("registered", ends)]
        )
        let items = try sample.items()
        #expect(items.map(\.kind) == [.renewalOpens, .renewalCloses, .validity])
        #expect(items.last?.name == "SG-registration" && items.last?.isComputed == false)
        #expect(items.last?.subject == .approval("s/SG", number: "DE1") && items.last?.turn == .applicant)

        let filing = Filing(number: 1, kind: .renewal, revision: "r", filedOn: Sample.date("2028-06-01"))
        sample.advance("SG-registration", on: "2028-06-01", [.filed(filing)])
        #expect(try kinds(sample) == [.validity])
        let refused = Decision(outcome: .refused, on: Sample.date("2028-08-01"))
        sample.advance("SG-registration", on: "2028-08-01", [.decided(refused)])
        #expect(try kinds(sample) == [.renewalOpens, .renewalCloses, .validity])
    }

    @Test("A yearly fee is due on the day of the approval, unconfirmed, until its own date is known")
    func retention() throws {
        let rule = Sample.rule(.yearlyRetention, years: nil)
        var sample = Sample(held: [Sample.approval(granted: "2022-05-10")], validity: [rule])
        let item = try #require(try sample.items().first)
        #expect(item.kind == .retention && item.date?.description == "2027-05-10")
        #expect(item.isComputed && item.confidence == .unconfirmed && !item.isOverdue)
        // Every year that was not paid stays, overdue, and the next one is told; what fell due before the submission came here
        // is not known to be owed.
        sample.today = "2028-05-11"
        #expect(try sample.items().map(\.date?.description) == ["2027-05-10", "2028-05-10", "2029-05-10"])
        #expect(try sample.items().map(\.isOverdue) == [true, true, false])
        #expect(try Set(sample.items().map(\.identity)).count == 3)
        sample.today = "2028-05-10"
        #expect(try sample.items().map(\.date?.description) == ["2027-05-10", "2028-05-10"])
        // On which day of the year nobody knows.
        sample.held = [Sample.approval(granted: "2020/2022")]
        sample.today = "2029-01-05"
        #expect(
            try sample.items().map(\.date?.description)
                == ["2027-01-05/2028-01-04", "2028-01-05/2029-01-04", "2029-01-05/2030-01-04"]
        )
        sample.held = [Sample.approval(granted: "2022-05-10")]

        sample.today = "2027-03-15"
        sample.open("SG", in: "resting", [.obligationsAdded([Sample.obligation("o-1", .retention, due: "2027-06-01")])])
        #expect(try sample.items().map(\.subject) == [.obligation("o-1", .retention)])
        // After a recorded day the years go on from that one, and are told once it has passed.
        sample.today = "2027-06-01"
        #expect(try sample.items().count == 1)
        sample.today = "2028-06-02"
        #expect(try sample.items().map(\.date?.description) == ["2027-06-01", "2028-06-01", "2029-06-01"])
        #expect(try sample.items().map(\.isOverdue) == [true, true, false])
        sample.today = "2027-03-15"
        sample.advance("SG", on: "2027-03-10", [.obligationClosed("o-1", .met, evidence: [])])
        #expect(try sample.items().map(\.date?.description) == ["2028-05-10"])
        // A day that nobody knew says nothing of the years to come.
        var unknown = Sample(held: [Sample.approval(granted: "2022-05-10")], validity: [rule])
        unknown.open("SG", in: "resting", [.obligationsAdded([Sample.obligation("o-1", .retention, due: "unknown")])])
        unknown.advance("SG", on: "2027-03-10", [.obligationClosed("o-1", .met, evidence: [])])
        #expect(try unknown.items().map(\.date?.description) == ["2027-05-10"])
    }

    @Test("A yearly fee whose day is known is due by that day, beside any end, and as sure as its source")
    func yearly() throws {
        func sample(_ from: String? = nil, _ confidence: Confidence = .confirmed, by day: String? = "12-20") -> Sample {
            let fee = ValidityRule.Yearly(
                by: day.flatMap { YearDay($0) },
                window: Window(from: from.flatMap { CivilDate($0) }, until: nil),
                source: Sample.source(confidence)
            )
            let approval = Sample.approval(granted: "2022-05-10", until: "2030-01-31")
            return Sample(held: [approval], validity: [Sample.rule(yearly: fee)])
        }
        func fees(_ sample: Sample) throws -> [Duty] { try sample.items().filter { $0.kind == .retention } }
        var plain = sample()
        let fee = try #require(try fees(plain).first)
        #expect(fee.date?.description == "2026-12-20" || fee.date?.description == "2027-12-20")
        #expect(fee.isComputed && fee.confidence == .confirmed)
        #expect(try plain.items().map(\.kind).contains(.validity))
        // What was paid through a day is next due on the one after it.
        plain.open("SG", in: "resting", [.obligationsAdded([Sample.obligation("o-1", .retention, due: "2027-12-20")])])
        #expect(try fees(plain).map(\.subject) == [.obligation("o-1", .retention)])
        plain.advance("SG", on: "2027-03-10", [.obligationClosed("o-1", .met, evidence: [])])
        #expect(try fees(plain).map(\.date?.description) == ["2028-12-20"])
        #expect(try fees(sample(nil, .unconfirmed)).map(\.confidence) == [.unconfirmed])
        // Before its first day nobody owes it, and without a day of its own the year of the approval is a guess.
        #expect(try fees(sample("2028-04-01")).map(\.date?.description) == ["2028-12-20"])
        let guessed = try fees(sample("2028-06-01", by: nil))
        #expect(guessed.map(\.date?.description) == ["2029-05-10"] && guessed.map(\.confidence) == [.unconfirmed])
    }

    @Test("Whether a yearly fee is owed for the year of the approval is not known")
    func firstYear() throws {
        let fee = ValidityRule.Yearly(by: YearDay("12-31"), source: Sample.source(.confirmed))
        let approval = Sample.approval(granted: "2027-02-01")
        let sample = Sample(held: [approval], validity: [Sample.rule(.unlimited, years: nil, yearly: fee)])
        let due = try sample.items().filter { $0.kind == .retention }
        #expect(due.map(\.date?.description) == ["2027-12-31"] && due.map(\.confidence) == [.unconfirmed])
    }

    @Test("An approval that several submissions declare is told of once")
    func declared() throws {
        let sample = Sample(held: [Sample.approval("s/US", number: "K1"), Sample.approval("s/JP", number: nil)])
        let submissions = [try sample.submission("a"), try sample.submission("b")]
        #expect(Register.repeated(in: submissions) == ["b": ["s/US"]])
    }

    @Test("Sums of two currencies are never added, nor those of two kinds")
    func fees() {
        func entry(_ kind: FeeEntry.Kind, _ amount: String?) -> FeeEntry {
            FeeEntry(
                fee: "application",
                kind: kind,
                amount: amount.flatMap { Money(text: $0) },
                reference: nil,
                on: Sample.date("2027")
            )
        }
        let totals = FeeTotals([
            entry(.invoiced, "SGD 100.50"), entry(.paid, "SGD 100.25"), entry(.paid, "SGD 0.25"),
            entry(.paid, "JPY 1,000"), entry(.refunded, nil),
        ])
        #expect(totals.currencies == ["JPY", "SGD"] && totals.withoutAmount == 1)
        #expect(totals.sum(of: .paid, in: "SGD")?.description == "SGD 100.50")
        #expect(totals.sum(of: .invoiced, in: "SGD")?.description == "SGD 100.50")
        #expect(totals.sum(of: .paid, in: "JPY")?.description == "JPY 1,000")
        #expect(totals.sum(of: .refunded, in: "JPY") == nil)
    }
}
