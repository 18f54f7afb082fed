import Chance
import TransparencyLog

extension Dice {
    mutating func leaves(count: Int) -> [Digest] {
        (0..<count).map { _ in MerkleHash.leaf(bytes(count: 8)) }
    }
}
