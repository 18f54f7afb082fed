extension Labels {
    /// What differs, as `Target TH`.
    package func words(for difference: Amendment.Difference) -> String {
        let what = self["amendment.subjects.\(difference.subject.rawValue)"]
        return difference.of.map { "\(what) \($0)" } ?? what
    }

    /// Each difference in a line: `Target TH: – → reliance`.
    package func lines(for amendment: Amendment) -> [String] {
        amendment.differences.map { "\(words(for: $0)): \($0.old ?? "–") → \($0.new ?? "–")" }
    }
}
