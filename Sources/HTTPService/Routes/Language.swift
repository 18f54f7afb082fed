import Hummingbird
import Views

/// The languages in which Tasuki speaks.
enum Language: String, CaseIterable {
    case english = "en"
    case japanese = "ja"

    /// The one that the request asks for, by `lang` or else by its headers.
    ///
    /// - Throws: ``RequestFault`` where `lang` names another.
    init(_ request: Request, _ query: Query) throws {
        guard let named = query["lang"] else {
            self = .accepted(by: request)
            return
        }
        guard let language = Language(rawValue: named) else { throw RequestFault.query("lang", .language) }
        self = language
    }

    /// As ``init(_:_:)``, where nothing of the request need be right.
    static func asked(by request: Request) -> Language {
        let named = request.uri.queryParameters.first { $0.key == "lang" }.flatMap {
            Language(rawValue: String($0.value))
        }
        return named ?? .accepted(by: request)
    }

    /// The first of `Accept-Language` in the order of its weights; English where none is known.
    static func accepted(by request: Request) -> Language {
        let ranges = (request.headers[.acceptLanguage] ?? "").split(separator: ",").prefix(32)
        var best: (language: Language, weight: Double)?
        for range in ranges {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let tag = parts.first, let language = Language(rawValue: String(tag.prefix { $0 != "-" })) else {
                continue
            }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            let weight = quality ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language ?? .english
    }

    func labels(_ words: any WordSource) throws -> Labels { try words.labels(rawValue) }
}
