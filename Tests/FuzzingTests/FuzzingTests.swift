import Foundation
import Fuzzing
import Testing

@Suite("Whatever comes from outside, reading it ends and keeps its promises", .timeLimit(.minutes(30)))
struct FuzzingTests {
    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    private static let files = SeedFiles(repository: repository)

    @Test("inputs that once broke something break nothing any more")
    func regressions() async throws {
        let folder = "\(Self.repository)/Tests/FuzzingTests/Regressions"
        let count = try await withTaskExecutorPreference(AttackThread()) {
            var count = 0
            for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
                let target = try #require(try await FuzzCatalogue.target(name, Self.files), "no target \(name)")
                for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)").sorted() {
                    let input = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)/\(file)")))
                    #expect(Attack(target, seed: 0).violation(of: input) == nil, "\(name)/\(file)")
                    count += 1
                }
            }
            return count
        }
        #expect(count > 0)
    }

    @Test("inputs for each target, the same each time, break nothing")
    func shortAttack() async throws {
        try await withTaskExecutorPreference(AttackThread()) {
            for target in try FuzzTarget.core(Self.files) { try attack(target) }
            for name in FuzzCatalogue.serviceNames {
                try attack(try #require(try await FuzzCatalogue.target(name, Self.files)))
            }
        }
    }

    private func attack(_ target: FuzzTarget) throws {
        #expect(!target.seeds.isEmpty, "\(target.name)")
        let attack = Attack(target, seed: 42)
        let first = UInt64(target.seeds.count)
        let count = count(of: attack, from: first)
        let (executions, findings) = attack.run(from: first, count: count)
        #expect(executions == count || !findings.isEmpty, "\(target.name)")
        for finding in findings {
            Issue.record("\(target.name), input \(finding.number): \(finding.violation)")
        }
    }

    /// How many inputs behind the seeds: forty in any case, then until they come to 100 kB, four hundred at most.
    private func count(of attack: Attack, from first: UInt64) -> UInt64 {
        var (count, bytes): (UInt64, Int) = (0, 0)
        while count < 40 || count < 400 && bytes < 100_000 {
            bytes += attack.input(first + count).count
            count += 1
        }
        return count
    }

    @Test("an input is known by its seed and its number, and most differ")
    func determinism() throws {
        for target in try FuzzTarget.core(Self.files) {
            let (first, second) = (Attack(target, seed: 7), Attack(target, seed: 7))
            let inputs = (0..<20).map { first.input($0) }
            #expect(inputs == (0..<20).map { second.input($0) }, "\(target.name)")
            #expect(inputs.allSatisfy { $0.count <= target.limit })
            #expect(Set((1_000..<1_020).map { first.input($0) }).count > 10, "\(target.name)")
        }
    }

    @Test("a broken promise is found, and its input made short")
    func finding() throws {
        let target = FuzzTarget("sample", form: .text, seeds: [Array("a quiet text".utf8)], words: ["!"]) { bytes in
            try Violation.unless(!bytes.contains(UInt8(ascii: "!")), "no text shouts")
        }
        let found = Attack(target, seed: 1).run(count: 2_000).findings
        #expect(found.map(\.violation.promise) == ["no text shouts"])
        #expect(found.first?.input == [UInt8(ascii: "!")])
    }
}
