import Definitions
import Scenarios
import TestSupport
import Testing

@testable import CommandLineTool

@Suite("Where a line of Japanese ends")
struct LineBreakingTests {
    @Test("nothing that closes or goes on begins a line, nothing that opens ends one, and a number keeps its counter")
    func rules() {
        for (text, width, lines) in [
            ("審査期間は、終了。", 10, ["審査期間", "は、終了。"]), ("データーの", 6, ["デー", "ターの"]),
            ("照会（回答待ち）", 6, ["照会", "（回答", "待ち）"]), ("遅くとも6月30日まで", 14, ["遅くとも6月", "30日まで"]),
            ("PMDA審査中です", 6, ["PMDA審", "査中で", "す"]), ("添付 application/pdf", 12, ["添付", "application/", "pdf"]),
            ("「はい」と答える", 8, ["「はい」", "と答える"]), ("承認* [4]です", 6, ["承認*", "[4]で", "す"]),
            ("AU オーストラリア", 15, ["AU", "オーストラリア"]),
        ] as [(String, Int, [String])] {
            #expect(TextWidth.wrap(text, to: width) == lines, "\(text)")
        }
    }

    @Test("holds for every label in every width, and nothing is lost")
    func labels() throws {
        let closing = Set("、。」』）］｝】〉》！？ー々")
        let opening = Set("「『（［｛【〈《")
        for (key, text) in try ConfigFolder(path: Repository.configuration).labels("ja") {
            for width in [24, 31, 40, 60, 78] {
                let lines = TextWidth.wrap(text, to: width)
                #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(key)")
                for (line, next) in zip(lines, lines.dropFirst()) {
                    #expect(line.last.map(opening.contains) != true, "\(key): \(line)")
                    #expect(next.first.map(closing.contains) != true, "\(key): \(next)")
                }
                #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= width }, "\(key)")
            }
        }
    }
}
