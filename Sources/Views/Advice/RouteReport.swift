import Engine
public import Regulation
public import Submissions

/// Which ways are open to one version of a product on one day, country by country.
public struct RouteReport: Hashable, Sendable {
    public let submission: SubmissionName
    public let product: ProductID
    public let productVersion: String
    public let on: CivilDate
    public let countries: [CountryAdvice]

    public init(
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
public struct CountryAdvice: Hashable, Sendable {
    public let jurisdiction: JurisdictionCode
    public let names: [String: String]
    /// `nil` where nobody stated a class and no published rule gives one.
    public let deviceClass: AdvisedClass?
    /// The case by which the country decides at present.
    public let presentCase: CaseName?
    /// Approvals of the product in this country.
    public let approvals: [Approval]
    /// Every route in force on the day, in the order of the rules.
    public let routes: [RouteAdvice]
    /// Which route would open soonest; only where none is open.
    public let next: NextRoute?
    /// `nil` where no dossier is known.
    public let documents: MissingDocuments?

    /// The best answer of a route that exists in law: a way that is only proposed leads nowhere yet.
    public var answer: RouteAssessment.Answer { routes.bestAnswer }
}

extension [RouteAdvice] {
    var bestAnswer: RouteAssessment.Answer {
        filter { $0.standing == .law }.map(\.answer).max { $0.rank < $1.rank } ?? .closed
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
public struct MissingDocuments: Hashable, Sendable {
    public let missing: [Completeness.Cell]

    /// What a filing would be refused for.
    public var blocking: [Completeness.Cell] { missing.filter(\.blocks) }

    init(_ completeness: Completeness, on date: CivilDate) {
        missing = completeness.cells.filter { cell in
            let isMissing = cell.presence == .missing || cell.presence == .missingUnconfirmed
            return isMissing && cell.requirement.window.contains(date)
        }
    }
}
