import Engine
import Regulation
import Views

/// The sources of one block, each listed once and cited by its number.
struct SourceList {
    private(set) var sources: [Source] = []

    /// ` [2]`: how the text cites the source.
    mutating func mark(_ source: Source) -> String { " " + number(source) }

    /// `[2]`, for a cell of its own.
    mutating func number(_ source: Source) -> String {
        if !sources.contains(source) { sources.append(source) }
        return "[\((sources.firstIndex(of: source) ?? 0) + 1)]"
    }

    /// The list; an address stands whole on a line of its own, so that it can be followed.
    func lines(_ labels: Labels) -> [(mark: String, text: String, address: String?)] {
        sources.enumerated().map { number, source in
            let parts = [
                labels.said(source.text), source.asOf?.description, labels["confidence.\(source.confidence.rawValue)"],
            ]
            let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
            return ("[\(number + 1)]", text, source.url.map { "<\($0)>" })
        }
    }

    /// The same as lines of at most `width` columns, addresses apart.
    func lines(_ labels: Labels, width: Int) -> [String] {
        lines(labels).flatMap { source in
            TextWidth.hanging(source.mark, source.text, to: width)
                + (source.address.map { [String(repeating: " ", count: source.mark.count + 1) + $0] } ?? [])
        }
    }
}
