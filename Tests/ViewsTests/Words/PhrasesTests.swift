import Testing
import Views

@Suite("Sentences of the program in another language")
struct PhrasesTests {
    private let phrases = Phrases([
        "the file is empty": "ファイルが空です",
        "{0} cannot be read": "{0}を読み取れません",
        "{0} cannot be read: {1}": "{0}を読み取れません。{1}",
        "{0} describes {1}, not {2}": "{0}は{1}の申請情報で、{2}のものではありません",
        "there is no route ‘{0}’{1}": "経路「{0}」{1}はありません",
        "; did you mean ‘{0}’?": "（「{0}」のことではありませんか）",
        "{0}:{1}:{2}: error: {3}": "{0}:{1}:{2}: エラー：{3}",
        "{0} [{1}]": "{0} [{1}]",
        "{0} of {1}": "{1}の{0}",
        "{0} is empty": "{0}が空です",
        "{0} unexpected arguments: '{1}'": "余分な引数が{0}個あります：「{1}」",
        "Error: {0}": "エラー：{0}",
    ])

    @Test("are found with what is filled in, and what is filled in is said in that language too")
    func slots() {
        #expect(phrases.translated("the file is empty") == "ファイルが空です")
        #expect(phrases.translated("a.yaml cannot be read") == "a.yamlを読み取れません")
        #expect(phrases.translated("a describes b, not c") == "aはbの申請情報で、cのものではありません")
        #expect(phrases.translated("name of x") == "xのname")
        #expect(
            phrases.translated("f.yaml:3:4: error: there is no route ‘relianc’; did you mean ‘reliance’?")
                == "f.yaml:3:4: エラー：経路「relianc」（「reliance」のことではありませんか）はありません"
        )
        #expect(phrases.translated("f cannot be read: the file is empty [x.y]") == "fを読み取れません。ファイルが空です [x.y]")
    }

    @Test("of two that fit, the one that says more counts; what none says stays, line by line")
    func choice() {
        #expect(phrases.translated("f cannot be read: why") == "fを読み取れません。why")
        #expect(phrases.translated("a/b.docx: the file is empty") == "a/b.docx: ファイルが空です")
        #expect(phrases.translated("Error: 2 unexpected arguments: 'y'") == "エラー：余分な引数が2個あります：「y」")
        #expect(phrases.translated("Error: the file is empty") == "エラー：ファイルが空です")
        #expect(phrases.translated("an unknown sentence") == "an unknown sentence")
        #expect(phrases.translated("unknown\nthe file is empty\n") == "unknown\nファイルが空です\n")
        #expect(Phrases([:]).translated("the file is empty") == "the file is empty")
    }

    @Test("end on texts that were made to go round in circles")
    func hostile() {
        let nested = String(repeating: "a of ", count: 200) + "b"
        #expect(phrases.translated(nested).hasSuffix("a"))
        #expect(phrases.translated(String(repeating: "[", count: 500) + "x]").hasSuffix("]"))
    }
}
