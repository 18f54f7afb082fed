import Regulation

/// What the folders down to one place say about the documents in it.
struct FolderPlace {
    /// Relative to the dossier; empty for the dossier itself.
    private(set) var path = ""
    /// The deepest heading so far.
    private(set) var heading: HeadingCode?
    private(set) var jurisdiction: JurisdictionCode?
    /// Folders that are neither: the applicant's own order within a study.
    private(set) var free: [String] = []
    /// Whether a folder above is wrong already, so that nothing below it is held against the headings.
    private(set) var isBroken = false

    func path(of name: String) -> String { path.isEmpty ? name : path + "/" + name }

    /// Goes down into the folder `name`; the defect is the folder's own.
    func entering(
        _ name: String,
        table: HeadingTable,
        targets: Set<JurisdictionCode>
    ) -> (place: FolderPlace, defect: DossierDefect?) {
        var inner = self
        inner.path = path(of: name)
        if isBroken { return (inner, nil) }
        let defect = inner.read(name, table: table, targets: targets)
        inner.isBroken = defect != nil
        return (inner, defect)
    }

    private mutating func read(_ name: String, table: HeadingTable, targets: Set<JurisdictionCode>) -> DossierDefect? {
        switch FolderName(name, targets: targets) {
        case .heading(let code):
            if let heading, !heading.contains(code) { return .wrongNesting(path: path, code, inside: heading) }
            guard table.contains(code) else { return .unknownHeading(path: path, code) }
            heading = code
        case .malformedHeading:
            return .malformedHeading(path: path)
        case .jurisdiction(let code):
            if let jurisdiction, jurisdiction != code {
                return .twoJurisdictions(path: path, code, inside: jurisdiction)
            }
            jurisdiction = code
        case .otherCountry:
            return .notATarget(path: path, name)
        case .free:
            free.append(name)
        }
        return nil
    }
}

/// What the name of one folder means.
enum FolderName: Hashable {
    case heading(HeadingCode)
    /// It begins with `CH` and a digit, or with `CHAPTER`, but has no number that can be read.
    case malformedHeading
    case jurisdiction(JurisdictionCode)
    /// Two capital letters that are no country's, or a target in small letters.
    ///
    /// Taken for a free folder, either would make one country's document serve all of them.
    case otherCountry
    case free

    init(_ name: String, targets: Set<JurisdictionCode>) {
        if let code = Self.code(in: name) {
            self = .heading(code)
        } else if Self.looksLikeHeading(name) {
            self = .malformedHeading
        } else if name.utf8.count == 2, name.allSatisfy({ $0.isASCII && $0.isLetter }) {
            let isTarget = targets.contains(JurisdictionCode(name.uppercased()))
            let isCapital = name == name.uppercased()
            // A country that is no target yet keeps its documents for itself until it is one.
            let isCountry = isTarget || LanguageCodes.regions.contains(name.lowercased()) || Self.beside.contains(name)
            self =
                isCountry && isCapital
                ? .jurisdiction(JurisdictionCode(name)) : isTarget || isCapital ? .otherCountry : .free
        } else {
            self = .free
        }
    }

    /// What people write beside ISO 3166-1, which keeps both codes free for it.
    private static let beside: Set<String> = ["EU", "UK"]

    /// The heading that `name` begins with: `CH3.05.05`, `3.5.5`, `CHAPTER 3`, each alone or before words.
    private static func code(in name: String) -> HeadingCode? {
        let word = "chapter "
        let start =
            name.lowercased().hasPrefix(word) ? name.index(name.startIndex, offsetBy: word.count) : name.startIndex
        let end = name[start...].firstIndex { $0 == " " || $0 == "_" || $0 == "-" } ?? name.endIndex
        return HeadingCode(String(name[..<end]))
    }

    private static func looksLikeHeading(_ name: String) -> Bool {
        let small = name.lowercased()
        guard small.hasPrefix("ch") else { return false }
        return small.hasPrefix("chapter") || small.dropFirst(2).first.map { $0.isASCII && $0.isNumber } == true
    }
}
