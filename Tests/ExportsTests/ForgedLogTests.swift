import CanonicalJSON
import Engine
import Regulation
import Statecharts
import Submissions
import TestSupport
import Testing
import TransparencyLog

@Suite("A log that was forged whole, with every hash and every head made anew")
struct ForgedLogTests {
    /// A log as somebody rewrote it who can also compute hashes.
    private struct Forgery {
        let tasuki: Tasuki
        let heads: [TreeHead]
        /// The first event that was changed.
        let place: EventPlace
    }

    /// Rewrites the leaf of the first event of `type` that `change` changes, and everything that is computed from it.
    private func forge(
        _ workspace: TestWorkspace,
        _ change: (JSONValue) -> JSONValue?
    ) async throws -> Forgery {
        let store = workspace.tasuki.store
        let leaves = try await store.read { try $0.leaves(from: 0, limit: 10_000) }
        var forged: [Int: [UInt8]] = [:]
        var place: EventPlace?
        for leaf in leaves where place == nil {
            guard let value = change(try JSONValue(parsing: leaf.bytes)) else { continue }
            forged[leaf.position] = value.canonicalBytes()
            place = EventPlace(leaf)
        }
        let bytes = forged
        var frontier = MerkleFrontier()
        var roots: [Int: TreeHead] = [:]
        for leaf in leaves {
            frontier.append(MerkleHash.leaf(bytes[leaf.position] ?? leaf.bytes))
            roots[frontier.size] = frontier.head
        }
        let heads = roots
        let tampering = TamperedStore.Tampering(
            leaf: { leaf in
                bytes[leaf.position].map { leaf.with(bytes: $0, hash: MerkleHash.leaf($0)) } ?? leaf
            },
            head: { heads[$0.size] ?? $0 }
        )
        return Forgery(
            tasuki: Tasuki(store: TamperedStore(store: store, tampering: tampering), world: workspace.tasuki.world),
            heads: heads.values.sorted { $0.size < $1.size },
            place: try #require(place)
        )
    }

    private func audit(_ change: (JSONValue) -> JSONValue?) async throws -> (audit: LogAudit, place: EventPlace) {
        let workspace = try await TestWorkspace.make()
        try await HostileStory.run(on: workspace.tasuki)
        try await HostileStory.run(on: workspace.tasuki, as: "second")
        let forgery = try await forge(workspace, change)
        let hashes = try await forgery.tasuki.verify(outsideHeads: forgery.heads, depth: .hashes)
        #expect(hashes.isSound, "the forger made no mistake")
        let audit = try await forgery.tasuki.verify(outsideHeads: forgery.heads)
        try await workspace.remove()
        return (audit, forgery.place)
    }

    /// The leaf of an action of that name with other data; nil for every other leaf.
    private func changed(
        _ leaf: JSONValue,
        _ action: String,
        _ change: (inout [String: JSONValue]) -> Void
    ) -> JSONValue? {
        guard leaf["data"]?["cause"]?["action"]?.stringValue == action, var data = leaf["data"]?.objectValue,
            var members = leaf.objectValue
        else { return nil }
        change(&data)
        members["data"] = .object(data)
        return .object(members)
    }

    /// What judging says of the forged event.
    private func defects(_ audit: LogAudit, at place: EventPlace) -> [StepDefect] {
        audit.findings.compactMap { finding in
            guard case .illegalStep("SG", let defect) = finding.defect, finding.place == place else { return nil }
            return defect
        }
    }

    @Test("a step into a state where its transition does not lead is found, and its event named")
    func elsewhere() async throws {
        let (audit, place) = try await audit { leaf in
            changed(leaf, "accept") { data in
                data["microsteps"] = .array(
                    (data["microsteps"]?.arrayValue ?? []).map { step in
                        var step = step.objectValue ?? [:]
                        step["entered"] = ["deciding"]
                        return .object(step)
                    }
                )
            }
        }
        #expect(audit.findings.first?.place == place)
        guard case .step(let defect)? = defects(audit, at: place).first,
            case .outcomeDiffers(let expected) = defect.reason
        else {
            Issue.record("\(audit.findings)")
            return
        }
        #expect(defect.position == 0 && !expected.entered.contains("deciding"))
    }

    @Test("a transition that the case's state does not offer is found")
    func notOffered() async throws {
        let (audit, place) = try await audit { leaf in
            changed(leaf, "accept") { data in
                data["cause"] = ["kind": "action", "action": "approve"]
            }
        }
        #expect(defects(audit, at: place) == [.step(MicrostepDefect(at: 0, .notSelected))])
    }

    @Test("an action that is said to have moved nothing, and an end that did not come, are found")
    func nothingDone() async throws {
        let (still, stillPlace) = try await audit { leaf in
            changed(leaf, "accept") { $0["microsteps"] = nil }
        }
        #expect(defects(still, at: stillPlace) == [.nothingDone])
        let (over, overPlace) = try await audit { leaf in
            changed(leaf, "accept") { $0["isOver"] = true }
        }
        #expect(defects(over, at: overPlace) == [.endDiffers(isOver: false)])
    }

    @Test("a deadline that never ran cannot have passed")
    func deadline() async throws {
        let (audit, place) = try await audit { leaf in
            changed(leaf, "accept") {
                $0["cause"] = ["kind": "deadline", "state": "nowhere", "due": "2026-04-01"]
            }
        }
        #expect(defects(audit, at: place) == [.noDeadline("nowhere")])
    }

    @Test("a time that the leaf states otherwise than it is kept with is found")
    func time() async throws {
        let (audit, place) = try await audit { leaf in
            guard leaf["data"]?["cause"]?["action"]?.stringValue == "accept", var members = leaf.objectValue else {
                return nil
            }
            members["recordedAt"] = "2026-03-01T00:00:00.000Z"
            return .object(members)
        }
        #expect(audit.findings.contains { $0.code == "leaf.time" && $0.place == place })
    }
}
