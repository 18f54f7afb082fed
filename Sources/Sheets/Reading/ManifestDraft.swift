import CanonicalJSON

/// The manifest that rows describe, as the text of `submission.yaml`, with the cell from which each line was taken.
///
/// It is read and checked as any other manifest, and a defect on a line is one of that cell.
package struct ManifestDraft: Hashable, Sendable {
    package private(set) var text = ""
    private var places: [SheetFinding.Place] = []

    /// - Parameters:
    ///   - product: The row of the product.
    ///   - cases: The rows of its countries.
    ///   - approvals: The rows of the approvals that it holds.
    package init(product: SheetRow, cases: [SheetRow], approvals: [SheetRow]) {
        add("submission: ", product, "submission")
        add("product:", product)
        add("  id: ", product, "product")
        add("  name: ", product, "name")
        add("  version: ", product, "version")
        addTraits(product)
        addClaims(product)
        addNames("stage1Claims: ", product, "stage1Claims")
        add("imdrf:", product)
        add("  situation: ", product, "situation")
        add("  significance: ", product, "significance")
        add("applicant:", product)
        add("  id: ", product, "applicant")
        add("  name: ", product, "applicantName")
        add("  localName: ", product, "applicantLocalName")
        add("  country: ", product, "applicantCountry")
        addCountries(cases, product)
        addApprovals(approvals)
    }

    /// The cell of a line, from 1; that of the last line for what lies behind.
    package func place(ofLine line: Int) -> SheetFinding.Place? {
        places.indices.contains(line - 1) ? places[line - 1] : places.last
    }

    /// `predicate/KR: equivalent` a line, or without the country where the answer holds for all.
    private mutating func addTraits(_ product: SheetRow) {
        let pairs = product.pairs("traits", ":")
        guard !pairs.isEmpty else { return }
        add("  traits:", product, at: "traits")
        var names: [String] = []
        for name in pairs.map({ String($0.0.prefix { $0 != "/" }).trimmed }) where !names.contains(name) {
            names.append(name)
        }
        for name in names {
            let own = pairs.filter { String($0.0.prefix { $0 != "/" }).trimmed == name }
            if let once = own.first(where: { !$0.0.contains("/") }) {
                add("    \(quoted(name)): \(quoted(once.1))", product, at: "traits")
            } else {
                add("    \(quoted(name)):", product, at: "traits")
                for (key, answer) in own {
                    let code = String(key.drop { $0 != "/" }.dropFirst()).trimmed
                    add("      \(quoted(code)): \(quoted(answer))", product, at: "traits")
                }
            }
        }
    }

    private mutating func addClaims(_ product: SheetRow) {
        add("claims:", product, at: "claimTexts")
        var languages: [String: [(String, String)]] = [:]
        var names: [String] = []
        for (name, text) in product.pairs("claimTexts", ":") {
            let parts = name.split(separator: "/", maxSplits: 1).map { String($0).trimmed }
            let (id, language) = (parts.first ?? name, parts.count > 1 ? parts[1] : "en")
            if languages[id] == nil { names.append(id) }
            languages[id, default: []].append((language, text))
        }
        for id in names {
            add("  \(quoted(id)):", product, at: "claimTexts")
            add("    text:", product, at: "claimTexts")
            for (language, text) in languages[id] ?? [] {
                add("      \(quoted(language)): \(quoted(text))", product, at: "claimTexts")
            }
        }
    }

    private mutating func addCountries(_ cases: [SheetRow], _ product: SheetRow) {
        let classes = cases.filter { $0["class"] != nil }
        if let first = classes.first { add("classes:", first, at: "class") }
        for row in classes { add("  \(quoted(row["country"] ?? "")): ", row, "class") }
        let holders = cases.filter { $0["holder"] != nil || $0["holderName"] != nil }
        if let first = holders.first { add("holders:", first, at: "holder") }
        for row in holders {
            add("  \(quoted(row["country"] ?? "")):", row, at: "holder")
            add("    id: ", row, "holder")
            add("    name: ", row, "holderName")
            add("    localName: ", row, "holderLocalName")
        }
        let targets = cases.filter { $0["route"] != nil }
        add(targets.isEmpty ? "targets: {}" : "targets:", targets.first ?? product, at: targets.isEmpty ? nil : "route")
        for row in targets {
            add("  \(quoted(row["country"] ?? "")):", row, at: "route")
            add("    route: ", row, "route")
            add("    participation: ", row, "participation")
            addNames("    claims: ", row, "claims")
        }
    }

    private mutating func addApprovals(_ approvals: [SheetRow]) {
        if let first = approvals.first { add("approvals:", first) }
        for row in approvals {
            add("  - jurisdiction: ", row, "country")
            for (key, column) in [
                ("number", "number"), ("grantedOn", "grantedOn"), ("validUntil", "validUntil"), ("basis", "basis"),
                ("version", "version"),
            ] { add("    \(key): ", row, column) }
            addNames("    claims: ", row, "claims")
            addNames("    restsOn: ", row, "restsOn")
        }
    }

    // MARK: - Lines

    /// A key with the text of a cell; nothing where the cell is empty.
    private mutating func add(_ head: String, _ row: SheetRow, _ key: String) {
        guard let text = row[key] else { return }
        add(head + quoted(text), row, at: key)
    }

    private mutating func addNames(_ head: String, _ row: SheetRow, _ key: String) {
        let names = row.names(key)
        guard !names.isEmpty else { return }
        add(head + "[" + names.map(quoted).joined(separator: ", ") + "]", row, at: key)
    }

    private mutating func add(_ line: String, _ row: SheetRow, at key: String? = nil) {
        text += line + "\n"
        places.append(row.place(key))
    }

    /// As JSON writes it, which YAML reads alike.
    private func quoted(_ text: String) -> String { JSONValue.string(text).canonicalText() }
}
