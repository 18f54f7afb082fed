import Definitions
import Foundation
import Regulation
import Submissions
import Testing
import TransparencyLog

@Suite("The digests to which cases are bound")
struct PinnedDigestTests {
    /// Not rewritten by any switch: whoever changes what a procedure decides writes its new digest here by hand.
    private static let golden = "\(shipped.path)/../Tests/Golden/procedure-pins.txt"

    @Test("however a shipped procedure is written, it decides what it decided: its pinned form has the same digest")
    func digests() throws {
        let kept = try String(contentsOfFile: Self.golden, encoding: .utf8).split(separator: "\n").map { line in
            line.split(separator: " ").map(String.init)
        }
        let procedures = try shipped.procedures().map(\.id)
        #expect(kept.map(\.first) == procedures.map(\.rawValue))
        for (id, line) in zip(procedures, kept) {
            let text = try #require(try ConfiguredDefinitions(folder: shipped).canonicalProcedure(id))
            #expect("sha256:\(Digest.sha256(of: Array(text.utf8)))" == line.last, "\(id)")
        }
    }
}
