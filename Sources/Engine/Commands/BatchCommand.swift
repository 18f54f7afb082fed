import CanonicalJSON
package import Regulation
package import Submissions
import TransparencyLog

/// One of several commands that are carried out all, or none of them.
package struct BatchCommand: Sendable {
    let useCase: UseCase

    package var submission: SubmissionName { useCase.submission }

    /// The case that the command is about; `nil` where it is about the submission.
    var subject: CaseName? {
        if case .act(let request, _) = useCase.order { request.name } else { nil }
    }

    /// Opens a submission; its manifest must lie in the vault before the batch is kept.
    package static func open(_ opened: SubmissionOpened, by actor: Actor) -> BatchCommand {
        BatchCommand(
            useCase: UseCase(opened.name, by: actor, attempt: "open", content: [:], order: .open(opened))
        )
    }

    /// Files a dossier, which must lie in the vault before the batch is kept.
    package static func file(
        _ name: SubmissionName,
        revision: DocumentDigest,
        entries: [DossierEntry],
        for codes: [JurisdictionCode],
        by actor: Actor,
        on date: PartialDate
    ) -> BatchCommand {
        BatchCommand(
            useCase: UseCase(
                name,
                by: actor,
                attempt: "file",
                on: date,
                content: [:],
                order: .file(revision: revision, entries: entries, for: codes)
            )
        )
    }

    /// Says what the manifest says now; it must lie in the vault before the batch is kept.
    package static func amend(_ new: SubmissionOpened, by actor: Actor, on date: PartialDate) -> BatchCommand {
        BatchCommand(
            useCase: UseCase(new.name, by: actor, attempt: "amend", on: date, content: [:], order: .amend(new))
        )
    }

    /// Opens a track of a jurisdiction.
    package static func openTrack(
        _ track: RouteName,
        of code: JurisdictionCode,
        in name: SubmissionName,
        by actor: Actor,
        on date: PartialDate
    ) -> BatchCommand {
        BatchCommand(
            useCase: UseCase(
                name,
                by: actor,
                attempt: "track/\(code)/\(track)",
                on: date,
                content: [:],
                order: .openTrack(track, code)
            )
        )
    }

    /// Opens the hub of tracks that several countries take up together, with those countries.
    package static func openBundle(
        _ hub: RouteName,
        for codes: [JurisdictionCode],
        in name: SubmissionName,
        by actor: Actor,
        on date: PartialDate
    ) -> BatchCommand {
        BatchCommand(
            useCase: UseCase(
                name,
                by: actor,
                attempt: "bundle/\(hub)",
                on: date,
                content: [:],
                order: .openBundle(hub, codes)
            )
        )
    }

    /// One action on a case; its documents are checked, and kept where a vault is given.
    ///
    /// The command holds their digests, and no bytes: a batch is as small as its rows, however large the letters are.
    package static func act(_ request: ActionRequest, storingIn vault: (any DocumentVault)?) throws -> BatchCommand {
        try DocumentCheck.check(request.documents)
        var frozen: DocumentDigest?
        if !request.documents.isEmpty {
            let list = request.documentList.canonicalBytes()
            frozen = DocumentDigest("\(Digest.sha256(of: list))")
            if let vault {
                for document in request.documents {
                    if let bytes = document.bytes { _ = try vault.put(bytes) }
                }
                _ = try vault.put(list)
            }
        }
        return BatchCommand(
            useCase: UseCase(
                request.submission,
                by: request.actor,
                attempt: "\(request.name)/\(request.action)",
                on: request.occurredOn,
                content: [:],
                order: .act(request.withoutBytes, frozen: frozen)
            )
        )
    }
}

/// What became of one command of a batch.
package enum BatchAnswer: Sendable {
    case accepted(Acceptance)
    /// A `Refusal`, or an ``EngineError``, and the procedure of the case in whose words it is told.
    case refused(any Error, of: ProcedureID?)
    /// Not tried, because the command of that place, on which it would build, was refused.
    case waiting(on: Int)

    package var isAccepted: Bool { if case .accepted = self { true } else { false } }
}

extension ActionRequest {
    fileprivate var withoutBytes: ActionRequest {
        ActionRequest(
            submission: submission,
            name: name,
            action: action,
            actor: actor,
            occurredOn: occurredOn,
            fields: fields,
            documents: documents.map {
                IncomingDocument(digest: $0.digest, name: $0.name, mediaType: $0.mediaType, size: $0.size)
            },
            expected: expected,
            key: key
        )
    }
}
