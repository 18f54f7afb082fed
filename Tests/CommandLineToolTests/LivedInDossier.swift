import Foundation
import Scenarios
import TestSupport

/// A dossier folder as an office keeps it: forty files of every kind, named in five scripts, with what systems leave behind.
///
/// Everything is invented, and made here byte by byte.
struct LivedInDossier {
    let path: String

    init(named name: String) throws {
        path = Scratch.path(name)
        try write("submission.yaml", Array(Self.manifest.utf8))
        for (name, bytes) in Self.files { try write(name, bytes) }
        // Taken over from the sample and never touched.
        let sample = "CH2/CH2.02/general-summary.md"
        let text = try Data(
            contentsOf: URL(fileURLWithPath: "\(Repository.configuration)/samples/colon-cade/\(sample)")
        )
        try write(sample, [UInt8](text))
        try FileManager.default.createDirectory(
            atPath: path + "/CH2/CH2.06/CH2.06.02",
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(
            atPath: path + "/CH2/CH2.06/CH2.06.02/incidents.en.pdf",
            withDestinationPath: "../CH2.06.01/Market history.en.pdf"
        )
    }

    /// Takes away what keeps the folder from being a dossier.
    func putInOrder() throws {
        for name in [
            "CH2/CH2.06/CH2.06.02/incidents.en.pdf", "CH3/CH3.04/CH3.04.01/standards.en.docx",
            "CH4/CH4.02/CH4.02.01/臨床評価報告書.docx.bak",
        ] {
            try FileManager.default.removeItem(atPath: path + "/" + name)
        }
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// As macOS wrote names for long: `ガ` in two parts.
    private static func apart(_ name: String) -> String { name.decomposedStringWithCanonicalMapping }

    private static let manifest = """
        submission: hibiki
        product: { id: hibiki-cxr, name: Hibiki CXR Triage, version: "2.1" }
        claims: { PTX: { text: { en: Suspected pneumothorax is brought forward. } } }
        imdrf: { situation: serious, significance: drive-clinical-management }
        applicant: { id: hibiki, name: Hibiki Medical K.K. (fictional), country: JP }
        targets:
          JP: { route: new-device }
          SG: { route: national }
          TH: { route: national }
          TW: { route: national }
          KR: { route: national }
        languages:
          CH1.14/KR: ko
          CH4/CH4.02/CH4.02.02: ja
        conditions:
          CH3.05.05.12: false
          CH4.02.02: { JP: true }
        """

    static let files: [(name: String, bytes: [UInt8])] = [
        // Letters and forms.
        ("CH1/CH1.01/カバーレター.ja.docx", OfficeFile.docx("JP")),
        ("CH1/CH1.01/カバーレター.en.docx", OfficeFile.docx("all")),
        ("CH1/CH1.04/SG/Application form.docx", OfficeFile.docx("SG")),
        ("CH1/CH1.04/KR/신청서-kor.docx", OfficeFile.docx("KR")),
        ("CH1/CH1.04/TH/แบบคำขอ_TH.docx", OfficeFile.docx("TH")),
        ("CH1/CH1.06/ISO 13485 certificate (EN).pdf", OfficeFile.pdf("13485")),
        ("CH1/CH1.12/CH1.12.07/Declaration_of_Conformity_EN.pdf", OfficeFile.pdf("doc")),
        ("CH1/CH1.14/LoA/KR/위임장.pdf", OfficeFile.pdf("KR")),
        ("CH1/CH1.14/LoA/TH/หนังสือมอบอำนาจ.th.pdf", OfficeFile.pdf("TH")),
        // Countries of a later wave.
        ("CH1/CH1.14/LoA/VN/giấy ủy quyền.vi.pdf", OfficeFile.pdf("VN")),
        ("CH1/CH1.14/LoA/MY/letter.en.pdf", OfficeFile.pdf("MY")),
        ("CH1/CH1.15/EU/CE certificate.en.pdf", OfficeFile.pdf("EU")),
        // What the device is.
        ("CH2/CH2.04/CH2.04.01/機器の概要.ja.docx", OfficeFile.docx("device")),
        ("CH2/CH2.04/CH2.04.01/機器の概要.zh-tw.docx", OfficeFile.docx("device, TW")),
        ("CH2/CH2.05/CH2.05.01/\(apart("ガイドに基づく使用目的（ja）")).docx", OfficeFile.docx("use")),
        ("CH2/CH2.05/CH2.05.02/Use environment.eng.docx", OfficeFile.docx("environment")),
        ("CH2/CH2.06/CH2.06.01/Market history.en.pdf", OfficeFile.pdf("history")),
        // Evidence.
        ("CH3/CH3.02/リスクマネジメント報告書.ja.pdf", OfficeFile.pdf("risk", isEncrypted: true)),
        ("CH3/CH3.02/リスクマネジメント報告書.en.pdf", OfficeFile.pdf("risk, in English")),
        ("CH3/CH3.03/EP checklist.xlsx", OfficeFile.xlsx("essential principles")),
        ("CH3/CH3.04/CH3.04.01/standards.en.docx", []),
        ("CH3/CH3.05/CH3.05.05/CH3.05.05.06/Traceability.en.xlsx", OfficeFile.encryptedDocx),
        ("CH3/CH3.05/CH3.05.05/CH3.05.05.08/V&V report.en.pdf", Array(OfficeFile.pdf("v").dropLast(60))),
        ("CH3/CH3.05/CH3.05.05/CH3.05.05.11/サイバーセキュリティ.ja.pdf", OfficeFile.docx("security")),
        ("CH3/CH3.05/CH3.05.11/\(apart("ユーザビリティ")).ja.docx", OfficeFile.docx("usability")),
        ("CH4/CH4.02/CH4.02.01/臨床評価報告書.ja.docx", OfficeFile.docx("clinical")),
        ("CH4/CH4.02/CH4.02.02/治験総括報告書.pdf", OfficeFile.pdf("trial")),
        // Labels.
        ("CH5/CH5.02/SG/label.en-sg.pdf", OfficeFile.pdf("label, SG")),
        ("CH5/CH5.02/TH/ฉลาก.tha.docx", OfficeFile.docx("label, TH")),
        ("CH5/CH5.02/KR/\(apart("라벨")).ko.docx", OfficeFile.docx("label, KR")),
        ("CH5/CH5.02/TW/標籤-zh-Hant.png", OfficeFile.png),
        ("CH5/CH5.03/SG/IFU.pdf", OfficeFile.pdf("IFU, SG")),
        ("CH5/CH5.03/TH/IFU.en.docx", OfficeFile.docx("IFU, TH")),
        // What was left behind, by systems and by programs.
        ("CH5/CH5.02/Thumbs.db", OfficeFile.compoundFile(["256_1"])),
        ("CH4/desktop.ini", Array("[.ShellClassInfo]".utf8)),
        (".DS_Store", [0, 0, 0, 1]),
        ("CH1/CH1.01/~$バーレター.ja.docx", Array("author".utf8)),
        ("CH1/__MACOSX/._letter.docx", [0, 5, 22, 7]),
        ("CH4/CH4.02/CH4.02.01/臨床評価報告書.docx.bak", OfficeFile.docx("old")),
    ]
}
