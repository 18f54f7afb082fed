package import CanonicalJSON
import Engine

/// Fields as people type them: `number=30800BZX1`, `questions.0.text=…`, over a JSON object from a file.
package struct FieldSettings {
    /// Deeper than any field, and well below what JSON may be nested.
    private static let depthLimit = 32

    package private(set) var fields: [String: JSONValue]

    /// - Throws: ``Failure`` that names the setting which cannot be read.
    package init(payload: [UInt8]?, settings: [String]) throws {
        fields = [:]
        if let payload {
            do {
                guard case .object(let object) = try JSONValue(parsing: payload) else {
                    throw Failure(.usage, "the payload must be a JSON object of fields")
                }
                fields = object
            } catch let defect as JSONDefect {
                throw Failure(.usage, "the payload is not JSON: \(defect)")
            }
        }
        for setting in settings {
            guard let equals = setting.firstIndex(of: "="), equals != setting.startIndex else {
                throw Failure(.usage, "--set takes FIELD=VALUE, not '\(setting)'")
            }
            let path = setting[..<equals].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard path.allSatisfy({ !$0.isEmpty }), path.count <= Self.depthLimit else {
                throw Failure(.usage, "'\(setting[..<equals])' is no path to a field")
            }
            let value = JSONValue.string(String(setting[setting.index(after: equals)...]))
            fields[path[0]] = try Self.set(value, at: path.dropFirst(), in: fields[path[0]], setting)
        }
    }

    private static func set(
        _ value: JSONValue,
        at path: ArraySlice<String>,
        in current: JSONValue?,
        _ setting: String
    ) throws -> JSONValue {
        guard let step = path.first else { return value }
        if let index = Int(step) {
            var list = current?.arrayValue ?? []
            guard index >= 0, index <= list.count else {
                throw Failure(
                    .usage,
                    "'\(setting)': the list has \(list.count) entries, so the next index is \(list.count)"
                )
            }
            let element = index < list.count ? list[index] : nil
            let updated = try set(value, at: path.dropFirst(), in: element, setting)
            if index < list.count { list[index] = updated } else { list.append(updated) }
            return .array(list)
        }
        var object = current?.objectValue ?? [:]
        object[step] = try set(value, at: path.dropFirst(), in: object[step], setting)
        return .object(object)
    }
}
