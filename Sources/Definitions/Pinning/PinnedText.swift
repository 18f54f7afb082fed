import CanonicalJSON

/// Trees as canonical JSON, which keeps their order because no object has more than one member.
enum PinnedText {
    static func write(_ tree: Tree) -> String {
        var bytes: [UInt8] = []
        append(tree, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The tree in `text`, or nil after reporting where it is not what `write` writes.
    static func read(_ text: String, _ findings: Findings) -> Tree? {
        var outline = CanonicalOutline()
        do throws(Defect) {
            let tree = try Array(text.utf8).withUnsafeBytes { bytes -> Result<Tree, Defect> in
                do throws(Defect) {
                    let tree = try outline.reading(bytes) { value throws(Defect) in try Self.tree(value) }
                    return tree.map { .success($0) } ?? .failure(Defect(offset: outline.reached))
                } catch {
                    return .failure(error)
                }
            }.get()
            return tree
        } catch {
            findings.error("this is no pinned definition", at: place(error.offset))
            return nil
        }
    }

    private struct Defect: Error {
        /// In bytes from the start.
        let offset: Int
    }

    private static func place(_ offset: Int) -> Place { Place(line: 1, column: offset + 1) }

    /// A list whose first element is an object with a member is a mapping.
    private static func tree(_ value: CanonicalValue) throws(Defect) -> Tree {
        let place = place(value.offset)
        if let text = value.stringValue { return Tree(place: place, content: .scalar(text)) }
        if value.isObject, value.count == 0 { return Tree(place: place, content: .mapping([])) }
        guard value.isArray else { throw Defect(offset: value.offset) }
        var elements = value.elements
        guard let first = elements.next(), first.isObject, first.count > 0 else {
            var list: [Tree] = []
            for element in value.elements { list.append(try tree(element)) }
            return Tree(place: place, content: .list(list))
        }
        var entries: [Tree.Entry] = []
        for element in value.elements { entries.append(try entry(element)) }
        return Tree(place: place, content: .mapping(entries))
    }

    private static func entry(_ value: CanonicalValue) throws(Defect) -> Tree.Entry {
        var members = value.members
        guard value.count == 1, let member = members.next(), let key = member.key.stringValue else {
            throw Defect(offset: value.offset)
        }
        return Tree.Entry(key: key, place: place(member.key.offset), value: try tree(member.value))
    }

    private static func append(_ tree: Tree, to bytes: inout [UInt8]) {
        switch tree.content {
        case .scalar(let value): CanonicalJSON.append(value, to: &bytes)
        case .list(let elements): append(elements, to: &bytes) { element, bytes in append(element, to: &bytes) }
        case .mapping(let entries) where entries.isEmpty: bytes += "{}".utf8
        case .mapping(let entries):
            append(entries, to: &bytes) { entry, bytes in
                bytes.append(UInt8(ascii: "{"))
                CanonicalJSON.append(entry.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                append(entry.value, to: &bytes)
                bytes.append(UInt8(ascii: "}"))
            }
        }
    }

    private static func append<Element>(
        _ elements: [Element],
        to bytes: inout [UInt8],
        _ append: (Element, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(element, &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}
