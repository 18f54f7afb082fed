import Submissions
import Testing

@Suite("Numbers and names are taken as their authorities write them")
struct WrittenCodeTests {
    @Test("letters and digits of any script, spaces, punctuation and signs")
    func accepted() {
        for text in [
            "衛部醫器製壹字第000123號", "제허 26-77 호", "国械注准20263210001", "จพ. 68-1-2-0001", "रजि. सं. एमडी-५/२०२६", "MD-5/2026 (A)",
            "№ 17 / B", "㈜가상의료", "30600BZX00123000", "KOMINFO: AKL 20504_26", "A+B", "サンプル株式会社", "x", "１２３",
            "Søn & Co.",
        ] {
            #expect(WrittenCode.defect(in: text) == nil, "\(text)")
        }
    }

    @Test("what cannot be seen is refused with its place, and so are pictures")
    func refused() {
        let texts: [(String, Unicode.Scalar, Int)] = [
            ("A\n1", "\n", 2), ("A\t1", "\t", 2), ("DE\u{200B}1", "\u{200B}", 3), ("\u{202E}1ED", "\u{202E}", 1),
            ("A\u{2066}1", "\u{2066}", 2), ("A\u{FEFF}", "\u{FEFF}", 2), ("A\u{0}", "\u{0}", 2),
            ("A\u{AD}B", "\u{AD}", 2),
            ("1\u{200D}2", "\u{200D}", 2), ("葛\u{E0100}", "\u{E0100}", 2), ("A\u{2028}B", "\u{2028}", 2),
            ("\u{3164}1", "\u{3164}", 1), ("A\u{E000}", "\u{E000}", 2), ("OK 😀", "😀", 4), ("A\u{7F}", "\u{7F}", 2),
        ]
        for (text, scalar, place) in texts {
            #expect(WrittenCode.defect(in: text) == .character(scalar, at: place), "\(text.debugDescription)")
        }
        #expect(WrittenCode.Defect.name(of: "\u{202E}") == "U+202E")
        #expect(WrittenCode.Defect.name(of: "\n") == "U+000A")
    }

    @Test("up to two hundred characters, of which one at least is a letter or digit")
    func length() {
        #expect(WrittenCode.defect(in: String(repeating: "號", count: 200)) == nil)
        #expect(WrittenCode.defect(in: String(repeating: "號", count: 201)) == .tooLong(201))
        for text in ["", " ", "-", "/ /", "…", "()", "＋"] {
            #expect(WrittenCode.defect(in: text) == .noLetterOrDigit, "\(text)")
        }
    }
}
