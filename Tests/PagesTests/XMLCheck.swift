import Foundation
import FoundationXML

/// Reads XML and keeps what its elements say; a document that is not well-formed leaves an error.
final class XMLCheck: NSObject, XMLParserDelegate {
    private(set) var elements: [String] = []
    private(set) var ids: [String] = []
    private(set) var attributes: [[String: String]] = []
    private(set) var text = ""
    private(set) var error: String?

    init(_ document: String) {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        if !parser.parse() {
            error = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "no document")"
        }
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(name)
        self.attributes.append(attributes)
        if let id = attributes["id"] { ids.append(id) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
