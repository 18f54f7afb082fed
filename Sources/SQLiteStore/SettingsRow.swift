import CanonicalJSON
import Engine
import Foundation
import GRDB
import Regulation

/// The one row that says what a workspace is.
enum SettingsRow {
    static func insert(_ settings: WorkspaceSettings, in db: Database) throws {
        let clock: (kind: String, now: Int64?) =
            switch settings.clock {
            case .wall: ("wall", nil)
            case .simulated(let now): ("simulated", now.millisecondsSinceEpoch)
            }
        try db.execute(
            sql: "INSERT INTO workspace (id, format, clock, simulatedNow, zone) VALUES (1, ?, ?, ?, ?)",
            arguments: [Schema.current.version, clock.kind, clock.now, text(of: settings.zone)]
        )
    }

    /// `nil` where the workspace was never finished.
    static func read(in db: Database) throws -> WorkspaceSettings? {
        let sql = "SELECT clock, simulatedNow, zone FROM workspace"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql)) else { return nil }
        guard let zone = zone(of: try row.decode(atIndex: 2)) else {
            throw StoreError.damaged(reason: "the workspace's zone is malformed")
        }
        switch (try row.decode(String.self, atIndex: 0), try row.decode(Int64?.self, atIndex: 1)) {
        case ("wall", nil): return WorkspaceSettings(clock: .wall, zone: zone)
        case ("simulated", let now?):
            return WorkspaceSettings(clock: .simulated(now: Instant(millisecondsSinceEpoch: now)), zone: zone)
        default: throw StoreError.damaged(reason: "the workspace's clock is malformed")
        }
    }

    /// `{"id":"Asia/Tokyo","offsets":[[-2208988800000,540]]}`: pairs of an instant in milliseconds and minutes.
    private static func text(of zone: Zone) -> String {
        let offsets = zone.offsets.map { offset -> JSONValue in
            .array([.integer(offset.from.millisecondsSinceEpoch), .integer(Int64(offset.minutes))])
        }
        return JSONValue.object(["id": .string(zone.id), "offsets": .array(offsets)]).canonicalText()
    }

    private static func zone(of text: String) -> Zone? {
        guard let value = try? JSONValue(parsing: text.utf8), let id = value["id"]?.stringValue,
            let pairs = value["offsets"]?.arrayValue
        else { return nil }
        let offsets = pairs.compactMap { pair -> Zone.Offset? in
            guard let numbers = pair.arrayValue?.compactMap(\.integerValue), numbers.count == 2 else { return nil }
            return Zone.Offset(from: Instant(millisecondsSinceEpoch: numbers[0]), minutes: Int(numbers[1]))
        }
        return offsets.count == pairs.count ? Zone(id: id, offsets: offsets) : nil
    }
}
