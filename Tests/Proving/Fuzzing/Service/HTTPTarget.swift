import CanonicalJSON
import Engine
import HTTPTypes

extension FuzzTarget {
    /// Whole requests to the router, over a real workspace: paths, queries, headers and bodies.
    ///
    /// An input is a line `METHOD path`, lines `Name: value`, an empty line, and the body.
    static func http(_ files: SeedFiles) async throws -> FuzzTarget {
        let house = try await HTTPHouse()
        let words = HTTPSeeds.words + SeedFiles.words(of: HTTPSeeds.requests.map { Array($0.utf8) })
        return FuzzTarget(
            "http",
            form: .lines,
            seeds: HTTPSeeds.requests.map { Array($0.utf8) },
            words: words,
            limit: 1 << 16
        ) { bytes in
            guard let request = RawRequest(bytes) else { return }
            let answer = try Violation.never("every request is answered") { try house.answer(request) }
            try check(answer, request)
        }
    }

    private static func check(_ answer: HTTPHouse.Answer, _ request: RawRequest) throws {
        // Nothing that a request says is an internal fault.
        try Violation.unless(
            (200..<500).contains(answer.status),
            "no request makes the server fail",
            "\(answer.status) \(answer.text)"
        )
        try Violation.unless(
            answer.headers[.contentSecurityPolicy] != nil,
            "every answer keeps browsers from running anything"
        )
        guard answer.status >= 400 else { return }
        guard request.method != "HEAD" else {
            return try Violation.unless(answer.body.isEmpty, "an answer to HEAD has no body")
        }
        let problem = try Violation.never("a problem is JSON") { try JSONValue(parsing: answer.body) }
        try Violation.unless(
            problem["status"]?.integerValue == Int64(answer.status),
            "a problem states its status",
            answer.text
        )
        try Violation.unless(problem["code"]?.stringValue?.isEmpty == false, "a problem has a code", answer.text)
        try Violation.unless(
            answer.headers[.contentType] == "application/problem+json",
            "a problem says that it is one",
            answer.text
        )
        if answer.status != 500, answer.status != 404 {
            try Violation.unless(problem["title"]?.stringValue?.isEmpty == false, "a problem has a title", answer.text)
        }
    }
}

/// A request as an input spells it.
struct RawRequest {
    let method: String
    let path: String
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    init?(_ bytes: [UInt8]) {
        let newline = UInt8(ascii: "\n")
        let lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
        let first = String(decoding: lines.first ?? [], as: UTF8.self)
        let parts = first.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        method = String(parts[0])
        path = String(parts[1])
        let head = lines.dropFirst().prefix { !$0.isEmpty }
        headers = head.compactMap { line in
            let text = String(decoding: line, as: UTF8.self)
            guard let colon = text.firstIndex(of: ":") else { return nil }
            return (String(text[..<colon]), String(text[text.index(after: colon)...].drop { $0 == " " }))
        }
        body = Array(lines.dropFirst(head.count + 2).joined(separator: [newline]))
    }
}
