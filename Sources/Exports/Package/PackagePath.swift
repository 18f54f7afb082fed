import Regulation
import Submissions

/// Where in the package what lies.
enum PackagePath {
    static let readMe = "data/README.txt"
    static let events = "data/log/events.jsonl"
    static let head = "data/log/head.json"
    static let texts = "data/log/texts.jsonl"
    static let documentTable = "data/documents.csv"
    static let status = "data/status.csv"
    static let statusJSON = "data/status.json"
    static let history = "data/history.csv"
    static let documents = "data/documents"
    static let dossiers = "data/dossiers"
    static let rules = "data/rules"

    static func report(_ language: String) -> String { "data/report.\(language).html" }

    /// Pins begin with `sha256:`, and a colon is no part of a file name everywhere.
    static func rules(_ pin: Pin) -> String {
        "\(rules)/\(pin.rawValue.split(separator: ":").last.map(String.init) ?? pin.rawValue).json"
    }

    static func dossier(_ digest: DocumentDigest) -> String { "\(dossiers)/\(digest).json" }

    static func document(_ digest: DocumentDigest, fileExtension: String) -> String {
        "\(documents)/\(digest).\(fileExtension)"
    }
}
