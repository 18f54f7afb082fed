import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

/// Documents with their revisions and the filings that hold them.
struct DossierTrailText {
    let labels: Labels
    let submission: SubmissionName
    let search: DocumentSearch
    /// Only this revision of each document; `nil` for all.
    let revision: Int?

    /// The documents that have the revision asked for.
    var trails: [DocumentTrail] { search.trails.filter { !revisions(of: $0).isEmpty } }

    func table(width: Int) -> String {
        var parts = trails.map { trail in
            TextWidth.wrap(title(trail), to: width).joined(separator: "\n") + "\n"
                + table(trail).text(width: width)
        }
        parts += search.unread.map { unread in
            labels.text("dossier.unread", "\(unread.submission) #\(unread.filing.number)")
        }
        return parts.joined(separator: "\n\n")
    }

    private func table(_ trail: DocumentTrail) -> Table {
        var table = Table(
            ["revision", "digest", "date", "filing", "case", "jurisdiction", "link"].map { labels["columns.\($0)"] }
        )
        for revision in revisions(of: trail) {
            for (index, appearance) in revision.appearances.enumerated() {
                let document = appearance.document
                table.add([
                    index == 0 ? "\(revision.number)" : "", index == 0 ? short(revision.digest) : "",
                    document.filing.filedOn.description,
                    "\(document.submission) #\(document.filing.number) "
                        + labels["filings.\(document.filing.kind.rawValue)"],
                    list(document.cases.map(\.rawValue)), list(document.jurisdictions.map(\.rawValue)),
                    labels["dossier.links.\(appearance.link.rawValue)"],
                ])
            }
        }
        return table
    }

    private func title(_ trail: DocumentTrail) -> String {
        let place = trail.appearances.compactMap(\.document.path).first ?? trail.name ?? labels["report.erased"]
        let language = trail.language.map { " (\($0))" } ?? ""
        return (trail.heading.map { "\($0) · " } ?? "") + place + language
    }

    func csv() -> [[String]] {
        let header = [
            "heading", "document", "language", "revision", "digest", "submission", "filing", "kind", "filedOn",
            "event", "cases", "jurisdictions", "link",
        ]
        return [header]
            + trails.flatMap { trail in
                revisions(of: trail).flatMap { revision in
                    revision.appearances.map { appearance in
                        let document = appearance.document
                        return [
                            trail.heading?.description ?? "", document.path ?? document.name ?? "",
                            trail.language ?? "", "\(revision.number)", revision.digest.rawValue,
                            document.submission.rawValue, "\(document.filing.number)", document.filing.kind.rawValue,
                            document.filing.filedOn.description, "\(document.submission)#\(document.event)",
                            document.cases.map(\.rawValue).joined(separator: " "),
                            document.jurisdictions.map(\.rawValue).joined(separator: " "), appearance.link.rawValue,
                        ]
                    }
                }
            }
    }

    func revisions(of trail: DocumentTrail) -> [DocumentTrail.Revision] {
        trail.revisions.filter { revision == nil || $0.number == revision }
    }

    private func list(_ words: [String]) -> String { words.isEmpty ? "–" : words.joined(separator: ", ") }

    private func short(_ digest: DocumentDigest) -> String { String(digest.rawValue.prefix(12)) }
}
