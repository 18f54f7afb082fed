import Definitions
import Foundation
import Regulation
import Statecharts
import Submissions
import Testing

@Suite("The configuration that ships is sound")
struct ShippedConfigTests {
    @Test("nothing is wrong in any file, nor between the files")
    func check() {
        #expect(shipped.check() == [])
    }

    @Test("every procedure is there, under the name of its file")
    func procedures() throws {
        let procedures = try shipped.procedures()
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(shipped.path)/procedures")
        #expect(procedures.map { "\($0.id).yaml" }.sorted() == files.sorted())
        for procedure in procedures {
            #expect(try shipped.procedure(procedure.id) == procedure)
            #expect(!procedure.sources.isEmpty)
        }
    }

    @Test("what is proposed says so: the bundle is no law")
    func standing() throws {
        let proposals = try shipped.procedures().filter { $0.standing == .proposal }.map(\.id)
        #expect(proposals == ["bundled-change-hub", "bundled-hub", "bundled-member", "bundled-renewal-hub"])
        #expect(try shipped.procedures().filter { $0.standing == .practice }.map(\.id) == ["jp-two-stage"])
    }

    @Test("in Japan PMDA reviews and the Minister decides")
    func japan() throws {
        let japan = try shipped.jurisdiction("JP")
        #expect(japan.body(that: .reviews)?.id == "PMDA")
        #expect(japan.body(that: .decides)?.id == "MHLW")
        #expect(japan.hub == "PMDA")
        #expect(japan.zone.offsets.map(\.minutes) == [540])
    }

    @Test("a yearly fee is owed in the US by the last day, in Canada by 20 December, in Great Britain since 2026")
    func yearlyFees() throws {
        let day = try #require(CivilDate("2026-06-01"))
        func fee(_ code: JurisdictionCode, _ deviceClass: DeviceClass) throws -> ValidityRule.Yearly? {
            try shipped.jurisdiction(code).validity(on: day, for: deviceClass, by: nil)?.fee
        }
        #expect(try fee("US", "II")?.by == YearDay("12-31") && fee("CA", "III")?.by == YearDay("12-20"))
        for deviceClass in ["I", "IIa", "III"] as [DeviceClass] {
            let british = try #require(try fee("GB", deviceClass))
            #expect(british.by == nil && british.window.from == CivilDate("2026-04-01"))
            #expect(british.source.confidence == .unconfirmed)
        }
        #expect(try fee("EU", "IIa") == nil && fee("SG", "B") != nil)
    }

    @Test("how long an approval lasts may follow its route: Taiwan's study, Viet Nam's emergency, Britain's CE mark")
    func validityByRoute() throws {
        let day = try #require(CivilDate("2026-06-01"))
        func rule(_ code: JurisdictionCode, _ deviceClass: DeviceClass, _ route: RouteName) throws -> ValidityRule? {
            try shipped.jurisdiction(code).validity(on: day, for: deviceClass, by: route)
        }
        let study = try #require(try rule("TW", "2", "study-licence"))
        #expect(study.years == 4 && study.source.confidence == .unconfirmed)
        #expect(try rule("TW", "2", "national")?.years == 5)
        let emergency = try #require(try rule("VN", "C", "emergency"))
        #expect(emergency.model == .fixed && emergency.end(of: day) == nil)
        #expect(try rule("VN", "C", "national")?.model == .unlimited)
        #expect(try rule("GB", "IIa", "ce-mark")?.end(of: day) == CivilDate("2030-06-30"))
        #expect(try rule("GB", "IIa", "approved-body")?.years == 5)
    }

    @Test("the approval of stage 1 needs claims narrower than the product's, and the window of the bundle if in one")
    func stageOneApproval() throws {
        let procedure = try shipped.procedure("jp-two-stage")
        let transition = try #require(
            procedure.chart.state("ministerDecision1")?.transitions.first { $0.event == "approve" }
        )
        #expect(
            procedure.guards[transition.tag]
                == .all([
                    .claimsWithin(.stage), .any([.not(.inBundle), .fact("windowOpen", of: .hub)]), .questionsAnswered,
                    .inState("reliabilitySettled1"), .inState("clinicalPracticeSettled1"),
                    .inState("qualitySystemSettled1"),
                ])
        )
        let effects = transition.actions.map { action -> Effect? in
            if case .effect(let number) = action { procedure.effects[number] } else { nil }
        }
        #expect(
            effects == [
                .settleDoubt, .grantApproval(.full, stage: 1), .set("stage2Due", .field("stage2Due")),
                .set("conformedOn", .today),
                .recordDecision(.approved), .openTrack("registration", passing: ["conformedOn"]),
            ]
        )
    }

    @Test("each route of each jurisdiction runs a procedure that exists, with a source for every figure")
    func routes() throws {
        let procedures = Set(try shipped.procedures().map(\.id.rawValue))
        for jurisdiction in try shipped.jurisdictions() {
            for route in jurisdiction.routes + jurisdiction.tracks {
                #expect(procedures.contains(route.procedure))
                #expect(!route.source.text.isEmpty)
                #expect(route.clocks.allSatisfy { !$0.source.text.isEmpty })
                #expect(route.fees.allSatisfy { !$0.source.text.isEmpty })
                #expect(route.conditions.allSatisfy { !$0.source.text.isEmpty })
            }
        }
    }

    @Test("the sample submission keeps the order of its countries and claims")
    func sample() throws {
        let file = SourceFile(path: "submission.yaml", text: try shippedText("samples/colon-cade/submission.yaml"))
        let manifest = try ManifestReader.manifest(from: file)
        #expect(manifest.name == "colon-cade")
        #expect(manifest.targets.map(\.jurisdiction) == ["JP", "SG", "TW", "TH", "MY"])
        #expect(manifest.targets.map(\.participation).first == .concurrentAction)
        #expect(manifest.claims.map(\.id) == ["C1", "C2"])
        #expect(manifest.stageClaims == ["C1"])
        #expect(manifest.significance == .driveClinicalManagement)
        #expect(manifest.holders["SG"]?.id == "sample-device-sg")
    }

    @Test("the tables of dossier headings keep their order and numbers as they are written")
    func tables() throws {
        let tables = try shipped.dossierTables()
        #expect(tables.map(\.id) == ["asean-csdt", "imdrf-toc", "jp-sted"])
        #expect(tables[0].headings.map(\.code).contains("3.10"))
        #expect(tables[1].headings.first?.need == .chapter)
        #expect(try !shipped.crosswalk().isEmpty)
    }
}
