import Foundation
import Hummingbird
import Regulation
import Submissions

extension TasukiContext {
    /// The submission that the path names.
    var submission: SubmissionName {
        get throws { SubmissionName(try segment("submission")) }
    }

    /// The case that the path names, in two segments or in one: `colon-cade/SG`, `colon-cade%2FSG`.
    var caseName: (submission: SubmissionName, name: CaseName) {
        get throws {
            let first = try segment("submission")
            if parameters.get("case") != nil { return (SubmissionName(first), CaseName(try segment("case"))) }
            let parts = first.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw RequestFault.unknownRoute(endpointPath ?? first)
            }
            return (SubmissionName(String(parts[0])), CaseName(String(parts[1])))
        }
    }

    func segment(_ name: String) throws -> String {
        // No name holds what cannot be seen, least of all the end of a text in C.
        guard let text = try parameters.require(name).removingPercentEncoding,
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw RequestFault.malformedPath }
        return text
    }
}
