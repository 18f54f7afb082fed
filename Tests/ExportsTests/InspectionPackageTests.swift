import CanonicalJSON
import Dossiers
import Engine
import Exports
import Foundation
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog
import Views

@Suite("An inspection package")
struct InspectionPackageTests {
    @Test("The package of the demo is a whole bag and verifies without the workspace")
    func isWhole() async throws {
        try await PackedBag.with("colon-cade") { bag in
            #expect(BagReader.verify(folder: bag.folder).isEmpty)
            let audit = PackageVerification.verify(folder: bag.folder, trustedHead: bag.summary.head)
            #expect(audit.findings == [])
            #expect(audit.submission == "colon-cade")
            #expect(audit.events == bag.summary.events && audit.refusals == bag.summary.refusals)
            #expect(audit.texts == bag.summary.texts && audit.documents == bag.summary.documents)
            let history = try await bag.workspace.tasuki.history(of: "colon-cade")
            #expect(audit.events == history.count && audit.events > 10)
        }
    }

    @Test("Every refused attempt is in it, with the rule that refused")
    func refusals() async throws {
        try await PackedBag.with(HostileStory.name) { bag in
            #expect(bag.summary.refusals == 1)
            let history = try bag.text("data/history.csv")
            #expect(history.contains("action.not-now"))
            for language in ["en", "ja"] {
                let report = try bag.text("data/report.\(language).html")
                #expect(report.contains("SG/accept"))
            }
        }
    }

    @Test("What people typed is no formula in a table and no markup in a report")
    func hostileTexts() async throws {
        try await PackedBag.with(HostileStory.name) { bag in
            for table in ["data/history.csv", "data/status.csv", "data/documents.csv"] {
                for cell in CSVCells.of(try bag.text(table)) {
                    #expect(
                        cell.unicodeScalars.first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true,
                        "\(cell)"
                    )
                }
            }
            let history = try bag.text("data/history.csv")
            #expect(history.contains("'=HYPERLINK("))
            let documents = try bag.text("data/documents.csv")
            #expect(documents.contains("'@SUM("))
            for language in ["en", "ja"] {
                let report = try bag.text("data/report.\(language).html")
                #expect(!report.contains("<script") && !report.contains("<b>.md"))
                #expect(report.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot;"))
            }
        }
    }

    @Test("The reports load nothing, run nothing, and name everything in words")
    func reports() async throws {
        try await PackedBag.with("colon-cade") { bag in
            for language in ["en", "ja"] {
                let report = try bag.text("data/report.\(language).html")
                #expect(report.contains("<html lang=\"\(language)\">"))
                for external in [
                    "<script", "<link", "<img", "<iframe", "@import", "url(", "src=", "http-equiv=\"refresh",
                ] {
                    #expect(!report.contains(external), "\(external)")
                }
                // A label without words would show its key.
                let sections = """
                    states|actions|fields|choices|procedures|routes|participation|turns|roles|capacities|clocks|units|\
                    sides|counts|verdict|standing|confidence|outcomes|basis|approvalStanding|approvalStage|messages|\
                    questionScope|facts|variables|events|columns|page|report|findings|flags
                    """
                let key = try Regex("\\b(?:\(sections))\\.(?!md|pdf)[a-zA-Z-]+")
                #expect(report.firstMatch(of: key).map { String(report[$0.range]) } == nil)
                let labels = try bag.workspace.words.labels(language)
                #expect(report.contains(labels["report.simulated"]))
                #expect(report.contains(labels["standing.proposal"]))
                #expect(report.contains(bag.summary.head.root.description))
            }
        }
    }

    @Test("Every table says in every row that the clock is simulated")
    func simulatedTables() async throws {
        try await PackedBag.with("colon-cade") { bag in
            let status = try bag.text("data/status.csv").split(separator: "\r\n")
            #expect(status.count > 2 && status.dropFirst().allSatisfy { $0.hasSuffix(",simulated") })
            let info = try bag.text("bag-info.txt")
            #expect(info.contains("Workspace-Clock: simulated"))
        }
    }

    @Test("An erased text is told as erased in tables and reports, and the package still verifies")
    func erased() async throws {
        let workspace = try await TestWorkspace.make()
        try await HostileStory.run(on: workspace.tasuki)
        let folder = NSTemporaryDirectory() + "tasuki-package-\(UUID().uuidString)"
        let erasing = TamperedStore.Tampering(text: { $0.text == HostileStory.script ? nil : $0 })
        let tasuki = Tasuki(
            store: TamperedStore(store: workspace.tasuki.store, tampering: erasing),
            world: workspace.tasuki.world
        )
        let labels = try workspace.words.labels("en")
        let package = InspectionPackage(tasuki: tasuki, labels: [labels])
        let summary = try await package.write(HostileStory.name, to: folder, generator: "Tasuki test")
        #expect(summary.erasedTexts == 1)
        let audit = PackageVerification.verify(folder: folder)
        #expect(audit.isSound && audit.erasedTexts == 1)
        for file in ["history.csv", "report.en.html"] {
            let text = try String(contentsOfFile: "\(folder)/data/\(file)", encoding: .utf8)
            #expect(text.contains(labels["report.erased"]) && !text.contains("second line"))
        }
        try FileManager.default.removeItem(atPath: folder)
        try await workspace.remove()
    }

    @Test("An unknown submission is refused before anything is written")
    func unknown() async throws {
        let workspace = try await TestWorkspace.make()
        let folder = NSTemporaryDirectory() + "tasuki-package-\(UUID().uuidString)"
        let package = InspectionPackage(tasuki: workspace.tasuki, labels: [])
        await #expect(throws: EngineError.self) {
            try await package.write("no-such", to: folder, generator: "Tasuki test")
        }
        #expect(!FileManager.default.fileExists(atPath: folder))
        try await workspace.remove()
    }
}
