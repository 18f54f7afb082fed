/// Takes away from an input what a finding does not need.
package enum Minimizer {
    /// A shorter input for which `stillFails` answers yes; `input` itself where none was found in so many attempts.
    ///
    /// Pieces are left out, half of the input first, single bytes last (Zeller's delta debugging, simplified).
    package static func least(
        _ input: [UInt8],
        attempts: Int,
        _ stillFails: ([UInt8]) -> Bool
    ) -> [UInt8] {
        var (best, left) = (input, attempts)
        var size = max(1, input.count / 2)
        while size >= 1 {
            var start = 0
            var isShorter = false
            while start < best.count {
                guard left > 0 else { return best }
                left -= 1
                var candidate = best
                candidate.removeSubrange(start..<min(start + size, best.count))
                if stillFails(candidate) {
                    best = candidate
                    isShorter = true
                } else {
                    start += size
                }
            }
            if size == 1, !isShorter { break }
            size = size == 1 ? 1 : size / 2
        }
        return best
    }
}
