import CYAML

/// What libyaml finds in a text, one after the other.
///
/// It is asked for events, not for nodes: those it would build are built once more as a ``Tree``, and the way over them took ten
/// times as long as the reading.
struct YAMLEvents: ~Copyable {
    enum Kind {
        case scalar(String)
        case listStart, listEnd, mappingStart, mappingEnd
        case alias(String)
        case documentStart, documentEnd
        /// The beginning and the end of the whole text.
        case start, end
    }

    struct Event {
        let kind: Kind
        let place: Place
        /// The name by which aliases repeat what begins here.
        let anchor: String?
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// - Parameter text: The text in UTF-8, which must stay where it is for as long as events are read.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deinitialize(count: 1)
        parser.deallocate()
    }

    /// The next event; ``Kind/end`` is the last.
    mutating func next() throws(YAMLDefect) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw defect }
        defer { yaml_event_delete(&event) }
        let place = Place(event.start_mark)
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let text = String(decoding: bytes, as: UTF8.self)
            return Event(kind: .scalar(text), place: place, anchor: name(scalar.anchor))
        case YAML_SEQUENCE_START_EVENT:
            return Event(kind: .listStart, place: place, anchor: name(event.data.sequence_start.anchor))
        case YAML_MAPPING_START_EVENT:
            return Event(kind: .mappingStart, place: place, anchor: name(event.data.mapping_start.anchor))
        case YAML_SEQUENCE_END_EVENT: return Event(kind: .listEnd, place: place, anchor: nil)
        case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, place: place, anchor: nil)
        case YAML_ALIAS_EVENT:
            return Event(kind: .alias(name(event.data.alias.anchor) ?? ""), place: place, anchor: nil)
        case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, place: place, anchor: nil)
        case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, place: place, anchor: nil)
        case YAML_STREAM_START_EVENT: return Event(kind: .start, place: place, anchor: nil)
        default: return Event(kind: .end, place: place, anchor: nil)
        }
    }

    private func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
    }

    private var defect: YAMLDefect {
        let words = [parser.pointee.context, parser.pointee.problem].compactMap { $0 }.map { String(cString: $0) }
        let problem = words.joined(separator: " ")
        // What is no text is noticed before any place is counted.
        return parser.pointee.error == YAML_READER_ERROR
            ? .encoding(problem) : .syntax(problem, Place(parser.pointee.problem_mark))
    }
}

/// Why a text is no YAML, or cannot be read at all; the words are libyaml's.
enum YAMLDefect: Error {
    case syntax(String, Place)
    case encoding(String)
    case tooLarge(Place)
}

extension Place {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}
