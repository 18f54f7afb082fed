import CanonicalJSON
package import Regulation
package import Submissions

/// What may be asked of a workspace; each goes the one way of ``Tasuki/perform(_:)``.
///
/// Every use case takes the version that the asker has seen, and a key under which it may safely be sent again: a second
/// request with the same key changes nothing and is answered as the first one was.
extension Tasuki {
    /// Opens a submission of one product version.
    ///
    /// `store` puts the manifest into the vault: before the transaction, and only where the actor may open at all.
    package func open(
        _ opened: SubmissionOpened,
        by actor: Actor,
        key: String? = nil,
        storing store: () throws -> Void = {}
    ) async throws -> Acceptance {
        if actor.capacity == .applicant, !isRehearsing { try store() }
        return try await perform(
            UseCase(
                opened.name,
                by: actor,
                attempt: "open",
                key: key,
                content: ["manifest": .string(opened.manifest.rawValue)],
                order: .open(opened)
            )
        )
    }

    /// Records what the manifest of a submission says now: targets, holders, claims, certificates.
    ///
    /// `store` puts the manifest into the vault: before the transaction, and only where the actor may amend at all.
    package func amend(
        _ new: SubmissionOpened,
        by actor: Actor,
        on date: PartialDate? = nil,
        expecting version: Int? = nil,
        key: String? = nil,
        storing store: () throws -> Void = {}
    ) async throws -> Acceptance {
        if actor.capacity == .applicant, !isRehearsing { try store() }
        return try await perform(
            UseCase(
                new.name,
                by: actor,
                attempt: "amend",
                on: date,
                expecting: version.map(VersionCondition.init),
                key: key,
                content: ["amend": .string(new.manifest.rawValue)],
                order: .amend(new)
            )
        )
    }

    /// Files the dossier for some targets, or for every target that waits for it.
    ///
    /// `store` puts the dossier into the vault: before the transaction, and only where the actor may file at all.
    package func file(
        _ name: SubmissionName,
        revision: DocumentDigest,
        entries: [DossierEntry],
        for codes: [JurisdictionCode] = [],
        by actor: Actor,
        on date: PartialDate? = nil,
        expecting version: Int? = nil,
        key: String? = nil,
        storing store: () throws -> Void = {}
    ) async throws -> Acceptance {
        if actor.capacity == .applicant, !isRehearsing { try store() }
        return try await perform(
            UseCase(
                name,
                by: actor,
                attempt: "file",
                on: date,
                expecting: version.map(VersionCondition.init),
                key: key,
                content: codes.isEmpty
                    ? ["revision": .string(revision.rawValue)]
                    : [
                        "revision": .string(revision.rawValue),
                        "for": .array(codes.map { .string($0.rawValue) }),
                    ],
                order: .file(revision: revision, entries: entries, for: codes)
            )
        )
    }

    /// Carries out one action of a person on a case, after every deadline that is due.
    ///
    /// Documents reach the vault before the transaction, and only where the actor may do the action at all.
    package func act(_ request: ActionRequest) async throws -> Acceptance {
        try ActorCheck.check(request.actor)
        try DocumentCheck.check(request.documents)
        let useCase = UseCase(
            request.submission,
            by: request.actor,
            attempt: "\(request.name)/\(request.action)",
            on: request.occurredOn,
            expecting: request.expected,
            key: request.key,
            content: request.content,
            order: try await takingIn(request)
        )
        return try await perform(useCase)
    }

    /// Corrects what an earlier event recorded; the event itself stays as it is.
    package func correct(_ request: CorrectionRequest) async throws -> Acceptance {
        try await perform(
            UseCase(
                request.submission,
                by: request.actor,
                attempt: "correct/\(request.event)",
                expecting: request.expectedVersion.map(VersionCondition.init),
                key: request.key,
                content: request.content,
                order: .correct(request)
            )
        )
    }

    /// Takes back a mistaken action; only who recorded it may, and only while nothing has built on it.
    package func reverse(
        _ event: Int,
        in submission: SubmissionName,
        by actor: Actor,
        reason: String,
        expecting version: Int? = nil,
        key: String? = nil
    ) async throws -> Acceptance {
        try await perform(
            UseCase(
                submission,
                by: actor,
                attempt: "reverse/\(event)",
                expecting: version.map(VersionCondition.init),
                key: key,
                content: ["reverse": .integer(Int64(event)), "reason": .string(reason)],
                order: .reverse(event: event, reason: reason)
            )
        )
    }

    /// Records what a body says of what the applicant typed in from its letter: that it did so, or for which reason not.
    package func answerLetter(
        _ event: Int,
        in submission: SubmissionName,
        by actor: Actor,
        disputing reason: String? = nil,
        expecting version: Int? = nil,
        key: String? = nil
    ) async throws -> Acceptance {
        let word = reason == nil ? "confirm" : "dispute"
        return try await perform(
            UseCase(
                submission,
                by: actor,
                attempt: "letter/\(event)/\(word)",
                expecting: version.map(VersionCondition.init),
                key: key,
                content: [word: .integer(Int64(event)), "reason": .string(reason ?? "")],
                order: .answerLetter(event: event, dispute: reason)
            )
        )
    }

    /// Binds a case to the rules that are configured now for its opening day, because those it was bound to were wrong.
    package func rebind(
        _ name: CaseName,
        in submission: SubmissionName,
        by actor: Actor,
        reason: String,
        expecting version: Int? = nil,
        key: String? = nil
    ) async throws -> Acceptance {
        try await perform(
            UseCase(
                submission,
                by: actor,
                attempt: "\(name)/rebind",
                expecting: version.map(VersionCondition.init),
                key: key,
                content: ["rebind": .string(name.rawValue), "reason": .string(reason)],
                order: .rebind(name, reason: reason)
            )
        )
    }

    /// Opens a track beside the decision of a jurisdiction, such as a change, reimbursement or a safety notice.
    ///
    /// - Returns: The acceptance with the name of the case that was opened.
    package func openTrack(
        _ track: RouteName,
        of code: JurisdictionCode,
        in name: SubmissionName,
        by actor: Actor,
        on date: PartialDate? = nil,
        expecting condition: VersionCondition? = nil,
        key: String? = nil
    ) async throws -> Acceptance {
        try await perform(
            UseCase(
                name,
                by: actor,
                attempt: "track/\(code)/\(track)",
                on: date,
                expecting: condition,
                key: key,
                content: ["track": .string(track.rawValue), "jurisdiction": .string(code.rawValue)],
                order: .openTrack(track, code)
            )
        )
    }

    /// Opens tracks of several countries, such as their changes, to be filed and asked about together through a hub of their own.
    ///
    /// - Returns: The acceptance with the name of the hub's case.
    package func openBundle(
        _ hub: RouteName,
        for codes: [JurisdictionCode],
        in name: SubmissionName,
        by actor: Actor,
        on date: PartialDate? = nil,
        expecting condition: VersionCondition? = nil,
        key: String? = nil
    ) async throws -> Acceptance {
        try await perform(
            UseCase(
                name,
                by: actor,
                attempt: "bundle/\(hub)",
                on: date,
                expecting: condition,
                key: key,
                content: [
                    "bundle": .string(hub.rawValue), "jurisdictions": .array(codes.map { .string($0.rawValue) }),
                ],
                order: .openBundle(hub, codes)
            )
        )
    }
}
