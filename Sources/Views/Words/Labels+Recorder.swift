import Engine
import Regulation
package import Submissions

extension Labels {
    /// Who recorded it and in what capacity, and whose act it was where that is another.
    package func recorder(of record: EventRecord) -> String {
        let actor = "\(record.recordedBy.person) (\(words(for: record.recordedBy.capacity)))"
        guard let other = record.onBehalfOf else { return actor }
        return "\(actor), \(text("page.onBehalf", words(for: other)))"
    }

    package func words(for capacity: Actor.Capacity) -> String {
        switch capacity {
        case .applicant: self["capacities.applicant"]
        case .role(let role, at: let body):
            text("capacities.role", text(ifAny: "roles.\(role)") ?? role, body.rawValue)
        case .dependency: self["capacities.dependency"]
        case .deadline: self["capacities.deadline"]
        }
    }
}
