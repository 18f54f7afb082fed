import Engine
import Regulation

/// Sources in the order in which they are cited, each once.
struct SourceNotes {
    private(set) var all: [Source] = []

    /// `[3]`.
    mutating func mark(_ source: Source) -> String {
        if let index = all.firstIndex(of: source) { return "[\(index + 1)]" }
        all.append(source)
        return "[\(all.count)]"
    }

    func lines(_ labels: Labels, width: Int) -> [String] {
        all.enumerated().flatMap { index, source in
            TextWidth.hanging("[\(index + 1)]", JurisdictionWords(labels: labels).source(source), to: width)
        }
    }
}
