/// Writes SVG elements in order, every value escaped.
struct SVGWriter {
    private(set) var text = ""
    private var open: [String] = []

    mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        tag(name, attributes, ending: ">")
        open.append(name)
    }

    /// Begins a picture of its own: its size, its title for who does not see it, the style sheet and the paper.
    mutating func startPicture(
        _ id: String,
        _ title: String,
        summary: String? = nil,
        width: Int,
        height: Int,
        fontSize: Int = 11,
        hasTones: Bool = true
    ) {
        start(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "width": "\(width)",
                "height": "\(height)", "role": "img",
                "aria-labelledby": summary == nil ? "\(id)-title" : "\(id)-title \(id)-summary",
                "font-size": "\(fontSize)",
                "font-family": "system-ui, 'Segoe UI', 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans JP', sans-serif",
            ]
        )
        element("title", ["id": "\(id)-title"], text: title)
        if let summary { element("desc", ["id": "\(id)-summary"], text: summary) }
        style(StyleSheet.picture)
        if hasTones { Tone.definePatterns(in: &self) }
        element(
            "rect",
            ["class": "tl-paper", "width": "\(width)", "height": "\(height)", "rx": "6", "fill": "#ffffff"]
        )
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
