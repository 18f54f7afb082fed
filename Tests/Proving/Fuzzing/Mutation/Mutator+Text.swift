import Chance

extension Mutator {
    /// Changes a text as an editor or another system might.
    func mutateText(_ bytes: inout [UInt8], _ random: inout Dice) {
        switch random.below(8) {
        case 0, 1: replaceNumber(in: &bytes, &random)
        case 2, 3: replaceWord(in: &bytes, &random)
        case 4:
            let isSingle = random.oneIn(3)
            bytes = bytes.flatMap { byte -> [UInt8] in
                guard byte == UInt8(ascii: "\n") else { return [byte] }
                return isSingle ? [UInt8(ascii: "\r")] : Array("\r\n".utf8)
            }
        case 5: bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
        case 6: repeatPiece(of: &bytes, &random)
        default: swapPieces(of: &bytes, &random)
        }
    }

    /// Puts a number from the edges, or a neighbour, in the place of one that stands there.
    private func replaceNumber(in bytes: inout [UInt8], _ random: inout Dice) {
        let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let range = run(in: bytes, of: isDigit, &random) else { return }
        let value = Int(String(decoding: bytes[range], as: UTF8.self))
        switch (value, random.below(4)) {
        case (let value?, 0) where value < Int.max: bytes.replaceSubrange(range, with: Array("\(value + 1)".utf8))
        case (let value?, 1): bytes.replaceSubrange(range, with: Array("\(value - 1)".utf8))
        case (_?, 2):
            let digit = UInt8(ascii: "0") + UInt8(random.below(10))
            bytes[range.lowerBound + random.below(range.count)] = digit
        default: bytes.replaceSubrange(range, with: word(&random))
        }
    }

    private func replaceWord(in bytes: inout [UInt8], _ random: inout Dice) {
        let isLetter: (UInt8) -> Bool = { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80 || byte == UInt8(ascii: "-")
        }
        guard let range = run(in: bytes, of: isLetter, &random) else { return }
        let another = random.oneIn(2) ? run(in: bytes, of: isLetter, &random).map { Array(bytes[$0]) } : nil
        bytes.replaceSubrange(range, with: another ?? word(&random))
    }

    /// Up to some thousands of copies of a short piece: what is nested, or only long.
    private func repeatPiece(of bytes: inout [UInt8], _ random: inout Dice) {
        let range = random.range(in: bytes.count)
        let piece = random.oneIn(2) ? word(&random) : Array(bytes[range].prefix(8))
        let room = max(0, limit - bytes.count) / max(1, piece.count)
        let count = min(room, [3, 20, 70, 130, 300, 5_000][random.below(6)])
        let copies = Array(repeatElement(piece, count: count).joined())
        bytes.insert(contentsOf: copies, at: range.lowerBound)
    }

    private func swapPieces(of bytes: inout [UInt8], _ random: inout Dice) {
        let first = random.range(in: bytes.count)
        let second = random.range(in: bytes.count)
        guard first.upperBound <= second.lowerBound else { return }
        let (left, right) = (Array(bytes[first]), Array(bytes[second]))
        bytes.replaceSubrange(second, with: left)
        bytes.replaceSubrange(first, with: right)
    }

    /// A run of such bytes, the next one from a place found by chance.
    private func run(
        in bytes: [UInt8],
        of isWanted: (UInt8) -> Bool,
        _ random: inout Dice
    ) -> Range<Int>? {
        let from = random.below(bytes.count)
        guard let start = bytes[from...].firstIndex(where: isWanted) ?? bytes.firstIndex(where: isWanted) else {
            return nil
        }
        let end = bytes[start...].firstIndex { !isWanted($0) } ?? bytes.count
        return start..<end
    }
}
