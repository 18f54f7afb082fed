import Regulation

// Figures that hold for every class or one for each, and the dates between which a rule is in force.
extension Tree {
    /// One value, or a mapping of classes to values.
    func figure<Value>(_ findings: Findings, _ read: (Tree) -> Value?) -> Figure<Value>? {
        guard case .mapping(let entries) = content else { return read(self).map(Figure.all) }
        let pairs = entries.compactMap { entry in read(entry.value).map { (DeviceClass(entry.key), $0) } }
        return .byClass(Dictionary(pairs) { first, _ in first })
    }
}

extension Fields {
    static let windowKeys = ["from", "until"]

    /// The dates between which what these fields state is in force.
    func window() -> Window {
        let from = self["from"].flatMap { $0.day("‘from’", findings) }
        let until = self["until"].flatMap { $0.day("‘until’", findings) }
        if let from, let until, until < from {
            findings.error("\(noun) ends before it begins", at: place(of: "until"))
        }
        return Window(from: from, until: until)
    }

    func deviceClasses(_ key: String) -> [DeviceClass] { words(key).map { DeviceClass($0) } }
}

/// Finds versions of one rule that are in force on the same day.
struct OverlapCheck {
    let findings: Findings
    private var seen: [String: [(window: Window, classes: [DeviceClass])]] = [:]

    init(_ findings: Findings) {
        self.findings = findings
    }

    /// `noun` names the rule in the message; versions of one noun for the same classes must not overlap.
    mutating func add(_ noun: String, _ window: Window, for classes: [DeviceClass] = [], at place: Place) {
        let others = seen[noun, default: []]
        if others.contains(where: { $0.window.overlaps(window) && Self.meet($0.classes, classes) }) {
            findings.error("two versions of \(noun) are in force on the same day", at: place)
        }
        seen[noun, default: []].append((window, classes))
    }

    /// A rule for some classes may follow one for all, as its exception; the other way round it would never hold.
    private static func meet(_ earlier: [DeviceClass], _ later: [DeviceClass]) -> Bool {
        later.isEmpty || earlier.contains { later.contains($0) }
    }
}
