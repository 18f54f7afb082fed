import Engine
import Regulation
import Views

/// What every page begins and ends with.
struct PageFrame {
    let lang: String
    let title: String
    let css = PageStyle.text
    let skipText: String
    let homeHref: String
    let homeText: String
    let otherHref: String
    let otherLang: String
    let otherText: String
    let simulatedText: String?
    let adviceText: String
    let generatedText: String

    init(labels: Labels, title: String, links: PageLinks, isSimulated: Bool, asOf: Instant) {
        lang = labels.language
        self.title = title
        skipText = labels["page.skipToContent"]
        homeHref = links.home
        homeText = labels["page.home"]
        otherHref = links.otherLanguage
        otherLang = labels.language == "ja" ? "en" : "ja"
        otherText = labels["page.otherLanguage"]
        simulatedText = isSimulated ? labels.text("page.simulatedClock", asOf.utcText) : nil
        adviceText = labels["page.notLegalAdvice"]
        generatedText = labels.text("page.generated", asOf.utcText)
    }
}

/// Where the links of a page lead.
public struct PageLinks: Hashable, Sendable {
    public let home: String
    public let otherLanguage: String

    public init(home: String, otherLanguage: String) {
        self.home = home
        self.otherLanguage = otherLanguage
    }

    /// The addresses that the server gives its pages.
    public static func served(_ language: String) -> PageLinks {
        PageLinks(home: "/?lang=\(language)", otherLanguage: "?lang=\(language == "ja" ? "en" : "ja")")
    }
}

/// How good or bad something is, as a class of the style sheet; the words always say it too.
enum Level: String {
    case good, bad, wait, info, plain
}

/// A remark below a state or an approval.
struct Note {
    let noteText: String
    let noteTone: String

    init(_ text: String, _ level: Level) {
        noteText = text
        noteTone = level.rawValue
    }
}
