package import Engine
package import Regulation
package import Submissions

/// Definitions that read manifests too: there alone stands the category of the software, from which a country's table
/// gives a class.
package protocol ManifestSource: DefinitionSource {
    func manifest(from text: String) throws -> SubmissionManifest
}

extension Tasuki {
    /// Which ways are open to the product of a submission on a day, in these countries or in every one that is configured.
    ///
    /// Rules are those of that day as configured now, also where a case is already bound to others. Without a date it is
    /// today in the workspace's zone.
    package func routeAdvice(
        of name: SubmissionName,
        on date: CivilDate? = nil,
        countries: [JurisdictionCode] = []
    ) async throws -> RouteReport {
        try await store.read { reader in
            let zone = try reader.settings().zone
            let today = try zone.civilDate(at: self.now(reader))
            let date = date ?? today
            // Of a day that has passed, what was known at its end; of one before the submission, its opening.
            let end = zone.startOfDay(date.adding(days: 1)).adding(milliseconds: -1)
            let isPast = date < today
            let present = try self.loaded(name, in: reader)
            let submission = isPast ? (try? self.folded(name, through: end, reader)) ?? present : present
            let manifest = self.manifest(of: submission)
            return RouteReport(
                of: submission,
                register: try self.register(beside: submission, through: isPast ? end : nil, reader)
                    .filter { $0.grantedOn.earliest <= date },
                entries: submission.isFiled ? submission.entries(of: nil) : nil,
                category: manifest?.category,
                declared: manifest?.classes.mapValues { DeviceClass($0) },
                on: date,
                in: try self.field(countries, knownOn: isPast ? date : nil)
            )
        }
    }

    /// Approvals of the product that other submissions hold, or held as was known at `instant`.
    func register(
        beside submission: Submission,
        through instant: Instant?,
        _ reader: any StoreReader
    ) throws -> [Approval] {
        let product = submission.opened.product
        guard instant != nil else { return try reader.approvals(of: product, except: submission.name) }
        return try submissions(of: product, through: instant, reader).filter { $0.name != submission.name }
            .flatMap(\.approvals).sorted { $0.id < $1.id }
    }

    func field(_ countries: [JurisdictionCode], knownOn date: CivilDate?) throws -> AdvisedField {
        let jurisdictions = try jurisdictions(countries)
        return AdvisedField(
            jurisdictions: jurisdictions,
            procedures: try world.definitions.procedures(),
            calendars: try Set(jurisdictions.map(\.workingCalendar)).sorted().compactMap {
                let calendar = try world.definitions.calendar($0)
                return date.flatMap { calendar?.known(on: $0) } ?? calendar
            }
        )
    }

    private func jurisdictions(_ codes: [JurisdictionCode]) throws -> [Jurisdiction] {
        let all = try world.definitions.jurisdictions()
        for code in codes where !all.contains(where: { $0.code == code }) {
            throw EngineError.noSuchJurisdiction(code, known: all.map(\.code))
        }
        return codes.isEmpty ? all : all.filter { codes.contains($0.code) }
    }

    /// A manifest that cannot be read any more leaves the category unknown; the class may stand in the log all the same.
    func category(of submission: Submission) -> SoftwareCategory? { manifest(of: submission)?.category }

    /// The manifest as it is recorded now; `nil` where it cannot be read.
    func manifest(of submission: Submission) -> SubmissionManifest? {
        guard let source = world.definitions as? any ManifestSource,
            let bytes = try? world.vault.bytes(of: submission.opened.manifest),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        return try? source.manifest(from: text)
    }
}
