import ArgumentParser
import Foundation
import Views

/// The option of commands that write files or the workspace itself, and record no event of a case.
struct DryRunOption: ParsableArguments {
    @Flag(help: "Say what would be written, after the same checks, and write nothing.")
    var dryRun = false
}

extension Labels {
    /// What a command says once it has written; of one that was rehearsed, that it would say so.
    func rehearsed(_ text: String, _ isDryRun: Bool) -> String {
        isDryRun ? self["rehearsal.nothing"] + "\n" + text : text
    }
}

/// A file or folder that a command writes, or only looks at in a rehearsal.
struct Destination {
    /// Why nothing can be written there.
    enum Obstacle: Error {
        case exists, unreachable
    }

    let path: String

    init(_ path: String) { self.path = path }

    /// Writes the file, in one step where it may take another's place; a rehearsal meets the same obstacles.
    func write(_ data: Data, over isForced: Bool, isDryRun: Bool) throws(Obstacle) {
        guard !isDryRun else { return try demandFile(over: isForced) }
        do {
            // Whether it is there is asked by the writing itself, so that nothing comes between.
            try data.write(to: URL(fileURLWithPath: path), options: isForced ? .atomic : .withoutOverwriting)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw .exists
        } catch {
            throw .unreachable
        }
    }

    /// Writes a text in the place of whatever is there.
    ///
    /// - Throws: ``Failure`` where it cannot be written.
    func put(_ text: String, _ isDryRun: Bool) throws {
        do {
            try write(Data(text.utf8), over: true, isDryRun: isDryRun)
        } catch {
            throw Failure(.noSuchThing, "\(path) cannot be written")
        }
    }

    private func demandFile(over isForced: Bool) throws(Obstacle) {
        let (files, place) = (FileManager.default, Places.absolute(path))
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: place, isDirectory: &isFolder) {
            guard isForced else { throw .exists }
            guard !isFolder.boolValue else { throw .unreachable }
        }
        let above = URL(fileURLWithPath: place).deletingLastPathComponent().path
        guard files.fileExists(atPath: above, isDirectory: &isFolder), isFolder.boolValue,
            files.isWritableFile(atPath: above)
        else { throw .unreachable }
    }

    /// Whether a folder is there that may be written to, or can be made with those that lead to it.
    var canBeFolder: Bool {
        let files = FileManager.default
        var place = URL(fileURLWithPath: Places.absolute(path))
        while !files.fileExists(atPath: place.path), place.path != "/" { place.deleteLastPathComponent() }
        var isFolder: ObjCBool = false
        return files.fileExists(atPath: place.path, isDirectory: &isFolder) && isFolder.boolValue
            && files.isWritableFile(atPath: place.path)
    }

    /// What the folder holds; nothing where there is none.
    var entries: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

    /// Does the work in a folder of its own that is gone afterwards.
    static func aside<Output>(_ work: (String) async throws -> Output) async throws -> Output {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tasuki-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await work(folder)
    }
}
