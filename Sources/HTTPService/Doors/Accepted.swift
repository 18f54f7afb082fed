import HTTPTypes
import Hummingbird

/// What `Accept` takes (RFC 9110, section 12.5.1); everything, where it is absent.
struct Accepted {
    private struct Range {
        let type: Substring
        let subtype: Substring
        let weight: Double

        /// How exactly it names the type; nil where it does not.
        func precision(_ type: Substring, _ subtype: Substring) -> Int? {
            if self.type == "*" { return 0 }
            guard self.type == type else { return nil }
            if self.subtype == "*" { return 1 }
            return self.subtype == subtype ? 2 : nil
        }
    }

    private let ranges: [Range]

    init(_ request: Request) {
        // More than that nobody means.
        ranges = (request.headers[.accept] ?? "").lowercased().split(separator: ",").prefix(64).compactMap { text in
            let parts = text.filter { $0 != " " && $0 != "\t" }.split(separator: ";")
            guard let names = parts.first?.split(separator: "/"), names.count == 2 else { return nil }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            return Range(type: names[0], subtype: names[1], weight: quality ?? 1)
        }
    }

    /// Whether a content type is taken, whatever its parameters.
    func takes(_ contentType: String) -> Bool { weight(of: contentType) > 0 }

    /// Whether pages are asked for by name, as a browser does where somebody follows a link.
    var prefersPages: Bool { ranges.contains { $0.type == "text" && $0.subtype == "html" && $0.weight > 0 } }

    /// The weight of the range that names it most exactly.
    private func weight(of contentType: String) -> Double {
        if ranges.isEmpty { return 1 }
        let names = contentType.lowercased().prefix { $0 != ";" }.split(separator: "/")
        guard names.count == 2 else { return 1 }
        let found = ranges.compactMap { range in range.precision(names[0], names[1]).map { ($0, range.weight) } }
        return found.max { $0.0 < $1.0 }?.1 ?? 0
    }
}
