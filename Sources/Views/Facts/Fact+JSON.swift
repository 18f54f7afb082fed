public import CanonicalJSON
import Engine
public import Regulation

extension Fact {
    /// The columns of a fact for programs, in order.
    public static let columns = [
        "path", "value", "confidence", "asOf", "source", "url", "from", "until",
    ]

    /// The cells under ``columns``; nil where nothing is stated.
    public var cells: [String?] {
        [
            path, value, source.confidence.rawValue, source.asOf?.description, source.text, source.url,
            window.from?.description, window.until?.description,
        ]
    }

    public var json: JSONValue {
        .object(Dictionary(zip(Self.columns, cells.map { $0.map(JSONValue.string) ?? .null })) { first, _ in first })
    }
}
