/// Writes SVG elements in order, every value escaped.
struct SVGWriter {
    private(set) var text = ""
    private var open: [String] = []

    mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        tag(name, attributes, ending: ">")
        open.append(name)
    }

    mutating func end() {
        guard let name = open.popLast() else { return }
        text += "</\(name)>\n"
    }

    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        tag(name, attributes, ending: "/>\n")
    }

    /// An element that holds only text.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, text content: String) {
        tag(name, attributes, ending: ">")
        text += "\(Markup.escaped(content))</\(name)>\n"
    }

    /// A style sheet of this module, which holds nothing to escape.
    mutating func style(_ sheet: String) { text += "<style>\(sheet)</style>\n" }

    private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String>, ending: String) {
        text += "<\(name)"
        for (key, value) in attributes { text += " \(key)=\"\(Markup.escaped(value))\"" }
        text += ending
    }
}
