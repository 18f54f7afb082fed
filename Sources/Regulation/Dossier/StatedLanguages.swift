/// In which languages documents are, as the applicant says where their names do not.
package struct StatedLanguages: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        case everywhere
        /// The heading and all below it, of one country's documents or of all.
        case heading(HeadingCode, JurisdictionCode?)
        /// A file, or a folder with all in it, as the dossier spells it.
        case path(String)
    }

    package struct Statement: Hashable, Sendable {
        package let place: Place
        /// A tag of BCP 47 in its usual form.
        package let language: String

        package init(place: Place, language: String) {
            self.place = place
            self.language = language
        }
    }

    package let statements: [Statement]

    package init(_ statements: [Statement] = []) { self.statements = statements }

    /// The language of one document: of all that was said the nearest counts, a file before its own name, its name before
    /// its folder, a folder before its heading.
    package func language(
        of path: String,
        under heading: HeadingCode,
        for jurisdiction: JurisdictionCode?,
        named: String?
    ) -> String? {
        var best: (rank: Rank, language: String)?
        for statement in statements {
            guard let rank = Rank(statement.place, path, heading, jurisdiction) else { continue }
            if best.map({ $0.rank < rank }) ?? true { best = (rank, statement.language) }
        }
        if best?.rank.kind == .file { return best?.language }
        return named ?? best?.language
    }
}

/// How near a statement is to a document; `nil` where it does not speak of it.
private struct Rank: Comparable {
    enum Kind: Int {
        case everywhere, heading, folder, file
    }

    let kind: Kind
    let depth: Int

    init?(
        _ place: StatedLanguages.Place,
        _ path: String,
        _ heading: HeadingCode,
        _ jurisdiction: JurisdictionCode?
    ) {
        switch place {
        case .everywhere: (kind, depth) = (.everywhere, 0)
        case .heading(let code, let country):
            guard code.contains(heading), country == nil || country == jurisdiction else { return nil }
            (kind, depth) = (.heading, 2 * code.numbers.count + (country == nil ? 0 : 1))
        // Two spellings of one name in Unicode are equal to a String, as they are to a person.
        case .path(let text) where text == path: (kind, depth) = (.file, 0)
        case .path(let text):
            guard path.hasPrefix(text + "/") else { return nil }
            (kind, depth) = (.folder, text.count)
        }
    }

    static func < (left: Rank, right: Rank) -> Bool {
        (left.kind.rawValue, left.depth) < (right.kind.rawValue, right.depth)
    }
}
