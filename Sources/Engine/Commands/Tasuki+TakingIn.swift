import CanonicalJSON
import Regulation
import Submissions
import TransparencyLog

extension Tasuki {
    /// The order of an action once its documents, and the list of them, lie in the vault.
    ///
    /// That takes as long as disks do, so it happens before the writer's time is taken; and it happens only where the
    /// actor may do the action at all, so that nobody fills the vault with what would be refused.
    func takingIn(_ request: ActionRequest) async throws -> UseCase.Order {
        guard !request.documents.isEmpty else { return .act(request, frozen: nil) }
        if let refusal = try await refusal(of: request) { return .refused(refusal) }
        let list = request.documentList.canonicalBytes()
        if isRehearsing { return .act(request, frozen: DocumentDigest("\(Digest.sha256(of: list))")) }
        for document in request.documents {
            if let bytes = document.bytes { _ = try world.vault.put(bytes) }
        }
        return .act(request, frozen: try world.vault.put(list))
    }

    /// Why the actor may not do the action, whatever the state of the case; `nil` where that is for the writer to say.
    private func refusal(of request: ActionRequest) async throws -> Refusal? {
        if let recent = recents[request.submission] {
            let basis = recent.basis(at: world.wallClock())
            // What is not at hand is read below.
            do { return try refusal(of: request, on: basis, Library(nil, world, pins)) } catch {}
        }
        return try await store.read { reader in
            guard let submission = try reader.submission(request.submission) else { return nil }
            let basis = Basis(submission: submission, approvals: [], moment: try self.now(reader))
            return try self.refusal(of: request, on: basis, Library(reader, self.world, self.pins))
        }
    }

    private func refusal(of request: ActionRequest, on basis: Basis, _ library: Library) throws -> Refusal? {
        guard let submission = basis.submission else { return nil }
        do {
            try library.preparing(submission, submission.name) { rulebook throws(Refusal) in
                try submission.admit(
                    request.actor,
                    to: request.action,
                    of: request.name,
                    at: basis.moment,
                    rulebook
                )
            }
        } catch let refusal as Refusal where refusal.isAboutPermission {
            return refusal
        } catch is Refusal {}
        return nil
    }
}

extension ActionRequest {
    /// The documents that came with the action, as the document of its own that freezes them.
    var documentList: JSONValue {
        .object([
            "documents": .array(
                documents.map { document in
                    .object([
                        "digest": .string(document.digest.rawValue), "name": .string(document.name),
                        "mediaType": .string(document.mediaType), "size": .integer(Int64(document.size)),
                    ])
                }
            ),
            "filedWith": .string("\(name)/\(action)"),
        ])
    }
}
