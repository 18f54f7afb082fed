import Foundation
import Fuzzing
import Testing

@Suite("Whatever comes from outside, reading it ends and keeps its promises")
struct FuzzingTests {
    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    private static let files = SeedFiles(repository: repository)

    @Test("inputs that once broke something break nothing any more")
    func regressions() async throws {
        let folder = "\(Self.repository)/Tests/FuzzingTests/Regressions"
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let target = try #require(try await FuzzCatalogue.target(name, Self.files), "no target \(name)")
            for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)").sorted() {
                let input = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)/\(file)")))
                let violation = Attack(target, seed: 0).violation(of: input, slowest: .seconds(20))
                #expect(violation == nil, "\(name)/\(file)")
                count += 1
            }
        }
        #expect(count > 0)
    }

    @Test("inputs for each target, the same each time, break nothing")
    func shortAttack() async throws {
        for target in try FuzzTarget.core(Self.files) { try attack(target) }
        for name in FuzzCatalogue.serviceNames {
            try attack(try #require(try await FuzzCatalogue.target(name, Self.files)))
        }
    }

    private func attack(_ target: FuzzTarget) throws {
        #expect(!target.seeds.isEmpty, "\(target.name)")
        // Forty behind the seeds in any case, then as many as a moment allows.
        let first = UInt64(target.seeds.count)
        let (executions, certain) = Attack(target, seed: 42).run(from: first, count: 40)
        let deadline = ContinuousClock.now + .milliseconds(250)
        let more = Attack(target, seed: 42).run(from: first + executions, count: 400, until: deadline).findings
        let findings = certain + more
        #expect(executions > 0, "\(target.name)")
        // How long something takes says nothing beside other tests.
        for finding in findings where finding.violation.promise != Attack.slowness {
            Issue.record("\(target.name), input \(finding.number): \(finding.violation)")
        }
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
