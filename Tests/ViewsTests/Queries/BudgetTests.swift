import Engine
import Regulation
import Statecharts
import Submissions
import TestSupport
import Testing

@testable import Views

@Suite("What a product costs")
struct BudgetTests {
    private static func money(_ text: String) -> Money? { Money(text: text) }

    private static func fee(
        _ id: FeeID,
        _ amount: String?,
        _ due: FeeRule.Due? = nil,
        insteadOf: FeeID? = nil,
        _ confidence: Confidence = .confirmed
    ) -> FeeRule {
        FeeRule(
            id: id,
            amounts: amount.flatMap { money($0) }.map { .all($0) },
            due: due,
            insteadOf: insteadOf,
            source: DueSample.source(confidence)
        )
    }

    /// The lines of one case on a route with these fees, after these entries of its ledger.
    private func budget(_ fees: [FeeRule], _ entries: [FeeEntry] = [], track: Bool = false) throws -> Budget {
        var sample = DueSample()
        sample.open("SG", track: track, entries.map { .feeRecorded($0) })
        let route = RouteRule(name: track ? "registration" : "full", procedure: "p", fees: fees, source: .unstated)
        let country = Jurisdiction(
            code: "SG",
            names: [:],
            zone: .utc,
            calendar: "SG",
            languages: .init(dossier: [], label: []),
            bodies: [],
            routes: track ? [] : [route],
            tracks: track ? [route] : [],
            requirements: []
        )
        let builder = BudgetBuilder(
            submission: try sample.submission(),
            configured: ["SG": country],
            bound: [:],
            category: nil,
            today: DueSample.day("2027-03-15")
        )
        return Budget(
            product: "product",
            on: DueSample.day("2027-03-15"),
            lines: builder.lines,
            yearly: [],
            unstated: builder.unstated
        )
    }

    private func entry(_ fee: FeeID, _ kind: FeeEntry.Kind, _ amount: String? = nil) -> FeeEntry {
        FeeEntry(
            fee: fee,
            kind: kind,
            amount: amount.flatMap { Self.money($0) },
            reference: nil,
            on: DueSample.date("2027-02-01")
        )
    }

    @Test("Fees of a route are added; one in another's place is told beside it, and makes a range")
    func alternatives() throws {
        let fees = [
            Self.fee("application", "JPY 1000", .filed), Self.fee("small", "JPY 300", .filed, insteadOf: "application"),
            Self.fee("evaluation", "JPY 50"), Self.fee("consultation", "JPY 7", .other), Self.fee("unknown", nil),
            Self.fee("retention", "JPY 9", .yearly),
        ]
        let budget = try budget(fees)
        #expect(budget.lines.map(\.standing) == [.expected, .alternative, .expected, .conditional, .expected])
        let total = try #require(budget.totals.first)
        #expect(budget.totals.count == 1 && total.sum == Self.money("JPY 1050"))
        #expect(total.least == Self.money("JPY 350") && total.most == Self.money("JPY 1050"))
        #expect(budget.withoutAmount.map(\.fee) == ["unknown"] && budget.unstated.isEmpty)
    }

    @Test("Whichever of two alternatives is recorded, the other one is asked for no more")
    func choice() throws {
        let fees = [
            Self.fee("application", "JPY 1000", .filed), Self.fee("small", "JPY 300", .filed, insteadOf: "application"),
        ]
        for chosen in ["application", "small"] as [FeeID] {
            let budget = try budget(fees, [entry(chosen, .invoiced, "JPY 290")])
            #expect(budget.lines.map(\.fee) == [chosen] && budget.lines.map(\.standing) == [.invoiced])
            let total = try #require(budget.totals.first)
            #expect(total.invoiced == Self.money("JPY 290") && total.sum == total.most && total.sum == total.least)
        }
    }

    @Test(
        "An invoice stands for its quotation, a payment for its invoice; a refund is taken off; what is waived costs nothing"
    )
    func ledger() throws {
        let fees = [
            Self.fee("a", "SGD 10.00"), Self.fee("b", "SGD 20.00"), Self.fee("c", "SGD 40.00"),
            Self.fee("d", "SGD 80.00"),
        ]
        let budget = try budget(
            fees,
            [
                entry("a", .quoted, "SGD 11.00"), entry("a", .invoiced, "SGD 12.00"), entry("a", .paid),
                entry("b", .paid, "SGD 20.00"), entry("b", .refunded, "SGD 5.00"), entry("c", .waived),
                entry("d", .quoted, "SGD 81.00"), entry("e", .invoiced, "SGD 1.00"), entry("f", .paid),
            ]
        )
        #expect(budget.lines.map(\.standing) == [.paid, .paid, .refunded, .waived, .quoted, .invoiced, .paid])
        let total = try #require(budget.totals.first)
        #expect(total.paid == Self.money("SGD 27.00") && total.quoted == Self.money("SGD 81.00"))
        #expect(total.invoiced == Self.money("SGD 1.00") && total.expected == Self.money("SGD 0.00"))
        #expect(total.sum == Self.money("SGD 109.00"))
        // Nobody told what was paid, and no rule states it.
        #expect(budget.withoutAmount.map(\.fee) == ["f"])
    }

