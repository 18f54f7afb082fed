import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

// The documents for programs.
extension DossierTrailText {
    func json() -> JSONValue {
        .object([
            "submission": .string(submission.rawValue), "product": .string(search.product.rawValue),
            "documents": .array(trails.map(json)),
            "unread": .array(
                search.unread.map { unread in
                    .object([
                        "submission": .string(unread.submission.rawValue),
                        "filing": .integer(Int64(unread.filing.number)),
                    ])
                }
            ),
        ])
    }

    private func json(_ trail: DocumentTrail) -> JSONValue {
        var members: [String: JSONValue] = [
            "revisions": .array(
                revisions(of: trail).map { revision in
                    .object([
                        "revision": .integer(Int64(revision.number)), "digest": .string(revision.digest.rawValue),
                        "filings": .array(revision.appearances.map(json)),
                    ])
                }
            )
        ]
        members["heading"] = trail.heading.map { .string($0.description) }
        members["jurisdiction"] = trail.jurisdiction.map { .string($0.rawValue) }
        members["language"] = trail.language.map { .string($0) }
        members["name"] = trail.name.map { .string($0) }
        return .object(members)
    }

    private func json(_ appearance: DocumentTrail.Appearance) -> JSONValue {
        let document = appearance.document
        var members: [String: JSONValue] = [
            "submission": .string(document.submission.rawValue),
            "filing": .integer(Int64(document.filing.number)),
            "kind": .string(document.filing.kind.rawValue),
            "filedOn": .string(document.filing.filedOn.description),
            "event": .integer(Int64(document.event)),
            "cases": .array(document.cases.map { .string($0.rawValue) }),
            "jurisdictions": .array(document.jurisdictions.map { .string($0.rawValue) }),
            "link": .string(appearance.link.rawValue),
            "mediaType": .string(document.mediaType),
            "size": .integer(Int64(document.size)),
        ]
        members["path"] = document.path.map { .string($0) }
        members["name"] = document.name.map { .string($0) }
        return .object(members)
    }
}
