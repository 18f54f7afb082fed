import Definitions
import Foundation
import Regulation
import Scenarios
import Submissions

@testable import Views

/// A shipped sample planned by the shipped rules.
struct PlanSample {
    let manifest: SubmissionManifest
    let field: AdvisedField
    let forecast: Forecast
    private let calendars: [WorkingCalendar]

    init(_ name: String) throws {
        let folder = ConfigFolder(path: Repository.configuration)
        let text = try String(contentsOfFile: "\(folder.path)/samples/\(name)/submission.yaml", encoding: .utf8)
        manifest = try folder.manifest(from: SourceFile(path: "submission.yaml", text: text))
        calendars = try folder.calendars()
        field = AdvisedField(
            jurisdictions: try folder.jurisdictions(),
            procedures: try folder.procedures(),
            calendars: calendars
        )
        forecast = try folder.forecast()
    }

    func report(on date: CivilDate, _ wishes: PlanWishes = PlanWishes()) -> PlanReport {
        let basis = PlanBasis(
            submission: Submission(describedBy: manifest),
            register: [],
            category: manifest.category,
            field: field,
            forecast: forecast,
            on: date,
            wishes: wishes
        )
        return PlanReport(of: basis, wishes: wishes)
    }

    func calendar(of jurisdiction: Jurisdiction) -> WorkingCalendar? {
        calendars.first { $0.id == jurisdiction.workingCalendar }
    }

    /// `SG 2026-12-01 2027-07-22 2027-11-15 2028-07-05`: filing, target, expected and late day, `?` where one is not known.
    func lines(on date: CivilDate, _ wishes: PlanWishes = PlanWishes()) -> [String] {
        report(on: date, wishes).plan.countries.map { country in
            let days = [country.filing.on, country.time?.target, country.time?.expected, country.time?.late]
            return ([country.jurisdiction.rawValue] + days.map { $0?.description ?? "?" }).joined(separator: " ")
        }
    }
}
