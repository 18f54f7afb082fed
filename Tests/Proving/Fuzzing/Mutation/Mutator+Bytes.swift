import Chance

extension Mutator {
    /// Changes bytes without knowing what they mean.
    func mutateBytes(_ bytes: inout [UInt8], _ random: inout Dice) {
        switch random.below(9) {
        case 0:
            guard !bytes.isEmpty else { return }
            bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
        case 1:
            guard !bytes.isEmpty else { return }
            bytes[random.below(bytes.count)] = UInt8(random.below(256))
        case 2: bytes.removeSubrange(random.range(in: bytes.count))
        case 3:
            let copied = Array(bytes[random.range(in: bytes.count)])
            bytes.insert(contentsOf: copied, at: random.below(bytes.count + 1))
        case 4: bytes.removeLast(bytes.count - random.below(bytes.count + 1))
        case 5: bytes.insert(contentsOf: word(&random), at: random.below(bytes.count + 1))
        case 6: bytes.replaceSubrange(random.range(in: bytes.count), with: word(&random))
        case 7: splice(&bytes, &random)
        default:
            let broken = random.element(Self.brokenText) ?? []
            bytes.insert(contentsOf: broken, at: random.oneIn(4) ? 0 : random.below(bytes.count + 1))
        }
    }

    /// A beginning of the input and an end of another seed, or a piece of that seed somewhere inside.
    private func splice(_ bytes: inout [UInt8], _ random: inout Dice) {
        let other = other(&random)
        if random.oneIn(2) {
            bytes.removeLast(bytes.count - random.below(bytes.count + 1))
            bytes += other.dropFirst(random.below(other.count + 1))
        } else {
            bytes.replaceSubrange(random.range(in: bytes.count), with: other[random.range(in: other.count)])
        }
    }
}
