/// What the applicant says of the condition on which something is wanted under a heading.
package struct ConditionAnswer: Hashable, Codable, Sendable {
    package let heading: HeadingCode
    /// `nil` where it is so for every jurisdiction.
    package let jurisdiction: JurisdictionCode?
    package let holds: Bool

    package init(heading: HeadingCode, jurisdiction: JurisdictionCode? = nil, holds: Bool) {
        self.heading = heading
        self.jurisdiction = jurisdiction
        self.holds = holds
    }
}

extension Sequence where Element == ConditionAnswer {
    /// Whether the condition of `heading` holds in `code`: what was said of that country counts before what was said of all.
    package func holds(_ heading: HeadingCode, in code: JurisdictionCode) -> Bool? {
        let answers = filter { $0.heading == heading }
        return (answers.first { $0.jurisdiction == code } ?? answers.first { $0.jurisdiction == nil })?.holds
    }
}
