/// Reads CSV as RFC 4180 has it, byte by byte and in bounds: what is too large is refused before it is held.
///
/// Commas, semicolons and tabs separate, whichever comes first in the first row, which holds headings and so none of
/// them; rows end with CR LF, LF or CR. A byte order mark of UTF-8 is passed over; any other encoding is refused, since a
/// guess could change a name without anybody seeing it.
package struct CSVReader {
    /// How much of a file is taken.
    package struct Limits: Hashable, Sendable {
        package var rows = 5_000
        package var columns = 100
        /// Of one cell, in bytes.
        package var cell = 32_768
        /// Of the file.
        package var bytes = 16 << 20

        package init() {}
    }

    package struct Row: Hashable, Sendable {
        /// As a spreadsheet counts it: from 1, the row of headings included.
        package let number: Int
        package let cells: [String]
    }

    /// Why the file cannot be read on, and where.
    package struct Defect: Error, Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case rows(Int), columns(Int), cell(Int), bytes(Int)
            /// Something stands behind the quote that ends a cell.
            case behindQuote
            /// A quote stands in a cell that does not begin with one.
            case quoteInside
            /// The file ends in a cell that began with a quote.
            case openQuote
            case shiftJIS, utf16, notUTF8
            /// A workbook, such as .xlsx, .xls or .ods.
            case workbook
            /// Bytes that no text holds.
            case binary
        }

        package let kind: Kind
        package let row: Int
        /// From 1.
        package let column: Int
    }

    private enum State { case start, plain, quoted, behindQuote }

    private let limits: Limits
    private var state = State.start
    private var separator: UInt8?
    private var cell: [UInt8] = []
    private var cells: [String] = []
    private var number = 1
    private var count = 0
    /// The first bytes, until they are enough to tell what the file is.
    private var beginning: [UInt8]? = []
    private var isBehindReturn = false

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// Takes the next bytes of the file and hands on each row that they end.
    ///
    /// - Throws: ``Defect``, and what `take` throws.
    package mutating func read(_ bytes: some Sequence<UInt8>, _ take: (Row) throws -> Void) throws {
        for byte in bytes {
            count += 1
            guard count <= limits.bytes else { throw defect(.bytes(limits.bytes)) }
            guard beginning != nil else {
                try self.take(byte, take)
                continue
            }
            beginning?.append(byte)
            if count == 4 { try begin(take) }
        }
    }

    /// Ends the file; a last row needs no line end.
    ///
    /// - Throws: ``Defect``, and what `take` throws.
    package mutating func end(_ take: (Row) throws -> Void) throws {
        try begin(take)
        if state == .quoted { throw defect(.openQuote) }
        if state != .start || !cells.isEmpty { try endRow(take) }
    }

    /// Looks at the first bytes, by which files say what they are, and goes on with what is text of them.
    private mutating func begin(_ take: (Row) throws -> Void) throws {
        guard let bytes = beginning else { return }
        beginning = nil
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw defect(.utf16) }
        if bytes == [0x50, 0x4B, 0x03, 0x04] || bytes == [0xD0, 0xCF, 0x11, 0xE0] { throw defect(.workbook) }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        for byte in bytes.dropFirst(hasMark ? 3 : 0) { try self.take(byte, take) }
    }

    private mutating func take(_ byte: UInt8, _ take: (Row) throws -> Void) throws {
        if byte == 0 { throw defect(.binary) }
        let wasReturn = isBehindReturn
        isBehindReturn = false
        switch (state, byte) {
        case (.quoted, UInt8(ascii: "\"")): state = .behindQuote
        case (.quoted, _): try append(byte)
        case (.behindQuote, UInt8(ascii: "\"")):
            state = .quoted
            try append(byte)
        case (_, UInt8(ascii: "\n")) where wasReturn: break
        case (_, UInt8(ascii: "\r")), (_, UInt8(ascii: "\n")):
            isBehindReturn = byte == UInt8(ascii: "\r")
            try endRow(take)
        case (_, _) where isSeparator(byte): try endCell()
        case (.behindQuote, _): throw defect(.behindQuote)
        case (.start, UInt8(ascii: "\"")): state = .quoted
        case (.plain, UInt8(ascii: "\"")): throw defect(.quoteInside)
        default:
            state = .plain
            try append(byte)
        }
    }

    private mutating func isSeparator(_ byte: UInt8) -> Bool {
        if let separator { return byte == separator }
        guard number == 1, ",;\t".utf8.contains(byte) else { return false }
        separator = byte
        return true
    }

    private mutating func append(_ byte: UInt8) throws {
        guard cell.count < limits.cell else { throw defect(.cell(limits.cell)) }
        cell.append(byte)
    }

    private mutating func endCell() throws {
        guard let text = String(validating: cell, as: UTF8.self) else {
            throw defect(ShiftJIS.isLikely(cell) ? .shiftJIS : .notUTF8)
        }
        guard cells.count < limits.columns else { throw defect(.columns(limits.columns)) }
        cells.append(text)
        cell.removeAll(keepingCapacity: true)
        state = .start
    }

    private mutating func endRow(_ take: (Row) throws -> Void) throws {
        guard number <= limits.rows else { throw defect(.rows(limits.rows)) }
        try endCell()
        try take(Row(number: number, cells: cells))
        cells.removeAll(keepingCapacity: true)
        number += 1
    }

    private func defect(_ kind: Defect.Kind) -> Defect {
        Defect(kind: kind, row: number, column: cells.count + 1)
    }
}

/// What Excel writes in Japanese unless it is told otherwise.
enum ShiftJIS {
    /// Whether bytes that are no UTF-8 read as Shift_JIS from end to end (JIS X 0208, with half-width katakana).
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case 0x00...0x7F, 0xA1...0xDF: place += 1
            case 0x81...0x9F, 0xE0...0xFC:
                guard place + 1 < bytes.count, case let next = bytes[place + 1],
                    (0x40...0x7E).contains(next) || (0x80...0xFC).contains(next)
                else { return false }
                place += 2
            default: return false
            }
        }
        return true
    }
}
