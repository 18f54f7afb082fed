import Regulation
import Submissions

extension Labels {
    /// What differs, as `Target TH`.
    package func words(for difference: Amendment.Difference) -> String {
        let what = self["amendment.subjects.\(difference.subject.rawValue)"]
        return difference.of.map { "\(what) \($0)" } ?? what
    }

    /// What was said, and what is said now; `nil` where nothing was or is.
    package func sides(of difference: Amendment.Difference, in amendment: Amendment) -> (old: String?, new: String?) {
        guard difference.subject == .target else { return (difference.old, difference.new) }
        func words(_ target: SubmissionOpened.Target) -> String {
            let names = amendment.routeNames.first { $0.target == target }?.names ?? [:]
            let claims = target.claims.isEmpty ? nil : target.claims.map(\.rawValue).joined(separator: ", ")
            let participation = target.participation.map { self["participation.\($0.rawValue)"] }
            return ([name(of: target.route, own: names), participation, claims].compactMap(\.self))
                .joined(separator: " · ")
        }
        return (difference.oldTarget.map(words), difference.newTarget.map(words))
    }

    /// Each difference in a line: `Target TH: – → Reliance`.
    package func lines(for amendment: Amendment) -> [String] {
        amendment.differences.map { difference in
            let (old, new) = sides(of: difference, in: amendment)
            return "\(words(for: difference)): \(old ?? "–") → \(new ?? "–")"
        }
    }
}
