import Testing

@testable import Accounts

@Suite("Secrets") struct SecretTests {
    @Test("A secret is 256 bits in base64url, and is told from others by how it begins")
    func form() throws {
        let secret = Secret(.token) { Array(repeating: 0xFF, count: $0) }
        #expect(secret.text == "tsk_" + String(repeating: "_", count: 42) + "8")
        let counting = Secret(.link) { (0..<UInt8($0)).map(\.self) }
        #expect(counting.text == "tsl_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
        #expect(Secret(.link, presented: counting.text)?.digest == counting.digest)
        #expect(Secret(.token, presented: counting.text) == nil)
    }

    @Test(
        "What cannot be a secret is none",
        arguments: ["", "tsk_", "tsk_short", "tsk_" + String(repeating: "é", count: 43)]
    )
    func malformed(text: String) { #expect(Secret(.token, presented: text) == nil) }
}
