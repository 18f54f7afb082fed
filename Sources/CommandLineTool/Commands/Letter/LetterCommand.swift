import ArgumentParser
import Views

struct LetterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Documents that came with events: letters of authorities, and what was sent to them.",
        subcommands: [LetterList.self, LetterShow.self, LetterSave.self, LetterConfirm.self, LetterDispute.self]
    )
}

/// A letter as people type it: `colon-cade#17`, or `colon-cade#17.2` for the second document of that event.
struct LetterArgument: ExpressibleByArgument {
    let id: Letter.ID

    init?(argument: String) {
        guard let id = Letter.ID(argument) else { return nil }
        self.id = id
    }
}

extension Workspace {
    /// The letter with its bytes.
    ///
    /// - Throws: ``Failure`` where the event has no such document.
    func letter(_ id: Letter.ID, _ labels: Labels) async throws -> (letter: Letter, bytes: [UInt8]) {
        if let found = try await tasuki.letter(id) { return found }
        throw Failure(.noSuchThing, labels.text("letters.none", id.description, "tasuki letter list \(id.submission)"))
    }
}
