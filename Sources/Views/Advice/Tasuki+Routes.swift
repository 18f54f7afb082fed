public import Engine
public import Regulation
public import Submissions

/// Definitions that read manifests too: there alone stands the category of the software, from which a country's table
/// gives a class.
public protocol ManifestSource: DefinitionSource {
    func manifest(from text: String) throws -> SubmissionManifest
}

extension Tasuki {
    /// Which ways are open to the product of a submission on a day, in every country that is configured.
    ///
    /// Rules are those of that day as configured now, also where a case is already bound to others. Without a date it is
    /// today in the workspace's zone.
    public func routeAdvice(
        of name: SubmissionName,
        on date: CivilDate? = nil,
        country: JurisdictionCode? = nil
    ) async throws -> RouteReport {
        try await store.read { reader in
            let zone = try reader.settings().zone
            let today = try zone.civilDate(at: self.now(reader))
            let date = date ?? today
            // Of a day that has passed, what was known at its end; of one before the submission, its opening.
            let end = zone.startOfDay(date.adding(days: 1)).adding(milliseconds: -1)
            let present = try self.loaded(name, in: reader)
            let submission = date < today ? (try? self.folded(name, through: end, reader)) ?? present : present
            let register = try reader.approvals(of: submission.opened.product, except: submission.name)
                .filter { $0.grantedOn.earliest <= date }
            let category = self.category(of: submission)
            let countries = try self.jurisdictions(country).map { jurisdiction in
                CountryAdvice(
                    on: jurisdiction,
                    for: submission,
                    category: category,
                    register: register,
                    calendar: try self.world.definitions.calendar(jurisdiction.calendar),
                    date: date
                )
            }
            return RouteReport(
                submission: name,
                product: submission.opened.product,
                productVersion: submission.opened.productVersion,
                on: date,
                countries: countries
            )
        }
    }

    private func jurisdictions(_ country: JurisdictionCode?) throws -> [Jurisdiction] {
        let all = try world.definitions.jurisdictions()
        guard let country else { return all }
        let found = all.filter { $0.code == country }
        guard !found.isEmpty else { throw EngineError.noSuchJurisdiction(country, known: all.map(\.code)) }
        return found
    }

    /// A manifest that cannot be read any more leaves the category unknown; the class may stand in the log all the same.
    private func category(of submission: Submission) -> SoftwareCategory? {
        guard let source = world.definitions as? any ManifestSource,
            let bytes = try? world.vault.bytes(of: submission.opened.manifest),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        return (try? source.manifest(from: text))?.category
    }
}

extension CountryAdvice {
    init(
        on jurisdiction: Jurisdiction,
        for submission: Submission,
        category: SoftwareCategory?,
        register: [Approval],
        calendar: WorkingCalendar?,
        date: CivilDate
    ) {
        let code = jurisdiction.code
        let opened = submission.opened
        let present = submission.member(code)
        self.init(
            on: jurisdiction,
            facts: submission.routeFacts(
                for: code,
                own: present?.name ?? .member(code),
                register: register,
                on: .day(date)
            ),
            deviceClass: jurisdiction.advisedClass(declared: opened.classes[code], category: category, on: date),
            calendar: calendar,
            completeness: !submission.isFiled
                ? nil : jurisdiction.completeness(of: submission.entries, adopted: Set(opened.adopted)),
            planned: present?.route ?? opened.targets.first { $0.jurisdiction == code }?.route,
            presentCase: present?.name
        )
    }
}
