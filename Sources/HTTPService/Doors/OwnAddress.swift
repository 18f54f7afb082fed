/// The names by which a request may call the server: those of this machine, with the server's port.
///
/// A page of a foreign site whose name was made to point here names itself, and is refused.
struct OwnAddress: Sendable {
    /// Zero where the system chose the port; then any is taken.
    let port: Int

    private static let hosts: Set = ["127.0.0.1", "localhost", "[::1]"]

    /// Whether `authority`, such as `localhost:8080`, is the server's.
    func isOwn(_ authority: String) -> Bool {
        let (host, given) = Self.split(authority.lowercased())
        guard Self.hosts.contains(host) else { return false }
        return port == 0 || (given ?? "80") == "\(port)"
    }

    /// Whether `origin`, such as `http://localhost:8080`, is the server's.
    func isOwn(origin: String) -> Bool {
        origin.lowercased().hasPrefix("http://") && isOwn(String(origin.dropFirst("http://".count)))
    }

    var description: String { "127.0.0.1:\(port)" }

    private static func split(_ authority: String) -> (host: String, port: String?) {
        let afterName = authority.lastIndex(of: "]") ?? authority.startIndex
        guard let colon = authority[afterName...].lastIndex(of: ":") else { return (authority, nil) }
        return (String(authority[..<colon]), String(authority[authority.index(after: colon)...]))
    }
}
