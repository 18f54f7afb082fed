import Regulation
package import Submissions

/// Reading as somebody sees the workspace.
///
/// Everything that is read comes from the store, so that is where it is held back: a read model that somebody adds shows no more than
/// the ones that there are. Commands are decided on the whole, whoever asks, once it is sure that the asker sees the case.
extension Tasuki {
    /// The same workspace as the sight shows it; to be read only.
    package func seen(by sight: Sight) -> Tasuki {
        sight.isWhole ? self : Tasuki(self, reading: SeenStore(self, sight))
    }

    /// What the sight shows of the submission; nil where it shows nothing, or there is none.
    package func excerpt(of name: SubmissionName, for sight: Sight) async throws -> Excerpt? {
        try await store.read { reader in
            guard let submission = try reader.submission(name) else { return nil }
            return try self.excerpt(of: submission, for: sight, reader)
        }
    }

    func excerpt(of submission: Submission, for sight: Sight, _ reader: any StoreReader) throws -> Excerpt? {
        try excerpts.excerpt(of: submission, for: sight) {
            let library = Library(reader, self.world, self.pins)
            return try submission.excerpt(for: sight) { try self.bodies(of: $0, in: submission, library) }
        }
    }

    /// The bodies that have to do with the case.
    func bodies(of subject: Case, in submission: Submission, _ library: Library) throws -> CaseBodies {
        let bound = try library.bound(subject)
        let isHub = submission.isHub(subject.name)
        let asksHub = !isHub && bound.procedure.involvesHub
        return bound.bodies(isHub: isHub, hub: asksHub ? try hubBody(of: submission, library) : nil)
    }
}

extension BoundCase {
    fileprivate func bodies(isHub: Bool, hub: BodyID?) -> CaseBodies {
        if isHub { return CaseBodies(before: rules.hub.map { [$0] } ?? []) }
        guard rules.boundRoute?.isOfProduct != true else { return .none }
        let functions = procedure.actions.flatMap(\.performers).compactMap { performer in
            if case .role(_, of: let function) = performer { function } else { nil }
        }
        let acting = rules.bodies.filter { !$0.functions.allSatisfy { !functions.contains($0) } }.map(\.id)
        return CaseBodies(
            before: Set(rules.authority(in: procedure) + acting),
            beside: hub.map { [$0] } ?? []
        )
    }
}

extension Tasuki {
    /// What a command would change, as the sight shows it.
    package func shown(_ rehearsal: Rehearsal, to sight: Sight) async throws -> Rehearsal {
        if sight.isWhole { return rehearsal }
        return try await store.read { reader in
            let library = Library(reader, self.world, self.pins, knowing: rehearsal.pinned)
            // Not by what is kept of excerpts: what is rehearsed is recorded nowhere.
            func seen(_ submission: Submission?) throws -> Submission? {
                guard let submission else { return nil }
                return try submission.excerpt(for: sight) { try self.bodies(of: $0, in: submission, library) }?
                    .of(submission)
            }
            return Rehearsal(
                acceptance: rehearsal.acceptance,
                before: try seen(rehearsal.before),
                after: try seen(rehearsal.after),
                moment: rehearsal.moment,
                pinned: rehearsal.pinned,
                told: try rehearsal.told.filter { name in
                    try reader.submission(name).flatMap { try self.excerpt(of: $0, for: sight, reader) } != nil
                }
            )
        }
    }
}
