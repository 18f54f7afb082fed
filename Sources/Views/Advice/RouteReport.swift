import Engine
package import Regulation
package import Submissions

/// Which ways are open to one version of a product on one day, country by country.
package struct RouteReport: Hashable, Sendable {
    package let submission: SubmissionName
    package let product: ProductID
    package let productVersion: String
    package let on: CivilDate
    package let countries: [CountryAdvice]

    package init(
        submission: SubmissionName,
        product: ProductID,
        productVersion: String,
        on date: CivilDate,
        countries: [CountryAdvice]
    ) {
        self.submission = submission
        self.product = product
        self.productVersion = productVersion
        on = date
        self.countries = countries
    }
}

/// The ways into one country, what they ask for, and what the country still wants to read.
package struct CountryAdvice: Hashable, Sendable {
    package let jurisdiction: JurisdictionCode
    package let names: [String: String]
    /// `nil` where nobody stated a class and no published rule gives one.
    package let deviceClass: AdvisedClass?
    /// The case by which the country decides at present.
    package let presentCase: CaseName?
    /// Approvals of the product in this country.
    package let approvals: [Approval]
    /// Every route in force on the day, in the order of the rules.
    package let routes: [RouteAdvice]
    /// Which route would open soonest; only where none is open.
    package let next: NextRoute?
    /// `nil` where no dossier is known.
    package let documents: MissingDocuments?

    /// The best answer of a route that exists in law: a way that is only proposed leads nowhere yet.
    package var answer: RouteAssessment.Answer { routes.bestAnswer }
}

extension [RouteAdvice] {
    var bestAnswer: RouteAssessment.Answer {
        filter { $0.standing != .proposal }.map(\.answer).max { $0.rank < $1.rank } ?? .closed
    }
}

extension RouteAssessment.Answer {
    /// Greater where the way is more open.
    var rank: Int {
        switch self {
        case .closed: 0
        case .unknown: 1
        case .open: 2
        }
    }
}

/// The headings under which something required is missing for one country.
package struct MissingDocuments: Hashable, Sendable {
    package let missing: [Completeness.Cell]

    /// What a filing would be refused for.
    package var blocking: [Completeness.Cell] { missing.filter(\.blocks) }

    init(_ completeness: Completeness, on date: CivilDate) {
        missing = completeness.cells.filter { cell in
            let isMissing = cell.presence == .missing || cell.presence == .missingUnconfirmed
            return isMissing && cell.requirement.window.contains(date)
        }
    }
}
