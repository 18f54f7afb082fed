import Engine
package import Regulation
package import Submissions

/// The skeleton of a review report: what was filed and asked under each heading that the countries want.
///
/// It judges nothing; it spares a reviewer the gathering.
package struct ReportOutline: Hashable, Sendable {
    /// A document as it stands after its last filing for the countries.
    package struct Item: Hashable, Sendable {
        package let document: FiledDocument
        /// The number of its revision, and how many revisions of it there are.
        package let revision: Int
        package let revisions: Int
        package let link: DocumentTrail.Link
    }

    package struct Section: Hashable, Sendable {
        /// `nil` for what names no heading.
        package let heading: HeadingCode?
        package let requiredBy: [JurisdictionCode]
        package let conditionalFor: [JurisdictionCode]
        package let documents: [Item]
        package let questions: [Question]
    }

    package let submission: SubmissionName
    package let product: ProductID
    package let productVersion: String
    package let countries: [JurisdictionCode]
    package let sections: [Section]
    /// Reports of another authority that the countries were shown.
    package let sharedReports: [JurisdictionCode: DocumentDigest]
    package let texts: [TextCommitment: String]
}

/// Puts documents and questions under the deepest heading that any country's rules name.
struct OutlineBuilder {
    let countries: [(code: JurisdictionCode, requirements: [Requirement])]
    let items: [(heading: HeadingCode?, item: ReportOutline.Item)]
    let questions: [Question]

    func sections() -> [ReportOutline.Section] {
        let named = Set(countries.flatMap { $0.requirements.map(\.heading) })
        let documents = Dictionary(grouping: items) { place($0.heading, in: named) }
        let asked = Dictionary(grouping: questions) { place($0.heading, in: named) }
        let required = named.filter { !wanting($0, .required).isEmpty }
        let headings = required.union(documents.keys.compactMap { $0 }).union(asked.keys.compactMap { $0 }).sorted()
        let last: [HeadingCode?] = documents[nil] == nil && asked[nil] == nil ? [] : [nil]
        return (headings + last).map { heading in
            ReportOutline.Section(
                heading: heading,
                requiredBy: heading.map { wanting($0, .required) } ?? [],
                conditionalFor: heading.map { wanting($0, .conditional) } ?? [],
                documents: documents[heading]?.map(\.item) ?? [],
                questions: asked[heading] ?? []
            )
        }
    }

    private func place(_ heading: HeadingCode?, in named: Set<HeadingCode>) -> HeadingCode? {
        guard let heading else { return nil }
        return sequence(first: heading, next: \.parent).first { named.contains($0) } ?? heading
    }

    private func wanting(_ heading: HeadingCode, _ need: Requirement.Need) -> [JurisdictionCode] {
        countries.filter { country in
            let mine = country.requirements.filter { $0.heading == heading }.map(\.need)
            return need == .required ? mine.contains(.required) : mine.contains(need) && !mine.contains(.required)
        }.map(\.code)
    }
}
