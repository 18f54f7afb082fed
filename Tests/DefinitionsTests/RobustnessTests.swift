import Chance
import Definitions
import Foundation
import Regulation
import Submissions
import Testing

@Suite("Whatever a file holds, reading it ends")
struct RobustnessTests {
    @Test("a shipped procedure, damaged anywhere, is read or refused with places inside the file")
    func procedures() throws {
        var random = Dice(seed: 42)
        for name in ["bundled-hub", "bundled-member", "national-review"] {
            let text = try shippedText("procedures/\(name).yaml")
            for _ in 0..<60 {
                let damaged = Self.damage(text, using: &random)
                let lines = damaged.split(separator: "\n", omittingEmptySubsequences: false).count
                do {
                    let file = SourceFile(path: "p.yaml", text: damaged)
                    _ = try ProcedureReader.procedure(from: file, including: shipped.fragments)
                } catch {
                    #expect(error.all.contains { $0.severity == .error })
                    let own = error.all.filter { $0.file == "p.yaml" }
                    #expect(own.allSatisfy { (1...lines + 1).contains($0.line) && $0.column >= 1 })
                    let others = error.all.filter { $0.file != "p.yaml" }
                    #expect(
                        others.allSatisfy { !$0.includedAt.isEmpty && $0.file.hasPrefix("\(shipped.path)/fragments/") }
                    )
                    #expect(error.all == error.all.sorted())
                }
            }
        }
    }

    @Test("so is a shipped jurisdiction")
    func jurisdictions() throws {
        var random = Dice(seed: 43)
        let zones = try shipped.zones()
        let text = try shippedText("jurisdictions/SG.yaml")
        for _ in 0..<100 {
            let file = SourceFile(path: "SG.yaml", text: Self.damage(text, using: &random))
            let found = defects { () throws(Diagnostics) in
                try JurisdictionReader.jurisdiction(from: file, zones: zones)
            }
            #expect(found.allSatisfy { $0.hasPrefix("SG.yaml:") })
        }
    }

    /// The text with a few lines lost, repeated, swapped or shortened.
    private static func damage(_ text: String, using random: inout Dice) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let index = Int.random(in: lines.indices, using: &random)
            let other = Int.random(in: lines.indices, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: lines.remove(at: index)
            case 1: lines.insert(lines[index], at: other)
            case 2: lines.swapAt(index, other)
            case 3: lines[index] = String(lines[index].prefix(lines[index].count / 2))
            default: lines[index] = String(lines[index].shuffled(using: &random))
            }
        }
        return lines.joined(separator: "\n")
    }
}
