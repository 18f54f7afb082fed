import Accounts
import CanonicalJSON
import Hummingbird
import NIOCore
import NIOHTTP1
import Regulation
import Submissions

// What the bodies of all commands have in common.
extension BodyReader {
    static func bytes(of request: Request, upTo limit: Int) async throws -> [UInt8] {
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.filter { $0 != " " }
        guard type.lowercased() == "application/json" else { throw RequestFault.unsupportedMediaType }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw RequestFault.tooLarge(limit: limit)
        }
        do {
            return Array(try await request.body.collect(upTo: limit).readableBytesView)
        } catch is HTTPParserError {
            // No fault of the server's: who sent it went away.
            throw RequestFault.brokenOff
        }
    }

    init(parsing bytes: [UInt8], allowing known: [String]) throws {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: bytes)
        } catch {
            throw RequestFault.malformedJSON(at: error.offset)
        }
        try self.init(json, at: "", allowing: known)
    }

    /// Who does it: whom the request says, where nobody checks that; else the account, in one of its capacities.
    func actor(by caller: Caller) throws -> Actor {
        guard case .admitted(let admission) = caller else {
            return Actor(person: PersonID(try text("by")), capacity: try capacity(), isAuthenticated: false)
        }
        if value("by") != nil, try text("by") != admission.person.rawValue {
            throw RequestFault.member("by", .own(admission.person.rawValue))
        }
        // Who has one capacity need not name it.
        let only = admission.capacities.count == 1 ? admission.capacities.first : nil
        let capacity = try value("as") == nil ? only ?? capacity() : capacity()
        guard admission.capacities.contains(capacity) else {
            throw RequestFault.member("as", .own(admission.capacities.map(\.description).joined(separator: ", ")))
        }
        return Actor(person: admission.person, capacity: capacity, isAuthenticated: true)
    }

    private func capacity() throws -> Actor.Capacity {
        guard let capacity = Actor.Capacity(try text("as")) else { throw RequestFault.member("as", .capacity) }
        return capacity
    }

    func date(_ name: String) throws -> PartialDate? {
        try value(name).map { value in
            let text = value.stringValue ?? value.integerValue.map { "\($0)" } ?? ""
            guard value.stringValue != nil, let date = PartialDate(text) else {
                throw RequestFault.member(name, .date(text))
            }
            return date
        }
    }
}
