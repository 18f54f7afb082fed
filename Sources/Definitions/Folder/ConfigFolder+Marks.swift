import Foundation

extension ConfigFolder {
    /// The names, sizes and times of change of the calendar files: what may show that one was edited.
    package func calendarMarks() -> String {
        calendarFiles().map { name, path in
            let found = try? FileManager.default.attributesOfItem(atPath: path)
            let time = (found?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(name) \((found?[.size] as? Int) ?? 0) \(Int64(time * 1_000_000))"
        }.joined(separator: "\n")
    }

    /// What the calendar files hold, in the order of their names.
    package func calendarBytes() throws -> [UInt8] {
        try calendarFiles().flatMap { name, path in
            Array("\(name)\n".utf8) + Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    private func calendarFiles() -> [(name: String, path: String)] {
        let folder = path + "/calendars"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { ($0, "\(folder)/\($0)") }
    }
}
