import Foundation
import Fuzzing
import Synchronization

// Built only where TASUKI_LIBFUZZER is set, as it is linked with libFuzzer. The package manager names the entry point of
// a program itself, so the program begins here and hands over to libFuzzer's loop.

/// The target that the environment names, made once.
private let attacked: Attacked = {
    let environment = ProcessInfo.processInfo.environment
    let repository = environment["TASUKI_FUZZ_REPOSITORY"] ?? "."
    let name = environment["TASUKI_FUZZ_TARGET"] ?? ""
    do {
        guard let target = try FuzzTarget.core(name, SeedFiles(repository: repository))
        else { preconditionFailure("TASUKI_FUZZ_TARGET names no target: \(name)") }
        if let corpus = environment["TASUKI_FUZZ_CORPUS"] { try Attacked.write(target, to: corpus) }
        return Attacked(target: target)
    } catch {
        preconditionFailure("\(error)")
    }
}()

/// One target; libFuzzer calls it from one thread only, which the lock makes plain to the compiler.
private struct Attacked: ~Copyable, Sendable {
    private let target: Mutex<Box>

    private struct Box {
        let target: FuzzTarget
    }

    init(target: sending FuzzTarget) { self.target = Mutex(Box(target: target)) }

    func run(_ bytes: [UInt8]) {
        target.withLock { box in
            do {
                try box.target.run(bytes)
            } catch {
                preconditionFailure("broken: \(error)")
            }
        }
    }

    /// The seeds as files, which is how libFuzzer wants them, and the words beside them.
    static func write(_ target: FuzzTarget, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (index, seed) in target.seeds.enumerated() {
            try Data(seed.prefix(target.limit)).write(to: URL(filePath: "\(folder)/seed-\(index)"))
        }
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum Entry {
    static func main() {
        // Makes the target, and writes its seeds before libFuzzer reads them.
        attacked.run([])
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(
            runDriver(&count, &arguments) { start, count in
                attacked.run(Array(UnsafeBufferPointer(start: start, count: count)))
                return 0
            }
        )
    }
}
