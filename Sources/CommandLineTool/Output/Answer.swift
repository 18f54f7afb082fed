import CanonicalJSON
import Views

/// What a command answers: the same thing for people, for programs and for spreadsheets.
///
/// Of the three only the one that was asked for is made.
struct Answer {
    /// For people, in lines of at most so many columns where that is possible.
    private let display: (_ width: Int) throws -> String
    private let json: () throws -> String
    private let sheet: (() throws -> [[String]])?

    /// - Parameters:
    ///   - display: What people read in a terminal of that many columns.
    ///   - payload: What programs read.
    ///   - sheet: Rows under their header. An answer that is a sentence has none: asked for CSV, it is that sentence.
    init(
        display: @escaping (_ width: Int) throws -> String,
        payload: @escaping () throws -> JSONValue,
        sheet: (() throws -> [[String]])? = nil
    ) {
        self.init(display: display, json: { try payload().prettyText() }, sheet: sheet)
    }

    /// An answer whose JSON has a form of its own, such as members in an order that means something.
    init(
        display: @escaping (_ width: Int) throws -> String,
        json: @escaping () throws -> String,
        sheet: (() throws -> [[String]])?
    ) {
        self.display = display
        self.json = json
        self.sheet = sheet
    }

    /// The answer in one format, without the end of its last line: the one place that knows all of them.
    func text(in format: OutputFormat, width: Int) throws -> String {
        switch format {
        case .table: return try display(width)
        case .json: return try json().trimmedEnd
        case .csv:
            guard let sheet else { return try display(width) }
            return CSVTable.text(try sheet()).trimmedEnd
        }
    }
}

extension String {
    /// Without the line breaks at the end.
    var trimmedEnd: String {
        var text = self
        while let last = text.last, last.isNewline { text.removeLast() }
        return text
    }
}
