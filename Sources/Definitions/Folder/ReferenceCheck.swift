import Regulation

/// Holds the countries whose approvals count against those that are known.
struct ReferenceCheck {
    /// What people write for a code, where spelling alone would suggest another country.
    private static let customary = ["UK": "GB"]

    let jurisdictions: [ConfigCheck.Read<JurisdictionReader.Reading>]
    /// Codes of all files, also of those that cannot be read.
    let configured: [String]

    func run() {
        let known = Set(configured + jurisdictions.flatMap(\.value.foreign).map(\.name.rawValue))
        for read in jurisdictions {
            for use in read.value.references {
                let code = use.name.rawValue
                guard code.isCountryCode, !known.contains(code) else { continue }
                let suggestion =
                    Self.customary[code].map { "; did you mean ‘\($0)’?" }
                    ?? Suggestion.text(for: code, among: known.sorted())
                let message = "‘\(code)’ is neither configured nor an authority that is known\(suggestion)"
                read.findings.error(message, at: use.place)
            }
        }
    }
}
