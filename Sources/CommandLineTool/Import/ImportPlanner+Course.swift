import Definitions
import Dossiers
import Engine
import Foundation
import Regulation
import Sheets
import Submissions
import Views

// What neither a case nor a letter tells: the first manifest, amendments, filings of their own folder, tracks.
extension ImportPlanner {
    /// The role that the row names, else the applicant.
    func actor(of row: SheetRow) throws -> Actor {
        guard let text = row["as"] else { return actor }
        guard let capacity = Actor.Capacity(text) else {
            throw Failure(.usage, "--as takes 'applicant' or ROLE@BODY such as officer@HSA, not '\(text)'")
        }
        return Actor(person: actor.person, capacity: capacity)
    }

    /// With what the submission is opened: the manifest of its step `open`, else the one it has now.
    mutating func opening(
        _ name: String,
        _ manifest: SubmissionManifest,
        _ text: [UInt8]
    ) async throws -> (SubmissionManifest, SubmissionOpened, [UInt8])? {
        guard let row = plan.book.rows(.steps, of: name).first(where: { $0["step"] == "open" }) else {
            return (manifest, try await workspace.facts(of: manifest, text), text)
        }
        guard let stated = stated(by: row) else { return nil }
        return (stated.manifest, try await workspace.facts(of: stated.manifest, stated.text), stated.text)
    }

    /// The command of a step, unless it is recorded already.
    mutating func step(_ row: SheetRow, _ recorded: RecordedSubmission?) async throws {
        guard let date = row.date("date"), let step = row["step"], let name = row["submission"] else { return }
        do {
            switch step {
            case "open": if recorded != nil { plan.addKnown() }
            case "amend": try await amend(row, SubmissionName(name), date, recorded)
            case "file": file(row, SubmissionName(name), date, recorded)
            case "track": try track(row, SubmissionName(name), date, recorded)
            case "bundle": try bundle(row, SubmissionName(name), date, recorded)
            default: plan.note(.refused(labels.text("import.noStep", step)), row, "step")
            }
        } catch let failure as Failure {
            plan.note(.refused(words(failure)), row)
        }
    }

    private mutating func amend(
        _ row: SheetRow,
        _ name: SubmissionName,
        _ date: PartialDate,
        _ recorded: RecordedSubmission?
    ) async throws {
        guard let (manifest, text) = stated(by: row) else { return }
        let new = try await workspace.facts(of: manifest, text)
        if let recorded, recorded.course.statements.contains(where: { $0.manifest == new.manifest && $0.date == date })
        {
            return plan.addKnown()
        }
        let actor = try actor(of: row)
        plan.add(
            .init(kind: .amend, row: row, subject: nil, date: date) { vault in
                _ = try vault?.put(text)
                return .amend(new, by: actor, on: date)
            }
        )
    }

    private mutating func file(
        _ row: SheetRow,
        _ name: SubmissionName,
        _ date: PartialDate,
        _ recorded: RecordedSubmission?
    ) {
        let codes = row.names("country").map { JurisdictionCode($0) }
        guard !codes.isEmpty else { return plan.note(.missing, row, "country") }
        let known = recorded?.filings.contains { Set($0.countries) == Set(codes) && $0.dates.contains(date) } ?? false
        if known { return plan.addKnown() }
        guard let path = folder(of: row), let (manifest, _) = stated(by: row),
            let dossier = dossier(in: path, manifest, row)
        else { return }
        let (revision, entries, actor) = (dossier.revision.digest, dossier.entries, actor)
        plan.add(
            .init(kind: .file, row: row, subject: nil, date: date) { vault in
                if let vault { _ = try dossier.store(in: vault) }
                return .file(name, revision: revision, entries: entries, for: codes, by: actor, on: date)
            }
        )
    }

    private mutating func track(
        _ row: SheetRow,
        _ name: SubmissionName,
        _ date: PartialDate,
        _ recorded: RecordedSubmission?
    ) throws {
        guard let track = row["track"], let code = row.names("country").first else {
            return plan.note(.missing, row, row["track"] == nil ? "track" : "country")
        }
        let isKnown = recorded?.course.tracks.contains { known in
            known.track.rawValue == track && known.country.rawValue == code && known.dates.contains(date)
                && (row["case"] ?? known.name.rawValue) == known.name.rawValue
        }
        if isKnown ?? false { return plan.addKnown() }
        let actor = try actor(of: row)
        plan.add(
            .init(kind: .track, row: row, subject: nil, date: date) { _ in
                .openTrack(RouteName(track), of: JurisdictionCode(code), in: name, by: actor, on: date)
            }
        )
    }

    /// Tracks that were taken up together: `track` names the hub, `country` those that took part from the beginning.
    private mutating func bundle(
        _ row: SheetRow,
        _ name: SubmissionName,
        _ date: PartialDate,
        _ recorded: RecordedSubmission?
    ) throws {
        let codes = row.names("country").map { JurisdictionCode($0) }
        guard let hub = row["track"], !codes.isEmpty else {
            return plan.note(.missing, row, row["track"] == nil ? "track" : "country")
        }
        let isKnown = recorded?.course.bundles.contains { known in
            known.hub.rawValue == hub && Set(known.countries) == Set(codes) && known.dates.contains(date)
                && (row["case"] ?? known.name.rawValue) == known.name.rawValue
        }
        if isKnown ?? false { return plan.addKnown() }
        let actor = try actor(of: row)
        plan.add(
            .init(kind: .track, row: row, subject: nil, date: date) { _ in
                .openBundle(RouteName(hub), for: codes, in: name, by: actor, on: date)
            }
        )
    }

    /// The manifest in the row's folder; `nil`, and reported, where it cannot be had or is another submission's.
    private mutating func stated(by row: SheetRow) -> (manifest: SubmissionManifest, text: [UInt8])? {
        guard row["folder"] != nil else {
            plan.note(.missing, row, "folder")
            return nil
        }
        guard let folder = folder(of: row) else { return nil }
        do {
            let manifest = try DossierSource(configuration: workspace.configuration).manifest(in: folder)
            guard manifest.name.rawValue == row["submission"] else {
                plan.note(.saidByManifest(manifest.name.rawValue), row, "submission")
                return nil
            }
            return (manifest, try Files.contents(folder + "/submission.yaml"))
        } catch {
            plan.note(.refused(words(error)), row, "folder")
            return nil
        }
    }
}
