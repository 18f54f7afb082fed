package import Regulation
package import Submissions

extension SubmissionManifest {
    package var category: SoftwareCategory { SoftwareCategory(situation: situation, significance: significance) }
}

extension RouteReport {
    /// The advice for a submission, whether a workspace holds it or only a manifest describes it.
    ///
    /// - Parameters:
    ///   - submission: The product, its approvals and its local holders.
    ///   - register: Approvals of the product that other submissions hold.
    ///   - entries: The documents of the dossier; `nil` where there is none, or it cannot be read.
    ///   - category: The category of the software, where it is known.
    ///   - declared: The classes that the applicant declares; those recorded, unless told otherwise.
    ///   - date: The day for which advice is asked.
    ///   - field: The countries to look at, with what their rules name.
    package init(
        of submission: Submission,
        register: [Approval],
        entries: [DossierEntry]?,
        category: SoftwareCategory?,
        declared: [JurisdictionCode: DeviceClass]? = nil,
        on date: CivilDate,
        in field: AdvisedField
    ) {
        self.init(
            submission: submission.name,
            product: submission.opened.product,
            productVersion: submission.opened.productVersion,
            on: date,
            countries: field.jurisdictions.map { jurisdiction in
                let code = jurisdiction.code
                let opened = submission.opened
                let present = submission.member(code)
                return CountryAdvice(
                    on: jurisdiction,
                    facts: submission.routeFacts(
                        for: code,
                        own: present?.name ?? .member(code),
                        register: register,
                        on: .day(date)
                    ),
                    deviceClass: jurisdiction.advisedClass(
                        declared: (declared ?? opened.classes)[code],
                        category: category,
                        on: date
                    ),
                    procedures: field.procedures,
                    calendar: field.calendars[jurisdiction.workingCalendar],
                    completeness: entries.map {
                        jurisdiction.completeness(of: $0, adopted: Set(opened.adopted), answers: opened.conditions)
                    },
                    planned: present?.route ?? opened.targets.first { $0.jurisdiction == code }?.route,
                    presentCase: present?.name
                )
            }
        )
    }
}

/// What advice is given by: rules of countries as configured now, and what they name.
package struct AdvisedField: Sendable {
    package let jurisdictions: [Jurisdiction]
    package let procedures: [ProcedureID: Procedure]
    package let calendars: [String: WorkingCalendar]

    package init(jurisdictions: [Jurisdiction], procedures: [Procedure], calendars: [WorkingCalendar]) {
        self.jurisdictions = jurisdictions
        self.procedures = Dictionary(procedures.map { ($0.id, $0) }) { first, _ in first }
        self.calendars = Dictionary(calendars.map { ($0.id, $0) }) { first, _ in first }
    }
}
