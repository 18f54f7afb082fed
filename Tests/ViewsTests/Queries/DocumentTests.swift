import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import Views

@Suite("Documents through filings")
struct DocumentTests {
    @Test("a revision is a content, counted in the order of filing over all submissions")
    func revisions() throws {
        let trails = DocumentTrail.trails(of: [
            sample(filing: 1, on: "2027-01", "a", of: "second"), sample(filing: 2, on: "2026-05", "b"),
            sample(filing: 1, on: "2026-04-13", "a"),
        ])
        let trail = try #require(trails.first)
        #expect(trails.count == 1)
        #expect(trail.revisions.map(\.digest) == ["a", "b"])
        #expect(trail.revisions[0].appearances.map(\.document.submission) == ["first", "second"])
    }

    @Test("files beside one another are documents of their own, a renamed file is not")
    func identity() throws {
        let trails = DocumentTrail.trails(of: [
            sample(filing: 1, on: "2026-04", "a", path: "CH3.02/one.md"),
            sample(filing: 1, on: "2026-04", "b", path: "CH3.02/two.md"),
            sample(filing: 1, on: "2026-06", "b", path: "3.02 Risk/file.md", of: "second"),
            sample(filing: 1, on: "2026-06", "c", path: "3.02 Risk/one.md", of: "second"),
        ])
        #expect(trails.map(\.name) == ["one.md", "two.md"])
        #expect(trails.map { $0.revisions.map(\.digest) } == [["a", "c"], ["b"]])
    }

    @Test("what came with an action is known by its bytes, by its name, by the question, or not at all")
    func attachments() throws {
        let trails = DocumentTrail.trails(of: [
            sample(filing: 1, on: "2026-04", "a", path: "CH3.02/risk.md"),
            sample(filing: 2, on: "2026-05", "a", path: nil, name: "copy.md"),
            sample(filing: 3, on: "2026-06", "b", path: nil, name: "risk.md"),
            sample(filing: 4, on: "2026-07", "c", path: nil, name: "risk.md", headings: ["CH5.02"]),
            sample(filing: 5, on: "2026-08", "d", path: nil, name: nil),
        ])
        #expect(trails.map { $0.heading?.description } == ["CH3.02", "CH5.02", nil])
        #expect(trails[0].revisions.map(\.digest) == ["a", "b"])
        #expect(
            trails.map { $0.appearances.map(\.link) } == [
                [.dossier, .sameBytes, .sameName], [.question], [.attachment],
            ]
        )
        let path = DocumentQuery("risk.md")
        let heading = DocumentQuery("CH5")
        #expect(trails.map(path.matches) == [true, true, false])
        #expect(trails.map(heading.matches) == [false, true, false])
    }

    @Test("the demo's risk file went to who had filed, and its report outline holds every question of the country")
    func demo() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-10-01"))
        let risk = try await workspace.tasuki.documents(DocumentQuery("CH3.02"), of: "colon-cade")
        #expect(risk.unread.isEmpty)
        let trail = try #require(risk.trails.first { $0.name == "risk-management-report.md" })
        #expect(trail.revisions.count == 1)
        // Malaysia files for itself once there is an approval to rely on; Taiwan files again after it left.
        #expect(trail.appearances[0].document.jurisdictions == ["JP", "SG", "TW", "TH"])
        #expect(trail.appearances[0].document.cases.contains("TW-2"))

        let labels = try await workspace.tasuki.documents(DocumentQuery("CH5.02"), of: "colon-cade")
        let revised = try #require(labels.trails.first { $0.name == "thai-label-rev2.md" })
        #expect(revised.appearances.map(\.link) == [.question])
        #expect(revised.appearances[0].document.jurisdictions == ["TH"])

        let outline = try await workspace.tasuki.reportOutline(of: "colon-cade", for: ["TH"])
        let asked = outline.sections.flatMap(\.questions).map(\.id)
        #expect(asked.contains("q-9"))
        #expect(Set(asked).count == asked.count)
        let section = try #require(outline.sections.first { $0.heading == HeadingCode("CH5.02") })
        #expect(section.requiredBy == ["TH"])
        #expect(section.documents.contains { $0.document.path == "CH5/CH5.02/TH/label.md" })
        #expect(!section.documents.contains { $0.document.jurisdiction == "JP" })
        await #expect(throws: EngineError.self) {
            try await workspace.tasuki.reportOutline(of: "colon-cade", for: ["KR"])
        }
        try await workspace.remove()
    }
}

/// A document of heading CH3.02 in one filing; without a path it came with an action.
private func sample(
    filing number: Int,
    on date: String,
    _ digest: DocumentDigest,
    path: String? = "CH3.02/risk.md",
    name: String? = nil,
    headings: [String] = [],
    of submission: SubmissionName = "first"
) -> FiledDocument {
    FiledDocument(
        submission: submission,
        filing: Filing(
            number: number,
            kind: path == nil ? .answer : .initial,
            revision: "list",
            filedOn: PartialDate(date) ?? .year(2026)
        ),
        event: number,
        position: number,
        cases: ["SG"],
        jurisdictions: ["SG"],
        digest: digest,
        size: 1,
        mediaType: "text/markdown",
        path: path,
        name: path?.split(separator: "/").last.map(String.init) ?? name,
        headings: (path == nil ? headings : ["CH3.02"]).compactMap { HeadingCode($0) },
        jurisdiction: nil,
        language: nil
    )
}
