import Engine
import Regulation
import Views

/// What every page begins and ends with.
struct PageFrame: TemplateModel {
    let lang: String
    let title: String
    let css = Rendered(renderText: StyleSheet.page)
    let homeHref: String
    let otherHref: String
    let otherLang: String
    let simulatedText: String?
    let generatedText: String?
    /// Who is signed in; nil where nobody is asked.
    let accountText: String?

    init(labels: Labels, title: String, links: PageLinks, isSimulated: Bool, asOf: Instant, zone: Zone) {
        self.init(
            labels: labels,
            title: title,
            links: links,
            simulated: isSimulated ? labels.text("page.simulatedClock", zone.clockText(asOf)) : nil,
            generated: labels.text("page.generated", zone.clockText(asOf))
        )
    }

    /// Of a page that tells nothing of any moment.
    init(labels: Labels, title: String, links: PageLinks, simulated: String? = nil, generated: String? = nil) {
        lang = labels.language
        self.title = title
        homeHref = links.home
        otherHref = links.otherLanguage
        otherLang = labels.language == "ja" ? "en" : "ja"
        simulatedText = simulated
        generatedText = generated
        accountText = links.account
    }
}

/// Where the links of a page lead.
package struct PageLinks: Hashable, Sendable {
    package let home: String
    package let otherLanguage: String
    /// Where the dates of the submission are explained, with a query to which that of one is added; nil where they are not.
    package let dates: String?
    /// Who is signed in, in words.
    package let account: String?

    package init(home: String, otherLanguage: String, dates: String? = nil, account: String? = nil) {
        self.account = account
        self.home = home
        self.otherLanguage = otherLanguage
        self.dates = dates
    }

    /// The addresses that the server gives its pages.
    package static func served(_ language: String, account: String? = nil) -> PageLinks {
        PageLinks(
            home: "/?lang=\(language)",
            otherLanguage: "?lang=\(language == "ja" ? "en" : "ja")",
            account: account
        )
    }
}

/// How good or bad something is, as a class of the style sheet; the words always say it too.
enum Level: String {
    case good, bad, wait, info, plain
}

/// A remark below a state or an approval.
struct Note: TemplateModel {
    let noteText: String
    let noteTone: String

    init(_ text: String, _ level: Level) {
        noteText = text
        noteTone = level.rawValue
    }
}
