import Foundation
import Scenarios
import TestSupport
import Testing
import Turns

@Suite("Spreadsheets are taken in and given back", .takesTurns, .timeLimit(.minutes(30)))
struct ImportTests {
    private static let products = """
        submission,product,name,version,claimTexts,situation,significance,applicant,applicantName,applicantCountry,folder
        lung,example-lung,Example Lung,2.1,"C1: Mark pneumothorax.
        C2: Mark effusion.",serious,drive-clinical-management,example,Example K.K.,JP,
        """
    private static let approvals = """
        submission,country,number,grantedOn,validUntil,basis,claims,version
        lung,US,K250001,2025-06,,full,"C1, C2",2.0
        lung,GB,UK-1,2024-11-02,2029-11,full,C1,2.0
        """

    /// A folder with these tables, by their names.
    private func folder(_ tables: [String: String]) throws -> String {
        let folder = Scratch.path("tables")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in tables { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
        return folder
    }

    private func workspace() async throws -> Program {
        let program = Program()
        #expect(try await program.run("init --simulated 2026-11-30").code == 0)
        return program
    }

    private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    private func findings(_ outcome: Program.Outcome) throws -> [String] {
        let list = try #require(try json(outcome)["findings"] as? [[String: Any]])
        return list.map { finding in
            let row = (finding["row"] as? Int).map { ":\($0)" } ?? ""
            let column = (finding["column"] as? String).map { " \($0)" } ?? ""
            return "\(finding["file"] ?? "")\(row)\(column) \(finding["code"] ?? "")"
        }
    }

    @Test("a product of which only approvals are known is recorded without a course, and twice adds nothing")
    func heldOnly() async throws {
        let program = try await workspace()
        let folder = try folder(["products.csv": Self.products, "approvals.csv": Self.approvals])
        let rehearsed = try await program.run(["import", folder, "--dry-run"])
        #expect(
            rehearsed.code == 0 && rehearsed.output.contains("nothing was written"),
            "\(rehearsed.output)\(rehearsed.errors)"
        )
        #expect(try await program.run("submission list").output.contains("lung") == false)
        let written = try await program.run(["import", folder, "--format", "json"])
        #expect(written.code == 0, "\(written.output)\(written.errors)")
        #expect(try json(written)["written"] as? Bool == true)
        #expect(try json(written)["opened"] as? [String] == ["lung"])
        let shown = try await program.run("product show example-lung").output
        #expect(shown.contains("K250001") && shown.contains("UK-1"), "\(shown)")
        let before = try await program.run("audit verify").output
        let again = try await program.run(["import", folder, "--format", "json"])
        #expect(again.code == 0, "\(again.errors)")
        #expect(try json(again)["known"] as? Int == 3)
        #expect(try await program.run("audit verify").output == before)
    }

