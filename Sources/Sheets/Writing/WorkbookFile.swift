import CXLSXWriter
package import Views

/// The form as a workbook: a page that explains the columns, and a sheet for each table.
///
/// Every cell is a string, formatted as text: nothing in it is a formula, and a spreadsheet leaves dates and numbers as they
/// are typed.
package enum WorkbookFile {
    /// The library could not write the file; its own words.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    package static func write(_ filled: FilledForm, to path: String, _ labels: Labels) throws {
        guard let workbook = workbook_new(path) else { throw Fault(description: path) }
        let head = format(of: workbook, isBold: true)
        let text = format(of: workbook, isBold: false)
        // What is short shows as a whole; a wide column wraps.
        let legend = FilledForm.legend(labels)
        try add(labels["form.legend.sheet"], legend[0], Array(legend.dropFirst()), to: workbook, head, text)
        for table in filled.tables {
            let titles = FilledForm.titles(table.form, labels)
            try add(labels["form.tables.\(table.form.name.rawValue)"], titles, table.rows, to: workbook, head, text)
        }
        try check(workbook_close(workbook))
    }

    private static func add(
        _ name: String,
        _ header: [String],
        _ rows: [[String]],
        to workbook: UnsafeMutablePointer<lxw_workbook>,
        _ head: UnsafeMutablePointer<lxw_format>?,
        _ text: UnsafeMutablePointer<lxw_format>?
    ) throws {
        guard let sheet = workbook_add_worksheet(workbook, name) else { throw Fault(description: name) }
        for (column, title) in header.enumerated() {
            let place = UInt16(column)
            let longest = rows.prefix(100).map { $0[column].count }.max() ?? 0
            let width = Double(min(50, max(12, title.count + 4, longest + 2)))
            try check(worksheet_set_column(sheet, place, place, width, text))
            try check(worksheet_write_string(sheet, 0, place, title, head))
            for (row, cells) in rows.enumerated() where !cells[column].isEmpty {
                try check(worksheet_write_string(sheet, UInt32(row + 1), place, cells[column], text))
            }
        }
        worksheet_freeze_panes(sheet, 1, 0)
    }

    private static func format(
        of workbook: UnsafeMutablePointer<lxw_workbook>,
        isBold: Bool
    ) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(workbook)
        format_set_num_format(format, "@")
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if isBold { format_set_bold(format) }
        return format
    }

    private static func check(_ error: lxw_error) throws {
        guard error == LXW_NO_ERROR else { throw Fault(description: String(cString: lxw_strerror(error))) }
    }
}
