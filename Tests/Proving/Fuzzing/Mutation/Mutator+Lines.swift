import Chance

extension Mutator {
    private static let newline = UInt8(ascii: "\n")

    /// Changes which lines there are, and in which order.
    func mutateLines(_ bytes: inout [UInt8], _ random: inout Dice) {
        var lines = bytes.split(separator: Self.newline, omittingEmptySubsequences: false).map(Array.init)
        let index = random.below(lines.count)
        switch random.below(6) {
        case 0: lines.remove(at: index)
        case 1: lines.insert(lines[index], at: random.below(lines.count + 1))
        case 2: lines.swapAt(index, random.below(lines.count))
        case 3: lines.removeSubrange(random.range(in: lines.count))
        case 4:
            let others = other(&random).split(separator: Self.newline)
            lines.insert(Array(random.element(others) ?? []), at: index)
        default: mutateText(&lines[index], &random)
        }
        bytes = Array(lines.joined(separator: [Self.newline]))
    }

    /// Changes a YAML text by its lines: keys, values, indentation, flow style, anchors.
    func mutateYAML(_ bytes: inout [UInt8], _ random: inout Dice) {
        var lines = bytes.split(separator: Self.newline, omittingEmptySubsequences: false).map(Array.init)
        let index = random.below(lines.count)
        switch random.below(10) {
        case 0, 1: return mutateLines(&bytes, &random)
        case 2: lines[index].insert(contentsOf: repeatElement(UInt8(ascii: " "), count: 1 + random.below(4)), at: 0)
        case 3: lines[index].removeFirst(min(lines[index].count, 1 + random.below(4)))
        case 4, 5:
            let other = lines[random.below(lines.count)]
            if let colon = colon(in: lines[index]), let another = self.colon(in: other) {
                lines[index] =
                    random.oneIn(3)
                    ? Array(other[..<another]) + lines[index][colon...]
                    : Array(lines[index][..<colon]) + other[another...]
            }
        case 6:
            guard let colon = colon(in: lines[index]) else { break }
            lines[index] = lines[index][...colon] + [UInt8(ascii: " ")] + word(&random)
        case 7:
            guard let colon = colon(in: lines[index]) else { break }
            lines[index] = lines[index][...colon] + Self.nest(lines[index][(colon + 1)...], &random)
        case 8:
            guard let colon = colon(in: lines[index]) else { break }
            lines[index].insert(contentsOf: Array((random.oneIn(2) ? " &a" : " *a").utf8), at: colon + 1)
        default:
            // The same key once more, with another value.
            guard let colon = colon(in: lines[index]) else { break }
            lines.insert(lines[index][...colon] + [UInt8(ascii: " ")] + word(&random), at: index)
        }
        bytes = Array(lines.joined(separator: [Self.newline]))
    }

    private func colon(in line: [UInt8]) -> Int? { line.firstIndex(of: UInt8(ascii: ":")) }

    private static func nest(_ value: ArraySlice<UInt8>, _ random: inout Dice) -> [UInt8] {
        let depth = [1, 2, 62, 63, 64, 65, 200, 2_000][random.below(8)]
        let (open, close) = random.oneIn(2) ? ("[", "]") : ("{a: ", "}")
        return Array((String(repeating: open, count: depth)).utf8) + value
            + Array(String(repeating: close, count: random.oneIn(8) ? 0 : depth).utf8)
    }
}
