import Definitions
import Dossiers
import Engine
import Regulation
import Sheets
import Submissions

/// What an import comes to: the commands that its rows ask for, in the order of their dates, and what was found.
struct ImportPlan {
    /// One command, with the row that asks for it.
    struct Step {
        enum Kind: Hashable { case open, file, letter, amend, track }

        let kind: Kind
        let row: SheetRow
        /// `nil` where it concerns the whole submission.
        let subject: String?
        /// `nil` for what comes before everything else.
        let date: PartialDate?
        /// The command; with a vault, after its documents were put there.
        let command: ((any DocumentVault)?) throws -> BatchCommand

        var submission: String { row["submission"] ?? "" }
    }

    /// A manifest that was made of rows, and the folder in which it is to be written, where one is named.
    struct Manifest {
        let text: [UInt8]
        let folder: String?
    }

    var book: Book
    private(set) var steps: [Step] = []
    private(set) var manifests: [Manifest] = []
    /// Rows that say what is recorded already.
    private(set) var known = 0

    var findings: [SheetFinding] { book.findings }
    var isClear: Bool { findings.isEmpty }
    var hasConflicts: Bool { findings.contains { !$0.isDoubt } }

    /// The rows about which something other than a doubt was found.
    var rowsToMend: Set<SheetFinding.Place> { Set(findings.filter { !$0.isDoubt }.map(\.place.ofRow)) }

    func count(_ kind: Step.Kind) -> Int { steps.count { $0.kind == kind } }

    mutating func add(_ step: Step) { steps.append(step) }
    mutating func add(_ manifest: Manifest) { manifests.append(manifest) }
    mutating func addKnown() { known += 1 }

    mutating func note(_ kind: SheetFinding.Kind, _ row: SheetRow, _ column: String? = nil) {
        book.note(kind, at: row.place(column))
    }

    /// Brings the steps into the order of their dates, and leaves out those that wait for a row that must be mended.
    mutating func order() {
        var last: [String: CivilDate] = [:]
        let keyed = steps.enumerated().map { place, step -> (date: CivilDate, order: Int, place: Int, step: Step) in
            let subject = "\(step.submission)/\(step.subject ?? "")"
            // What happened on a day that nobody knows follows what stands above it.
            let date = step.date.flatMap(Self.known) ?? (step.date == nil ? .earliest : last[subject] ?? .earliest)
            last[subject] = date
            return (date, step.kind == .open ? .min : step.row["order"].flatMap { Int($0) } ?? 0, place, step)
        }
        steps = keyed.sorted { ($0.date, $0.order, $0.place) < ($1.date, $1.order, $1.place) }.map(\.step)
        let defects = rowsToMend
        var blocked: [String: SheetRow] = [:]
        for row in SheetForm.Name.allCases.flatMap({ book[$0] }) where defects.contains(row.place()) {
            let subject = row.form == .letters ? "/\(row["case"] ?? "")" : ""
            // The first says best what the others wait for.
            let key = "\(row["submission"] ?? "")\(subject)"
            if blocked[key] == nil { blocked[key] = row }
        }
        var kept: [Step] = []
        for step in steps {
            let subject = step.subject.map { "/\($0)" } ?? ""
            guard let row = blocked[step.submission] ?? blocked[step.submission + subject] else {
                kept.append(step)
                continue
            }
            if !defects.contains(step.row.place()) { note(.waits(row: row.number, file: row.file), step.row) }
        }
        steps = kept
    }

    private static func known(_ date: PartialDate) -> CivilDate? {
        if date.earliest != .earliest { return date.earliest }
        return date.latest == .latest ? nil : date.latest
    }

    /// Takes in what became of the commands.
    mutating func take(_ answers: [BatchAnswer], _ words: (any Error, ProcedureID?) -> String) {
        for (step, answer) in zip(steps, answers) {
            switch answer {
            case .accepted: break
            case .refused(let error, of: let procedure): note(.refused(words(error, procedure)), step.row)
            case .waiting(let place): note(.waits(row: steps[place].row.number, file: steps[place].row.file), step.row)
            }
        }
    }
}
