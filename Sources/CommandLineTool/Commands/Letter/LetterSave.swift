import ArgumentParser
import Foundation
import Regulation
import Views

struct LetterSave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract: "Write one document out of the vault.",
        discussion: """
            The bytes are those that came, held against the digest in the log. Without --to the file gets the name \
            with which it came, made safe, in this folder. What is there already is left as it is unless --force is given.

            EXAMPLES
              tasuki letter save colon-cade#17
              tasuki letter save colon-cade#17 --to letters/hsa-acceptance.pdf
              tasuki letter save colon-cade#17 --to -
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption

    @Argument(help: "The letter, such as colon-cade#17, as 'tasuki letter list' names it.")
    var letter: LetterArgument

    @Option(help: "The file to write, a folder in which to write it, or - for standard output.")
    var to: String?

    @Flag(help: "Write over a file that is there already.")
    var force = false

    func run() async throws {
        try await global.run { workspace, labels in
            let (letter, bytes) = try await workspace.letter(letter.id, labels)
            if to == "-", !rehearsal.dryRun {
                FileHandle.standardOutput.write(Data(bytes))
                return
            }
            let path = path(for: letter)
            if path != "-" { try write(Data(bytes), to: path, labels) }
            let saved = labels.text("letters.saved", path, "\(bytes.count)", letter.digest.rawValue)
            Terminal.print(labels.rehearsed(saved, rehearsal.dryRun))
        }
    }

    private func path(for letter: Letter) -> String {
        let name = SafeFileName.of(letter.name ?? "", else: String(letter.digest.rawValue.prefix(16)))
        guard let to else { return name }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: to, isDirectory: &isFolder)
        return exists && isFolder.boolValue ? (to.hasSuffix("/") ? to : to + "/") + name : to
    }

    private func write(_ data: Data, to path: String, _ labels: Labels) throws {
        do {
            try Destination(path).write(data, over: force, isDryRun: rehearsal.dryRun)
        } catch {
            switch error {
            case .exists: throw Failure(.refused, labels.text("letters.exists", path))
            case .unreachable: throw Failure(.noSuchThing, labels.text("letters.notWritten", path))
            }
        }
    }
}