    @Test("A payment without an amount is taken at the rule's, and says so")
    func byRule() throws {
        let line = try #require(try budget([Self.fee("a", "SGD 10.00")], [entry("a", .paid)]).lines.first)
        #expect(line.amount == Self.money("SGD 10.00") && line.isAmountByRule)
    }

    @Test("What a track will ask for with its own filing is told, and not added")
    func later() throws {
        let budget = try budget([Self.fee("renewal", "SGD 10.00", .filed)], track: true)
        #expect(budget.lines.map(\.standing) == [.later])
        #expect(budget.totals.first?.sum == Self.money("SGD 0.00"))
    }

    @Test("A route of which no rule states a fee is named: it need not be free")
    func unstated() throws {
        #expect(try budget([]).unstated.map(\.fullName) == ["s/SG"])
    }

    @Test("Sums of two currencies are never added, unless by rates that a person gives")
    func rates() throws {
        let budget = try budget([
            Self.fee("a", "SGD 0.05"), Self.fee("b", "JPY 100"), Self.fee("c", "KWD 1.001"), Self.fee("d", "THB 1.00"),
        ])
        #expect(budget.totals.map(\.currency) == ["JPY", "KWD", "SGD", "THB"])
        let given = ["SGD=110", "KWD=500.5"].compactMap { ExchangeRates.Rate($0) }
        let rates = try #require(ExchangeRates(own: "JPY", on: DueSample.day("2027-03-12"), given))
        let converted = budget.converted(by: rates)
        // 0.05 × 110 = 5.5, half a yen is rounded up; 1.001 × 500.5 = 501.0005.
        #expect(converted.sum == Self.money("JPY 607") && converted.missing == ["THB"])
        #expect(
            rates.converted(try #require(Money(currency: "SGD", minorUnits: -5)))
                == Money(currency: "JPY", minorUnits: -6)
        )
    }

    @Test("Of a yearly fee every year that was missed is told, and the next; what a year costs has it once")
    func missedYears() throws {
        let yearly = Self.fee("retention", "SGD 37.00", .yearly)
        let track = RouteRule(name: "registration", procedure: "p", fees: [yearly], source: .unstated)
        var sample = DueSample(held: [DueSample.approval()], validity: [DueSample.rule(.yearlyRetention, years: nil)])
        sample.today = "2028-05-11"
        let country = Jurisdiction(
            code: "SG",
            names: [:],
            zone: .utc,
            calendar: "SG",
            languages: .init(dossier: [], label: []),
            bodies: [],
            routes: [],
            tracks: [track],
            requirements: []
        )
        let builder = BudgetBuilder(
            submission: try sample.submission(),
            configured: ["SG": country],
            bound: [:],
            category: nil,
            today: DueSample.day(sample.today),
            duties: try sample.items()
        )
        #expect(builder.yearly.map(\.next?.description) == ["2027-05-10", "2028-05-10", "2029-05-10"])
        #expect(builder.yearly.map(\.isOverdue) == [true, true, false])
        let budget = Budget(product: "product", on: DueSample.day(sample.today), lines: [], yearly: builder.yearly)
        #expect(budget.totals.map(\.yearly) == [Self.money("SGD 37.00")])
    }

