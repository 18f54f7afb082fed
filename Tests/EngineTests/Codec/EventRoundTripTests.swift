import CanonicalJSON
import Submissions
import Testing

@testable import Engine

@Suite("An event read back from the log is the event that was written")
struct EventRoundTripTests {
    private static let seeds: ClosedRange<UInt64> = 1...250
    /// Objects whose keys are names.
    private static let mappings: [PlaceStep] = [.key("fields"), .key("calendars"), .key("classes"), .key("reports")]

    @Test("events of every type, with every change and every kind of field, survive their bytes")
    func everyEvent() throws {
        var changes: Set<Change.Kind> = []
        var fields: Set<Field.Kind> = []
        for seed in Self.seeds {
            var make = EventGenerator(seed: seed)
            for type in EventType.allCases {
                let (submission, record) = make.record(type)
                let bytes = EventCodec.encode(record, of: submission).canonicalBytes()
                let leaf = try JSONValue(parsing: bytes)
                let decoded = try EventCodec.decode(leaf)
                #expect(decoded.submission == submission, "seed \(seed)")
                #expect(decoded.record == record, "seed \(seed), \(type.rawValue)")
                let again = EventCodec.encode(decoded.record, of: decoded.submission).canonicalBytes()
                #expect(again == bytes, "seed \(seed), \(type.rawValue)")
                #expect(leaf["type"]?.stringValue == type.rawValue)
                guard case .caseAdvanced(let advanced) = record.event else { continue }
                changes.formUnion(advanced.outcome.changes.map(\.kind))
                fields.formUnion(advanced.payload.fields.values.map(\.kind))
            }
        }
        #expect(changes == Set(Change.Kind.allCases))
        #expect(fields == Set(Field.Kind.allCases))
    }

    @Test("no member of any event keeps one value throughout, so none can be left out of the form unnoticed")
    func everyMember() {
        var values: [String: Set<String>] = [:]
        for seed in Self.seeds.prefix(60) {
            var make = EventGenerator(seed: seed)
            for type in EventType.allCases { Self.collect(make.record(type).record, into: &values) }
        }
        #expect(values["Approval.notices"] != nil)
        #expect(values.filter { $0.value.count < 2 }.keys.sorted() == [])
    }

    /// Adds the values of the stored properties of all structures inside `value`, as far as two are not yet known.
    private static func collect(_ value: Any, into values: inout [String: Set<String>]) {
        let mirror = Mirror(reflecting: value)
        for child in mirror.children {
            if mirror.displayStyle == .struct, let label = child.label {
                let member = "\(mirror.subjectType).\(label)"
                if values[member, default: []].count < 2 {
                    values[member, default: []].insert(String(describing: child.value))
                }
            }
            collect(child.value, into: &values)
        }
    }

    @Test("an approval and a flag survive by themselves, in the form that they have inside events")
    func approvals() throws {
        for seed in Self.seeds {
            var make = EventGenerator(seed: seed)
            let approval = make.approval()
            let form = ApprovalCodec.encode(approval)
            #expect(try ApprovalCodec.decode(JSONValue(parsing: form.canonicalBytes())) == approval, "seed \(seed)")
            #expect(Change.approvalGranted(approval).leafForm["approval"] == form)

            let flagged = ApprovalFlagged(approval: make.id(), flag: make.approvalFlag())
            let flaggedForm = ApprovalFlaggedCodec.encode(flagged)
            #expect(
                try ApprovalFlaggedCodec.decode(JSONValue(parsing: flaggedForm.canonicalBytes())) == flagged,
                "seed \(seed)"
            )
        }
    }

    @Test("a leaf that was tampered with is refused, or says another thing in the only form for it")
    func oneFormOnly() {
        var refused = 0
        for seed in Self.seeds {
            var make = EventGenerator(seed: seed)
            for type in EventType.allCases {
                let (submission, record) = make.record(type)
                let leaf = EventCodec.encode(record, of: submission)
                let places = leaf.places()
                for _ in 1...10 {
                    let place = make.pick(places)
                    let value: JSONValue? = make.pick([
                        nil, .null, .bool(true), 7, 0.5, "x", [], ["x"], [:], ["x": "y"], "CH3.5.5", "2026-5-1",
                    ])
                    let tampered = leaf.replacing(place, with: value)
                    guard let decoded = try? EventCodec.decode(tampered) else {
                        refused += 1
                        continue
                    }
                    let again = EventCodec.encode(decoded.record, of: decoded.submission)
                    #expect(again == tampered, "seed \(seed), \(type.rawValue), \(place)")
                }
            }
        }
        #expect(refused > 1_000)
    }

    @Test("a key that means nothing is found wherever it stands")
    func surplusKeys() {
        for seed in Self.seeds {
            var make = EventGenerator(seed: seed)
            for type in EventType.allCases {
                let (submission, record) = make.record(type)
                let leaf = EventCodec.encode(record, of: submission)
                let objects = leaf.places(includingRoot: true).filter {
                    leaf.value(at: $0)?.objectValue != nil && $0.last.map(Self.mappings.contains) != true
                }
                let place = make.pick(objects)
                let path = (place + [.key("zz")]).reversed().reduce("") { inner, step in
                    switch step {
                    case .key(let key): EventDefect(path: inner, .missing).under(key).path
                    case .position(let position): EventDefect(path: inner, .missing).under(position).path
                    }
                }
                #expect(throws: EventDefect(path: path, .unknownKey), "seed \(seed), \(type.rawValue)") {
                    try EventCodec.decode(leaf.replacing(place + [.key("zz")], with: "surplus"))
                }
            }
        }
    }
}
