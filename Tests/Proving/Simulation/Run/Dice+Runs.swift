import Chance

extension Dice {
    /// Every choice of a run, so that a seed is a whole run; the seeds of neighbours are scattered.
    init(run seed: UInt64) { self.init(seed: seed &* 0xD134_2543_DE82_EF95 &+ 0x9E37_79B9_7F4A_7C15) }

    /// A few of the list in its order, at least one where there is one.
    mutating func some<Element>(of list: [Element]) -> [Element] {
        guard let sure = list.indices.randomElement(using: &self) else { return [] }
        return list.indices.filter { $0 == sure || chance(50) }.map { list[$0] }
    }
}
