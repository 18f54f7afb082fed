extension DossierDefect: CustomStringConvertible {
    /// The path, what is wrong with it, and what can be done about it.
    package var description: String { "\(path): \(reason)" }

    private var reason: String {
        switch self {
        case .outsideHeadings:
            "it stands under no heading: move it into a folder named like CH2.04.01"
        case .unknownHeading(_, let heading):
            "the table of contents has no heading \(heading)"
        case .malformedHeading:
            "the folder begins like a heading, but a heading is written CH3.05.05 or CHAPTER 3, then a space and words"
        case .wrongNesting(_, let heading, let outer):
            "\(heading) does not belong inside \(outer); a folder that names no heading must not begin with a number"
        case .notATarget(_, let text):
            "‘\(text)’ looks like the folder of a country and is none: write the country's code in capital letters, or rename it"
        case .twoJurisdictions(_, let inner, let outer):
            "a folder of \(inner) inside one of \(outer): a document serves one country or all"
        case .empty:
            "the file is empty"
        case .tooLarge(_, let bytes, let limit):
            "\(bytes) bytes are more than the \(limit) allowed: split it or compress it"
        case .duplicate(_, let other):
            "it repeats \(other): keep one of them"
        case .unreadable(_, let number):
            SystemText.of(number)
        case .symbolicLink:
            "a symbolic link: put the file itself in its place"
        case .notAFile:
            "no ordinary file"
        case .leftover:
            "by its name no document, but what a program left there: take it away, or rename it if it is one"
        case .badName:
            "the name is not valid UTF-8 or holds characters that cannot be seen: rename it"
        }
    }
}

extension DossierDefects: CustomStringConvertible {
    /// A line for each defect.
    package var description: String { all.map(\.description).joined(separator: "\n") }
}
