import Testing

@testable import Views

@Suite("Which characters are as wide as two")
struct EastAsianWidthTests {
    @Test("ideographs, kana, Hangul and full-width forms are")
    func wide() {
        for scalar in "審査アか한、「（Ａ￥〄㊗㍿ㄅㆠꀀ龥豈𠮷𰻞𗀀𛀁".unicodeScalars {
            #expect(EastAsianWidth.isWide(scalar), "\(scalar.escaped(asASCII: true))")
        }
    }

    @Test("pictures are, and signs that only look like them are not")
    func pictures() {
        for scalar in "⌚⏰☔♿✅✨❌⭐🀄🆗🈁🍣👩🚀🟢🤖🫠".unicodeScalars {
            #expect(EastAsianWidth.isWide(scalar), "\(scalar.escaped(asASCII: true))")
        }
        for scalar in "✓✗✎⚑★☆●○■▲☎♪🌡🏋🕵".unicodeScalars {
            #expect(!EastAsianWidth.isWide(scalar), "\(scalar.escaped(asASCII: true))")
        }
    }

    @Test("letters of other scripts, half-width forms and what Unicode calls ambiguous are not")
    func narrow() {
        for scalar in "aé–…·→†─█αЖกีสำदคￊｱ￩〿ᅡᆨ".unicodeScalars {
            #expect(!EastAsianWidth.isWide(scalar), "\(scalar.escaped(asASCII: true))")
        }
    }

    @Test("ranges stand in order and apart, and are found from end to end", arguments: EastAsianWidth.ranges)
    func ends(_ range: ClosedRange<UInt32>) throws {
        let neighbours = [range.lowerBound - 1, range.lowerBound, range.upperBound, range.upperBound + 1]
        let answers = try neighbours.map { EastAsianWidth.isWide(try #require(Unicode.Scalar($0))) }
        #expect(answers == [false, true, true, false])
    }
}
