import Dossiers
import Foundation
import Regulation

/// The folder of the repository that holds the configuration, upward from this file.
private func configuration() throws -> String {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
        let candidate = folder.appendingPathComponent("Config").path
        if FileManager.default.fileExists(atPath: candidate + "/dossier/imdrf-toc.yaml") { return candidate }
        folder.deleteLastPathComponent()
    }
    throw CocoaError(.fileNoSuchFile)
}

enum Samples {
    static let targets: [JurisdictionCode] = ["JP", "SG", "TW", "TH", "MY"]

    /// The sample dossier of a colonoscopy aid.
    static func colonoscopy() throws -> String { try configuration() + "/samples/colon-cade" }

    /// The IMDRF Table of Contents, as far as these tests need it: one heading on each line of its file.
    static func contents() throws -> HeadingTable {
        let text = try String(contentsOfFile: configuration() + "/dossier/imdrf-toc.yaml", encoding: .utf8)
        let headings = text.split(separator: "\n").compactMap { line -> HeadingTable.Heading? in
            guard let match = line.firstMatch(of: /code: "([^"]+)".*titles: \{ en: "([^"]+)"/),
                let code = HeadingCode(String(match.1))
            else { return nil }
            return .init(code: code, titles: ["en": String(match.2)], holdsStudies: line.contains("study: true"))
        }
        return HeadingTable(headings: headings)
    }

    static func heading(_ text: String) throws -> HeadingCode {
        guard let code = HeadingCode(text) else { throw CocoaError(.formatting) }
        return code
    }
}
