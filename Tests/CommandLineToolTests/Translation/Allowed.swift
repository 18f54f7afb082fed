/// English that needs no Japanese, each kind with its reason.
enum Allowed {
    /// Files in which no text is for people to read as a sentence.
    private static let files: [(suffix: String, reason: String)] = [
        ("GuardNotation.swift", "the notation of conditions, as procedures are written"),
        ("MermaidDiagram.swift", "the notation of Mermaid"),
        ("LanguageCodes.swift", "codes of languages and countries"),
        ("Money+Text.swift", "codes of currencies"),
        ("FileLeftover.swift", "names of files that systems leave"),
        ("ReadMe.swift", "commands of a shell"),
        ("BagPath.swift", "the declaration that RFC 8493 prescribes"),
        ("CalendarFeed.swift", "the identifier that RFC 5545 prescribes"),
        ("HeaderMiddleware.swift", "headers of HTTP"),
        ("Reply.swift", "media types"),
        ("SessionCookie.swift", "a cookie of HTTP"), ("Access/Access.swift", "methods and paths of HTTP"),
        ("DeadlineService.swift", "the server's own journal"),
        ("ProblemMiddleware.swift", "the server's own journal"),
        ("Retracing.swift", "what is wrong with a record is told under a label"),
        ("CountingLaw+Text.swift", "the notation of rules of counting, as Config writes them"),
        ("TimelinePicture.swift", "names of fonts and of parts of a picture"),
        ("SVGWriter.swift", "names of fonts"),
        ("Tile.swift", "names of styles"),
        ("DescribedManifest.swift", "YAML that is written"), ("ManifestDraft.swift", "YAML that is written"),
        ("SheetForm.swift", "a sample row of the form"),
        ("ProgressLine.swift", "a line of which the words are given"),
        ("Mark.swift", "drawing"), ("Tone.swift", "drawing"),
        ("TemplateLibrary.swift", "faults of the program, and the notation of Mustache"),
        ("CachedDefinitions.swift", "keys under which readings are kept"),
        ("Workspace/RememberedReading.swift", "keys under which readings are kept"),
    ]

    /// Folders likewise.
    private static let folders: [(prefix: String, reason: String)] = [
        ("SQLiteStore/", "SQL, and reasons for whoever mends a database; the remedy of each is a phrase"),
        ("Engine/Audit/", "places of entries, in figures"),
        ("Submissions/", "what differs where a submission is replayed, for whoever mends the program"),
        ("Statecharts/", "what differs where a chart is replayed, for whoever mends the program"),
        ("TransparencyLog/", "faults of the program, which end it"),
        ("Engine/Projections/", "what differs where a submission is replayed, for whoever mends the program"),
        ("Views/Facts/", "paths and values of facts, as Config writes them"),
        ("Definitions/Catalogue/Catalogue+", "forms of YAML"),
    ]

    /// Texts likewise, by what they are.
    private static var texts: [(pattern: Regex<Substring>, reason: String)] {
        [
            (/^tasuki [a-z].*|^Tasuki \{0\}/, "a command, or the name of the program"),
            (/^-?-[a-z].*'\{0\}'$/, "an option with its value"),
            (/^\{ .* \}$/, "a form of YAML"),
            (/^\{0\} UTC$|^n = \{0\}$/, "figures"),
            (/^heads:.*/, "the place of a line"),
            (/^ *(?:- )?(?:jurisdiction|number|grantedOn|basis|claims|version): \S.*$/, "YAML, as an example"),
            (/^CHAPTER \{0\}/, "a heading of the IMDRF Table of Contents"),
            (/.*image\/svg.*|.*charset=.*/, "a media type"),
            (/^Bearer realm=.*/, "a challenge of HTTP"),
            (/^\{0\} \([^a-z]*\{1\}\)/, "figures"),
        ]
    }

    /// What ends the program is a fault of the program, and is read by whoever mends it.
    private static let contexts = ["preconditionFailure(", "precondition(", "ProgressLine("]

    static func isAllowed(_ literal: SourceLiterals.Literal, in file: String) -> Bool {
        files.contains { file.hasSuffix($0.suffix) } || folders.contains { file.hasPrefix($0.prefix) }
            || contexts.contains { literal.context.contains($0) }
            || isNotation(literal.text)
    }

    /// Whether a text, or a line of one, is no sentence.
    static func isNotation(_ text: String) -> Bool { texts.contains { text.prefixMatch(of: $0.pattern) != nil } }

    /// Labels whose Japanese is in Latin letters.
    static let labels: Set<String> = []

    /// Names of files in what is printed, and other words that are nobody's sentence.
    static let outputs: [String: String] = ["SG Application form": "the name of a file"]

    /// Outputs that are written in a notation.
    static let goldens: [String: String] = ["procedure-show-ja.txt": "the notation of conditions"]

    /// Labels whose English has a word in another meaning, each with that meaning.
    static let terms: [String: String] = [
        "states.registration.cancelled": "of a registration", "clock.due": "the target of a review clock",
        "form.meanings.action": "the id of an action",
    ]
}
