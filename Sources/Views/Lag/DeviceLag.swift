package import Regulation
import Submissions

/// How long after its first approval anywhere a product reaches each other country, and with whom the time went.
package struct DeviceLag: Hashable, Sendable {
    /// The approval from which the days count.
    package struct First: Hashable, Sendable {
        package let jurisdiction: JurisdictionCode
        package let on: PartialDate
        /// Whether it was granted outside the workspace.
        package let isDeclared: Bool
    }

    /// Days from the first approval, by what went on in the country; their sum is the latest that the lag can be.
    package struct Parts: Hashable, Sendable {
        /// Nothing lay with the authority and nothing was asked of the applicant: not yet filed, or filed and over.
        package var notFiled = 0
        package var withAuthority = 0
        package var withApplicant = 0

        package var sum: Int { notFiled + withAuthority + withApplicant }
    }

    /// What the plan expects of a review that rests on no approval elsewhere.
    package struct Alone: Hashable, Sendable {
        package let route: RouteName
        /// From filing to the expected decision.
        package let days: Int
    }

    package struct Country: Hashable, Sendable {
        package let code: JurisdictionCode
        package let approved: PartialDate?
        package let isDeclared: Bool
        /// The first filing that the workspace knows of.
        package let filed: PartialDate?
        /// The lag until the approval, or so far; nil without a first approval.
        package let days: ClosedRange<Int>?
        /// Nil where it is not known when anything was filed: the approval was granted outside the workspace.
        package let parts: Parts?
        /// From the filing to the approval; nil until then.
        package let review: ClosedRange<Int>?
        package let alone: Alone?

        /// Whether the lag has ended with an approval.
        package var isApproved: Bool { approved != nil }
    }

    package let product: ProductID
    package let name: String?
    /// The last day that counts.
    package let on: CivilDate
    package let first: First?
    /// In the order of their lag, those without an approval last.
    package let countries: [Country]
}

/// Lag over all products of a workspace, country by country.
package struct LagOverview: Hashable, Sendable {
    package struct Country: Hashable, Sendable {
        package let code: JurisdictionCode
        /// Products approved there after they were approved elsewhere.
        package let approved: Int
        /// Products approved elsewhere, and not there.
        package let waiting: Int
        /// Of the approved, by the latest that each can be.
        package let median: Int?
        package let parts: DeviceLag.Parts
    }

    package let products: [DeviceLag]

    package init(_ products: [DeviceLag]) { self.products = products }

    package var countries: [Country] {
        let all = products.flatMap { lag in
            lag.countries.filter { $0.days != nil && $0.code != lag.first?.jurisdiction }
        }
        return Set(all.map(\.code)).sorted().map { code in
            let own = all.filter { $0.code == code }
            let ended = own.filter(\.isApproved).compactMap { $0.days?.upperBound }.sorted()
            var parts = DeviceLag.Parts()
            for part in own.compactMap(\.parts) {
                parts.notFiled += part.notFiled
                parts.withAuthority += part.withAuthority
                parts.withApplicant += part.withApplicant
            }
            return Country(
                code: code,
                approved: ended.count,
                waiting: own.count - ended.count,
                median: ended.isEmpty ? nil : (ended[(ended.count - 1) / 2] + ended[ended.count / 2]) / 2,
                parts: parts
            )
        }
    }
}
