import Views

/// What a manifest says otherwise, for people.
struct AmendmentText {
    let labels: Labels

    func table(_ amendment: Amendment, width: Int) -> String {
        guard !amendment.differences.isEmpty else { return labels["refusals.nothingToAmend"] }
        var table = Table(["amendment.what", "amendment.recorded", "amendment.now"].map { labels[$0] })
        for row in rows(amendment) { table.add(row.map { $0.isEmpty ? "–" : $0 }) }
        return table.text(width: width)
    }

    func csv(_ amendment: Amendment) -> [[String]] { [["what", "recorded", "now"]] + rows(amendment) }

    private func rows(_ amendment: Amendment) -> [[String]] {
        amendment.differences.map { difference in
            let (old, new) = labels.sides(of: difference, in: amendment)
            return [labels.words(for: difference), old ?? "", new ?? ""]
        }
    }
}
