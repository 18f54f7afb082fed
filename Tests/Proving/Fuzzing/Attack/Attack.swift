/// A run of inputs against one target, inside this process.
package struct Attack {
    package struct Finding: Hashable, Sendable {
        /// The number of the input, or the last one of several that were looked at together.
        package let number: UInt64
        package let violation: Violation
        /// As short as it could be made in a few hundred attempts.
        package let input: [UInt8]
    }

    package let target: FuzzTarget
    package let seed: UInt64
    /// What an input may take of this process's time, where nothing else takes of it.
    private let slowest: Duration?
    private let mutator: Mutator

    /// Findings of one promise are one; after so many promises there is enough to do.
    private static let findingLimit = 5

    /// The promise that an input breaks which takes too long.
    private static let slowness = "an input is read in good time"

    package init(_ target: FuzzTarget, seed: UInt64, slowest: Duration? = nil) {
        self.target = target
        self.seed = seed
        self.slowest = slowest
        mutator = Mutator(target)
    }

    package func input(_ number: UInt64) -> [UInt8] { mutator.input(number, seed: seed) }

    /// What the input breaks; nil where every promise holds.
    package func violation(of input: [UInt8]) -> Violation? {
        let began = ProcessorTime.now
        do {
            try target.run(input)
        } catch let violation as Violation {
            return violation
        } catch {
            return Violation("only declared errors are thrown", "\(type(of: error)): \(error)")
        }
        guard let slowest else { return nil }
        let time = ProcessorTime.now - began
        return time > slowest ? Violation(Self.slowness, "\(time)") : nil
    }

    /// Goes through the inputs from `first` on, as many as `count`, or until `deadline` where one is given.
    ///
    /// `note` is called before each input, so that whoever watches knows which one it was if the process ends in it.
    package func run(
        from first: UInt64 = 0,
        count: UInt64,
        until deadline: ContinuousClock.Instant? = nil,
        note: (UInt64) -> Void = { _ in }
    ) -> (executions: UInt64, findings: [Finding]) {
        var findings: [Finding] = []
        var executions: UInt64 = 0
        while executions < count, findings.count < Self.findingLimit {
            if let deadline, ContinuousClock.now >= deadline { break }
            let number = first + executions
            note(number)
            executions += 1
            let input = input(number)
            guard let violation = violation(of: input) else { continue }
            guard !findings.contains(where: { $0.violation.promise == violation.promise }) else { continue }
            // What takes long is looked at a few times only.
            let least = Minimizer.least(input, attempts: violation.promise == Self.slowness ? 10 : 400) {
                self.violation(of: $0)?.promise == violation.promise
            }
            let words = self.violation(of: least) ?? violation
            findings.append(Finding(number: number, violation: words, input: least))
        }
        return (executions, findings)
    }
}
