package import CanonicalJSON
import Engine
package import Regulation

extension Fact {
    /// The columns of a fact for programs, in order.
    package static let columns = [
        "path", "value", "confidence", "asOf", "source", "url", "from", "until",
    ]

    /// The cells under ``columns``; nil where nothing is stated.
    package var cells: [String?] {
        [
            path, value, source.confidence.rawValue, source.asOf?.description, source.text, source.url,
            window.from?.description, window.until?.description,
        ]
    }

    package var json: JSONValue {
        .object(Dictionary(zip(Self.columns, cells.map { $0.map(JSONValue.string) ?? .null })) { first, _ in first })
    }
}
