import HTTPTypes
import Hummingbird

/// The cookie that holds the secret of a session: no script reads it, and no other site's form sends it.
enum SessionCookie {
    private static let name = "tasuki"

    /// What the request presents.
    static func secret(in request: Request) -> String? {
        for field in request.headers[values: .cookie] {
            for part in field.split(separator: ";") {
                let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                if pair.count == 2, pair[0] == name { return String(pair[1]) }
            }
        }
        return nil
    }

    static func setting(_ secret: String, seconds: Int64) -> String {
        "\(name)=\(secret); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
    }

    static let ending = "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
}