    @Test("every conflict is told with its row and column at once, and nothing is written")
    func conflicts() async throws {
        let program = try await workspace()
        let folder = try folder([
            "products.csv": Self.products,
            "approvals.csv": Self.approvals
                + "\nlung,AU,=HYPERLINK(1),02/01/2025,,full,C1,2.0\nlung,US,K250001,2025-06,,full,C1,2.0",
            "cases.csv":
                "submission,country,route,class,filedOn\nlung,MY,natonal,Z,\nghost,SG,reliance,B,\nlung,TH,reliance,2,2026-13-01\n",
            "letters.csv": "submission,case,date,action,document\nlung,MY,2026-11-02,accept,../../etc/passwd\n",
        ])
        let outcome = try await program.run(["import", folder, "--format", "json", "--accept"])
        #expect(outcome.code == 65)
        #expect(
            try findings(outcome) == [
                "approvals.csv:4 number cell.formula", "approvals.csv:4 grantedOn cell.date",
                "approvals.csv:4 number cell.missing", "approvals.csv:5 row.repeated",
                "cases.csv:3 submission submission.unknown", "cases.csv:4 filedOn cell.date",
                "letters.csv:2 document file.missing",
            ]
        )
        #expect(try await program.run("submission list").output.contains("lung") == false)
        // With those mended, the manifest that the rows come to is checked as any other.
        let names = try self.folder([
            "products.csv": Self.products, "approvals.csv": Self.approvals,
            "cases.csv": "submission,country,route,class\nlung,MY,natonal,Z\n",
        ])
        let checked = try await program.run(["import", names, "--format", "json"])
        #expect(try findings(checked) == ["cases.csv:2 class refused", "cases.csv:2 route refused"])
        #expect(checked.output.contains("did you mean ‘national’?"), "\(checked.output)")
    }

    @Test("doubts are told, and taken only when they are accepted; in Japanese too")
    func doubts() async throws {
        let program = try await workspace()
        let folder = try folder([
            "製品.csv": Self.products.replacing("applicantCountry,folder", with: "applicantCountry,色"),
            "承認.csv": "申請,国・地域,承認番号,承認日,有効期限,承認の根拠,使用目的又は効果,版\nlung,US,K1,2019-06,2024-06,full,C1,2.0\n",
        ])
        let asked = try await program.run(["import", folder, "--lang", "ja"])
        #expect(asked.code == 65 && asked.output.contains("2024-06 に有効期間が終わっています"), "\(asked.output)")
        #expect(asked.output.contains("確認が必要な点（?）が2件あります"))
        let written = try await program.run(["import", folder, "--accept", "--lang", "ja"])
        #expect(written.code == 0 && written.output.contains("すべて記録しました"), "\(written.output)\(written.errors)")
    }

    @Test("filings and letters go the way of the commands, in the order of their dates")
    func letters() async throws {
        let program = try await workspace()
        let folder = try folder([
            "products.csv": Self.products + "lung-x",
            "cases.csv":
                "submission,country,route,class,holder,holderName,filedOn\nlung,MY,national,B,my,Example MY,2026-10-05\n",
            "letters.csv": """
            submission,case,date,action,document,reference,fields,questions
            lung,MY,2026-11-02,ask,letters/q.txt,,,"Which data sets?
            Which readers?"
            lung,MY,2026-10-26,passAssessment,letters/c.txt,,certificate=CAB-1,
            lung,MY,2026-10-12,accept,letters/a.txt,MDA-1,,
            """,
        ])
        try copyDossier(to: folder + "/lung-x")
        let letters = folder + "/letters"
        try FileManager.default.createDirectory(atPath: letters, withIntermediateDirectories: true)
        for name in ["q", "c", "a"] {
            try Data("letter \(name)".utf8).write(to: URL(fileURLWithPath: "\(letters)/\(name).txt"))
        }
        let outcome = try await program.run(["import", folder])
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        // The manifest that the rows came to lies where later commands look for it.
        #expect(FileManager.default.fileExists(atPath: folder + "/lung-x/submission.yaml"))
        let history = try await program.run("history lung/MY --format csv").output
        #expect(history.contains("2026-10-12") && history.contains("2026-11-02"), "\(history)")
        #expect(try await program.run("letter list lung").output.contains("q.txt"))
        #expect(try await program.run("submission show lung").output.contains("Which readers?"))
        let again = try await program.run(["import", folder, "--format", "json"])
        #expect(try json(again)["known"] as? Int == 5, "\(again.output)")
        #expect(try json(again)["letters"] as? Int == 0)
        // A letter out of order is refused by the rule that would refuse the command, at its row.
        let more = try self.folder(["more.csv": "submission,case,date,action\nlung,MY,2026-11-03,approve\n"])
        let refused = try await program.run(["import", more + "/more.csv", "--format", "json"])
        #expect(refused.code == 65, "\(refused.output)")
        #expect(try findings(refused) == ["more.csv:2 refused"], "\(refused.output)")
    }

    @Test("what is exported is the same form: known where it came from, and taken in elsewhere")
    func export() async throws {
        let program = try await workspace()
        let tables = try folder(["products.csv": Self.products, "approvals.csv": Self.approvals])
        #expect(try await program.run(["import", tables]).code == 0)
        let out = Scratch.path("out")
        let exported = try await program.run(["export", "--out", out, "--format", "json"])
        #expect(exported.code == 0, "\(exported.errors)")
        #expect(try json(exported)["approvals"] as? Int == 2)
        let known = try await program.run(["import", out, "--format", "json"])
        #expect(try json(known)["known"] as? Int == 3, "\(known.output)")
        let elsewhere = try await workspace()
        #expect(try await elsewhere.run(["import", out]).code == 0)
        let there = try await elsewhere.run("product show example-lung").output
        #expect(try await program.run("product show example-lung").output == there)
        #expect(try await program.run(["export", "--out", out]).code == 65)
    }

    @Test("the demo goes out with its letters and dossiers, and its rows are known where they came from")
    func demo() async throws {
        let program = try await DemoStory.copy(until: "2026-06-01")
        let out = Scratch.path("demo-out")
        #expect(try await program.run(["export", "colon-cade", "--out", out]).code == 0)
        let manifest = try Data(contentsOf: URL(fileURLWithPath: out + "/colon-cade/submission.yaml"))
        let sample = URL(fileURLWithPath: Repository.configuration + "/samples/colon-cade/submission.yaml")
        #expect(try manifest == Data(contentsOf: sample))
        let known = try await program.run(["import", out, "--format", "json"])
        let report = try json(known)
        #expect(known.code == 0 && report["known"] as? Int == report["rows"] as? Int, "\(known.output)")
    }

    /// What a workspace says of all that it holds, as JSON.
    private func told(_ program: Program, _ commands: [String]) async throws -> [String] {
        var told: [String] = []
        for command in commands {
            let outcome = try await program.run(command + " --format json")
            #expect(outcome.code == 0, "\(command): \(outcome.errors)")
            told.append(outcome.output)
        }
        return told
    }

    @Test("a whole life goes out and comes in elsewhere with the same states, dates, register and duties")
    func wholeLife() async throws {
        let program = Program(workspace: Scratch.path("life"))
        #expect(try await program.run("demo --story sleep-therapy").code == 0)
        let out = Scratch.path("life-out")
        let exported = try await program.run(["export", "--out", out, "--format", "json"])
        #expect(try json(exported)["lost"] as? [String] == [], "\(exported.output)")
        let elsewhere = Program()
        #expect(try await elsewhere.run("init --simulated 2031-12-05").code == 0)
        let taken = try await elsewhere.run(["import", out, "--accept"])
        #expect(taken.code == 0, "\(taken.output)\(taken.errors)")
        #expect(try await elsewhere.run("clock advance 2031-12-05T01:00:00Z").code == 0)
        let commands = ["status", "due", "product show yoinagi-sleep-therapy"]
        let (here, there) = (try await told(program, commands), try await told(elsewhere, commands))
        #expect(here == there)
    }

    @Test("filings again, amendments and safety events come in elsewhere; what cannot is told row by row")
    func course() async throws {
        let program = try await workspace()
        let cases =
            "submission,country,route,class,holder,holderName,filedOn\nlung,MY,national,B,my,Example MY,2026-10-05\n"
        let folder = try folder([
            "products.csv": Self.products + "lung-x", "approvals.csv": Self.approvals, "cases.csv": cases,
        ])
        let dossier = folder + "/lung-x"
        try copyDossier(to: dossier)
        #expect(try await program.run(["import", folder]).code == 0)
        func run(_ arguments: [String]) async throws {
            let outcome = try await program.run(arguments)
            #expect(outcome.code == 0, "\(arguments): \(outcome.output)\(outcome.errors)")
        }
        try await run(["act", "lung/MY", "withdraw", "--on", "2026-10-20", "--set", "reason=A new version", "--yes"])
        let manifest = URL(fileURLWithPath: dossier + "/submission.yaml")
        let text = try String(contentsOf: manifest, encoding: .utf8)
        try Data(text.replacing("2.1", with: "2.2").utf8).write(to: manifest)
        try await run(["submission", "amend", "lung", dossier, "--on", "2026-10-25", "--yes"])
        try await run(["submission", "file", "lung", dossier, "--country", "MY", "--on", "2026-11-02", "--yes"])
        try await run(["act", "lung/MY-2", "accept", "--as", "officer@MDA", "--on", "2026-11-09"])
        try await run(["safety", "record", "example-lung", "--kind", "serious", "--aware-on", "2026-11-25"])
        let (here, out) = (["status", "due", "safety list", "product show example-lung"], Scratch.path("course"))
        let exported = try await program.run(["export", "--out", out, "--format", "json"])
        #expect(exported.code == 0, "\(exported.errors)")
        #expect(try json(exported)["steps"] as? Int == 5, "\(exported.output)")
        let known = try json(try await program.run(["import", out, "--format", "json"]))
        #expect(known["known"] as? Int == known["rows"] as? Int, "\(known)")
        let elsewhere = try await workspace()
        let taken = try await elsewhere.run(["import", out, "--accept"])
        #expect(taken.code == 0, "\(taken.output)\(taken.errors)")
        let (before, after) = (try await told(program, here), try await told(elsewhere, here))
        #expect(before == after)
        try await run(["correct", "lung#4", "--set", "reason=Another version", "--reason", "mistyped"])
        let lossy = try await program.run(["export", "--out", Scratch.path("lossy"), "--format", "json"])
        #expect(lossy.errors.contains("lung/MY"), "\(lossy.errors)")
        let lost = try #require(try json(lossy)["lost"] as? [[String: Any]])
        #expect(lost.map { $0["code"] as? String } == ["corrected"])
    }

    @Test(
        "what countries take up together comes in elsewhere: changes, and renewals of registrations that ran, some joined later"
    )
    func bundles() async throws {
        let program = try await workspace()
        let held = ["MY,M-1", "TH,T-1", "TW,W-1"].map { "lung,\($0),2022-08-01,2027-07-31,full,C1,2.0" }
        let approvals = (["submission,country,number,grantedOn,validUntil,basis,claims,version"] + held)
        let folder = try folder([
            "products.csv": Self.products, "approvals.csv": approvals.joined(separator: "\n") + "\n",
        ])
        #expect(try await program.run(["import", folder]).code == 0)
        func run(_ line: String, _ code: Int32 = 0, says text: String = "") async throws {
            let outcome = try await program.run(line)
            let told = (outcome.output + outcome.errors).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(outcome.code == code && (text.isEmpty || told.contains(text)), "\(line): \(told)")
        }
        for code in ["MY", "TH"] { try await run("track lung \(code) registration --on 2026-11-02") }
        try await run(
            "track bundle lung renewal-hub MY TW --on 2026-11-03",
            65,
            says: "‘tasuki track SUBMISSION TW registration’"
        )
        try await run("track lung TW registration --on 2026-11-02")
        try await run("track bundle lung renewal-hub MY TH --on 2026-11-03 --dry-run", says: "TH-registration")
        try await run(
            "track bundle lung renewal-hub MY TH --on 2026-11-03",
            says: "with it lung/MY-registration, lung/TH-registration"
        )
        try await run("act lung/TW-registration join --set hub=renewal-hub --on 2026-11-10")
        try await run("status lung", says: "taken up together: renewal-hub (案)")
        try await run("track lung TW change --on 2026-11-10")
        try await run("track bundle lung change-hub MY TH --on 2026-11-11")
        try await run("act lung/TW-change join --set hub=change-hub --on 2026-11-12")
        try await run("act lung/TH-change leave --set reason=alone --on 2026-11-13")
        try await run("act lung/renewal-hub withdraw --set reason=no --on 2026-11-14 --yes")
        let (out, told) = (Scratch.path("together"), ["status", "due", "product show example-lung"])
        let exported = try await program.run(["export", "--out", out, "--format", "json"])
        #expect(try json(exported)["lost"] as? [String] == [], "\(exported.errors)")
        let known = try json(try await program.run(["import", out, "--format", "json"]))
        #expect(known["known"] as? Int == known["rows"] as? Int, "\(known)")
        let elsewhere = try await workspace()
        let taken = try await elsewhere.run(["import", out, "--accept"])
        #expect(taken.code == 0, "\(taken.output)\(taken.errors)")
        let (before, after) = (try await self.told(program, told), try await self.told(elsewhere, told))
        #expect(before == after)
        let again = try await elsewhere.run(["export", "--out", Scratch.path("again"), "--format", "json"])
        #expect(try json(again)["steps"] as? Int == json(exported)["steps"] as? Int)
    }

    @Test("what would take memory is refused in bounds, and what is no CSV with its remedy")
    func hostile() async throws {
        let program = try await workspace()
        let letters = "submission,case,date,action,reason\n"
        let folder = try folder([
            "rows.csv": letters + String(repeating: "lung,MY,2026-11-02,accept,\n", count: 1_000_000),
            "cell.csv": letters + "lung,MY,2026-11-02,accept,\"" + String(repeating: "x", count: 5_000_000),
            "columns.csv": letters + String(repeating: "x,", count: 1_000_000),
        ])
        try Data([0x90, 0xBB, 0x95, 0x69, 0x2C, 0x0A]).write(to: URL(fileURLWithPath: folder + "/sjis.csv"))
        try Data(OfficeFile.xlsx()).write(to: URL(fileURLWithPath: folder + "/renamed.csv"))
        let outcome = try await program.run(["import", folder, "--format", "json"])
        #expect(outcome.code == 65)
        #expect(
            try findings(outcome).filter { $0.contains("unreadable") } == [
                "cell.csv:2 reason file.unreadable", "columns.csv:2 101 file.unreadable",
                "renamed.csv:1 1 file.unreadable", "rows.csv:5001 file.unreadable",
                "sjis.csv:1 1 file.unreadable",
            ]
        )
        #expect(outcome.output.contains("Shift_JIS"))
        try Data(OfficeFile.xlsx()).write(to: URL(fileURLWithPath: folder + "/form.xlsx"))
        let workbook = try await program.run(["import", folder + "/form.xlsx", "--lang", "ja"])
        #expect(workbook.code == 64 && workbook.errors.contains("CSV UTF-8"), "\(workbook.errors)")
    }

    @Test("the form is handed out as a workbook whose cells are text, and as CSV files")
    func template() async throws {
        let program = Program()
        let file = Scratch.path("form.xlsx")
        #expect(try await program.run(["import", "--template", file, "--lang", "ja"]).code == 0)
        let script = """
            import sys, zipfile, re
            book = zipfile.ZipFile(sys.argv[1])
            names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
            strings = book.read("xl/sharedStrings.xml").decode()
            sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
            print(names, "<f>" in "".join(sheets), "承認番号" in strings, 'formatCode="@"' in book.read("xl/styles.xml").decode())
            """
        let read = try await PythonScript.run(script, [file])
        #expect(read == "['列の説明', '製品', '承認', '案件', '文書', 'その他の手続'] False True True\n")
        #expect(try await program.run(["import", "--template", file]).code == 65)
        let folder = Scratch.path("form")
        #expect(try await program.run(["import", "--template", folder]).code == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == ["approvals.csv", "cases.csv", "columns.csv", "letters.csv", "products.csv", "steps.csv"])
    }

    /// The sample's dossier as a folder without a manifest.
    private func copyDossier(to folder: String) throws {
        let sample = Repository.configuration + "/samples/colon-cade"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: sample) where name.hasPrefix("CH") {
            try FileManager.default.copyItem(atPath: "\(sample)/\(name)", toPath: "\(folder)/\(name)")
        }
    }
}
