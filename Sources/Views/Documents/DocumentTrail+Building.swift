import Engine
import Regulation
import Submissions

extension DocumentTrail {
    /// The documents behind `filed`, in the order of their headings; their revisions in the order of filing.
    package static func trails(of filed: [FiledDocument]) -> [DocumentTrail] {
        var trails: [DocumentTrail] = []
        for document in filed.sorted(by: FiledDocument.isOrdered) {
            if document.path == nil {
                attach(document, to: &trails)
            } else {
                place(document, in: &trails)
            }
        }
        return trails.enumerated().sorted { isOrdered($0, before: $1) }.map(\.element)
    }

    private static func place(_ document: FiledDocument, in trails: inout [DocumentTrail]) {
        let peers = trails.indices.filter { index in
            trails[index].heading == document.headings.first
                && trails[index].jurisdiction == document.jurisdiction && trails[index].language == document.language
        }
        // A file that was only renamed keeps its bytes.
        let own =
            peers.first { trails[$0].name == document.name }
            ?? peers.first { trails[$0].holds(document.digest) && !isBeside(document, trails[$0]) }
        if let own {
            trails[own].add(document, .dossier)
        } else {
            trails.append(DocumentTrail(document, under: document.headings.first, link: .dossier))
        }
    }

    /// Whether the same filing holds another file of that trail, so that the two are two documents.
    private static func isBeside(_ document: FiledDocument, _ trail: DocumentTrail) -> Bool {
        trail.appearances.contains {
            $0.document.submission == document.submission && $0.document.filing.number == document.filing.number
        }
    }

    private static func attach(_ document: FiledDocument, to trails: inout [DocumentTrail]) {
        let reached = trails.indices.filter { index in
            trails[index].jurisdiction.map { document.jurisdictions.contains($0) } ?? true
        }
        let sameBytes = reached.filter { trails[$0].holds(document.digest) }
        let sameName = reached.filter { isCalled(document, as: trails[$0]) }
        if !sameBytes.isEmpty {
            for index in sameBytes { trails[index].add(document, .sameBytes) }
        } else if sameName.count == 1 {
            trails[sameName[0]].add(document, .sameName)
        } else if document.headings.isEmpty {
            trails.append(DocumentTrail(document, under: nil, link: .attachment))
        } else {
            trails += document.headings.map { DocumentTrail(document, under: $0, link: .question) }
        }
    }

    /// Whether an attached file carries the name of that document, and nothing says that it is about something else.
    ///
    /// Many a file is called answer.pdf: a name counts only for a dossier's document, or under the same heading.
    private static func isCalled(_ document: FiledDocument, as trail: DocumentTrail) -> Bool {
        guard let name = document.name, name == trail.name, let heading = trail.heading else { return false }
        guard !document.headings.isEmpty else { return trail.appearances.contains { $0.link == .dossier } }
        return document.headings.contains { $0.contains(heading) || heading.contains($0) }
    }

    private typealias Placed = EnumeratedSequence<[DocumentTrail]>.Element

    private static func isOrdered(_ left: Placed, before right: Placed) -> Bool {
        switch (left.element.heading, right.element.heading) {
        case (let one?, let other?) where one != other: one < other
        case (nil, _?): false
        case (_?, nil): true
        default: left.offset < right.offset
        }
    }
}