    @Test("A rate is a currency and a plain number; nothing else is guessed")
    func rateTexts() throws {
        for text in ["USD=157.2", "USD=157", "USD=0.0064"] { #expect(ExchangeRates.Rate(text) != nil, "\(text)") }
        #expect(ExchangeRates.Rate("USD=0.0064")?.description == "0.0064")
        for text in [
            "USD", "USD=", "=1", "usd=1", "USD=1,5", "USD=-1", "USD=0", "USD=1.", "USD=.5", "USD=1e3", "RMB=1",
            "USD=1.2.3",
            "USD=1=2", "USD= 1", "USD=1234567890123456789",
        ] { #expect(ExchangeRates.Rate(text) == nil, "\(text)") }
        let twice = ["USD=1", "USD=2"].compactMap { ExchangeRates.Rate($0) }
        #expect(ExchangeRates(own: "JPY", on: DueSample.day("2027-03-12"), twice) == nil)
        #expect(ExchangeRates(own: "USD", on: DueSample.day("2027-03-12"), [twice[0]]) == nil)
        #expect(ExchangeRates(own: "yen", on: DueSample.day("2027-03-12"), []) == nil)
    }

    @Test(
        "A fee due with a filing is a duty from the filing on, until one of those that stand for one another is recorded"
    )
    func duty() throws {
        func duties(_ changes: [Change], filed: Bool = true) throws -> [Duty] {
            var sample = DueSample()
            sample.fees = [
                Self.fee("application", "JPY 1000", .filed), Self.fee("small", nil, .filed, insteadOf: "application"),
                Self.fee("licence", "JPY 5", .approved), Self.fee("more", nil, .stage2),
                Self.fee("late", "JPY 3", .accepted),
            ]
            let filing = Filing(number: 1, kind: .initial, revision: "r", filedOn: DueSample.date("2027-01-04"))
            sample.open("SG", in: "resting", (filed ? [.filed(filing)] : []) + changes)
            return try sample.items()
        }
        #expect(try duties([], filed: false).isEmpty)
        let duty = try #require(try duties([]).first)
        #expect(try duties([]).count == 1 && duty.kind == .fee && duty.date == nil && !duty.isOverdue)
        #expect(duty.subject == .stepFee("application", Self.money("JPY 1000"), due: .filed) && duty.turn == .applicant)
        for kind in [FeeEntry.Kind.quoted, .paid, .waived] {
            for fee in ["application", "small"] as [FeeID] {
                #expect(try duties([.feeRecorded(entry(fee, kind, "JPY 1000"))]).isEmpty, "\(fee) \(kind)")
            }
        }
        let invoiced = try duties([.feeRecorded(entry("small", .invoiced, "JPY 9"))])
        #expect(invoiced.map(\.subject) == [.fee("small", Self.money("JPY 9"), reference: nil)])
    }

    @Test("What is owed outlives its case where the procedure takes payments then, and is paid or waived all the same")
    func afterEnd() throws {
        func duties(_ changes: [Change], pays: Bool) throws -> [Duty.Subject] {
            var sample = DueSample()
            sample.paysAfterEnd = pays
            sample.fees = [Self.fee("application", "JPY 1000", .filed)]
            let filing = Filing(number: 1, kind: .initial, revision: "r", filedOn: DueSample.date("2027-01-04"))
            sample.open("SG", in: "resting", over: true, [.filed(filing)] + changes)
            return try sample.items().map(\.subject)
        }
        let owed = Duty.Subject.stepFee("application", Self.money("JPY 1000"), due: .filed)
        #expect(try duties([], pays: true) == [owed])
        #expect(try duties([], pays: false).isEmpty)
        let invoice = Change.feeRecorded(entry("search", .invoiced, "JPY 9"))
        let invoiced = Duty.Subject.fee("search", Self.money("JPY 9"), reference: nil)
        #expect(try Set(duties([invoice], pays: true)) == [owed, invoiced])
        for kind in [FeeEntry.Kind.paid, .waived] {
            #expect(try duties([.feeRecorded(entry("application", kind, "JPY 1000"))], pays: true).isEmpty)
        }
    }

    @Test(
        "A fee due on approval is a duty once there is one; so is one of which the rule states the amount, and no step"
    )
    func onApproval() throws {
        func duties(_ changes: [Change]) throws -> [Duty] {
            var sample = DueSample()
            sample.fees = [
                Self.fee("licence", "JPY 5", .approved), Self.fee("open", "JPY 7", nil), Self.fee("unknown", nil, nil),
                Self.fee("late", "JPY 3", .accepted),
            ]
            let filing = Filing(number: 1, kind: .initial, revision: "r", filedOn: DueSample.date("2027-01-04"))
            sample.open("SG", in: "resting", [.filed(filing)] + changes)
            return try sample.items().filter { $0.kind == .fee }
        }
        #expect(try duties([]).isEmpty)
        let found = try duties([.approvalGranted(DueSample.approval())])
        #expect(
            Set(found.map(\.subject)) == [
                .stepFee("licence", Self.money("JPY 5"), due: .approved),
                .stepFee("open", Self.money("JPY 7"), due: nil),
                .stepFee("late", Self.money("JPY 3"), due: .accepted),
            ]
        )
        #expect(found.filter { $0.confidence == .unconfirmed }.map(\.identity).allSatisfy { $0.contains("open") })
        #expect(
            try duties([.approvalGranted(DueSample.approval()), .feeRecorded(entry("open", .paid, nil))]).count == 2
        )
    }
}
