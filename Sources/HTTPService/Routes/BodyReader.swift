import CanonicalJSON

/// Reads an object of a body, of which every member must be known.
struct BodyReader {
    private let members: [String: JSONValue]
    private let path: String

    init(_ json: JSONValue, at path: String, allowing known: [String]) throws {
        guard let members = json.objectValue else {
            throw RequestFault.member(path.isEmpty ? "$" : path, .object)
        }
        self.members = members
        self.path = path
        for name in members.keys.sorted() where !known.contains(name) {
            throw RequestFault.member(place(name), .unknown(known: known))
        }
    }

    /// The member, unless it is absent or null.
    func value(_ name: String) -> JSONValue? { members[name].flatMap { $0.isNull ? nil : $0 } }

    func text(_ name: String) throws -> String {
        guard let value = value(name) else { throw RequestFault.member(place(name), .missing) }
        guard let text = value.stringValue, !text.allSatisfy(\.isWhitespace) else {
            throw RequestFault.member(place(name), .text)
        }
        return text
    }

    func list(_ name: String) throws -> [JSONValue] {
        guard let value = value(name) else { return [] }
        guard let list = value.arrayValue else { throw RequestFault.member(place(name), .list) }
        return list
    }

    private func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
