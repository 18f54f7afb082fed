import ArgumentParser
import Definitions
import Foundation
import Views

struct ProcedureCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check procedures, and with a whole configuration everything that they refer to.",
        discussion: """
            Reports every defect as file:line:column. Exits 1 when one is an error. Without a path, the configuration \
            is checked whole: procedures, fragments, jurisdictions, calendars, headings and labels. Fragments that a \
            named file includes are looked for in the folder 'fragments' beside the file's own, or else in the \
            configuration.

            EXAMPLES
              tasuki procedure check
              tasuki procedure check my-procedures/
              tasuki procedure check my-procedure.yaml
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A file of a procedure or fragment, or a folder of them (default: the whole configuration).")
    var path: String?

    func run() async throws {
        let found = try global.reporting(nil) { () throws -> [Diagnostic] in
            guard let path else { return try global.configuration().check() }
            return Diagnostic.merged(
                try files(at: path).flatMap { ProcedureReader.defects(of: $0, including: fragments(beside: $0)) }
            )
        }
        let phrases = global.phrases
        for diagnostic in found { Terminal.print(phrases.translated(diagnostic.description)) }
        let errors = found.count { $0.severity == .error }
        Terminal.note(phrases.translated(errors == 0 ? "No defects." : "\(errors) defect\(errors == 1 ? "" : "s")."))
        if errors > 0 { throw ExitCode(Failure.Code.found.rawValue) }
    }

    private func fragments(beside file: SourceFile) -> Fragments {
        let parent = URL(filePath: file.path).deletingLastPathComponent().deletingLastPathComponent()
        let neighbour = ConfigFolder(path: parent.path)
        if neighbour.has("fragments") { return neighbour.fragments }
        return (try? global.configuration())?.fragments ?? Fragments.none
    }

    private func files(at path: String) throws -> [SourceFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure(.noSuchThing, "\(path) does not exist")
        }
        guard isFolder.boolValue else { return [try SourceFile.read(path)] }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        let files = try names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            .map { try SourceFile.read("\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\($0)") }
        guard !files.isEmpty else { throw Failure(.noSuchThing, "\(path) holds no YAML file") }
        return files
    }
}

extension SourceFile {
    /// A file that a person named on the command line.
    static func read(_ path: String) throws -> SourceFile {
        guard let text = String(validating: try Files.contents(path), as: UTF8.self) else {
            throw Failure(.usage, "\(path) is not text in UTF-8")
        }
        return SourceFile(path: path, text: text)
    }
}
