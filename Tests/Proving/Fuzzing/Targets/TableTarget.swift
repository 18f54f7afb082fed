import Sheets

extension FuzzTarget {
    /// CSV as spreadsheets write it, and as nobody does.
    static func tables() -> FuzzTarget {
        let seeds = [
            "submission,case,date,action\r\nlung,SG,2026-05-12,accept\r\n",
            "\u{FEFF}申請;案件名;日付;行為\nlung;SG;2026-05;\"ask\nagain\"\n", "a\tb\r\"x\"\"y\"\t=1+1\r", "\"open,\n",
        ]
        return FuzzTarget(
            "csv",
            form: .lines,
            seeds: seeds.map { Array($0.utf8) },
            words: ["\"", "\"\"", ",", ";", "\r\n"]
        ) {
            let whole = read($0, piece: $0.count)
            let cut = read($0, piece: 3)
            try Violation.unless(whole == cut, "a file is the same in whichever pieces it comes", "\(whole) and \(cut)")
            if let defect = whole.defect {
                try Violation.unless(
                    defect.row >= 1 && defect.column >= 1 && defect.row > (whole.rows.last?.number ?? 0),
                    "a defect has its place behind what was read",
                    "\(defect)"
                )
            }
            let width = whole.rows.first?.cells.count ?? 0
            try Violation.unless(
                whole.rows.first.map { $0.number == 1 && width >= 1 } ?? true,
                "rows are counted from 1"
            )
        }
    }

    private struct Reading: Equatable {
        var rows: [CSVReader.Row] = []
        var defect: CSVReader.Defect?
    }

    private static func read(_ bytes: [UInt8], piece: Int) -> Reading {
        var reader = CSVReader()
        var reading = Reading()
        var rest = bytes[...]
        do {
            while !rest.isEmpty {
                try reader.read(rest.prefix(max(1, piece))) { reading.rows.append($0) }
                rest = rest.dropFirst(max(1, piece))
            }
            try reader.end { reading.rows.append($0) }
        } catch {
            reading.defect = error as? CSVReader.Defect
        }
        return reading
    }
}
