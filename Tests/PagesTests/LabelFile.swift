import Engine
import Foundation
import Views

/// The labels of the repository, read without a YAML library: two spaces a level, every text in double quotes.
enum LabelFile {
    static func labels(_ language: String) throws -> Labels {
        let text = try String(
            contentsOf: SourceFolder.root.appending(path: "Config/labels/\(language).yaml"),
            encoding: .utf8
        )
        var path: [String] = []
        var texts: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("#") {
            let depth = line.prefix { $0 == " " }.count / 2
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = line[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            path = path.prefix(depth) + [key]
            guard value.count >= 2, value.hasPrefix("\"") else { continue }
            texts[path.joined(separator: ".")] = String(value.dropFirst().dropLast()).replacing("\\\"", with: "\"")
        }
        return Labels(language: language, texts: texts)
    }
}
