import Foundation
import Fuzzing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where an attacking process says how far it has come, for the one that watches it.
///
/// The first eight bytes are the number of the input that is being read, plus one; zero before the first. They are
/// written before the input is, so that they survive a trap.
final class Journal {
    private let path: String
    private let descriptor: Int32

    init(path: String) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT, 0o600)
    }

    deinit { close(descriptor) }

    /// The seeds are made; only from now on does silence mean that an input hangs.
    func ready() { write(0) }

    func note(_ number: UInt64) { write(number + 1) }

    private func write(_ number: UInt64) {
        var number = number
        _ = pwrite(descriptor, &number, 8, 0)
    }

    func finish(executions: UInt64, _ findings: [Attack.Finding]) throws {
        for (index, finding) in findings.enumerated() {
            try Data(finding.input).write(to: URL(filePath: "\(path).input-\(index)"))
        }
        let report = Report(
            executions: executions,
            findings: findings.map { .init($0.number, $0.violation.description) }
        )
        try JSONEncoder().encode(report).write(to: URL(filePath: "\(path).report"))
    }

    /// What a process that came to its end says.
    struct Report: Codable {
        struct Found: Codable {
            let number: UInt64
            let words: String

            init(_ number: UInt64, _ words: String) {
                self.number = number
                self.words = words
            }
        }

        let executions: UInt64
        let findings: [Found]
    }

    /// The number of the input that the process is at; nil before the first.
    static func position(_ path: String) -> UInt64? {
        guard let data = FileManager.default.contents(atPath: path), data.count >= 8 else { return nil }
        let number = data.prefix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
        return number == 0 ? nil : number - 1
    }

    static func report(_ path: String) -> Report? {
        FileManager.default.contents(atPath: "\(path).report").flatMap {
            try? JSONDecoder().decode(Report.self, from: $0)
        }
    }
}

/// Bounds that the system holds.
enum Limits {
    /// Past four gigabytes of addresses an allocation fails, which ends the process: a finding like any other.
    static func keepMemoryBounded() {
        var limit = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
        #if canImport(Glibc)
        setrlimit(__rlimit_resource_t(UInt32(RLIMIT_AS.rawValue)), &limit)
        #else
        setrlimit(RLIMIT_AS, &limit)
        #endif
    }
}
