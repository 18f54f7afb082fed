import Regulation
import Submissions
import Views

/// Which claims may be told to whom, as a table for people, and as rows for spreadsheets.
struct ClaimsText {
    let labels: Labels

    func text(_ report: ClaimsReport, width: Int) -> String {
        let name = report.name ?? report.product.rawValue
        var blocks = [TextWidth.wrap(labels.text("claims.heading", name, report.on.description), to: width)]
        var table = Table(
            ["country", "stage", "claim", "professionals", "public"].map { labels["claims.columns.\($0)"] }
        )
        for country in report.countries {
            for claim in report.claims {
                table.add([
                    country.code.rawValue, stage(of: claim, country), claim.rawValue,
                    cell(country, claim, .professionals), cell(country, claim, .public),
                ])
            }
        }
        blocks.append([table.text(width: width)])
        var sources = SourceList()
        blocks.append(report.countries.flatMap { rules(of: $0, &sources, width) })
        blocks.append(texts(report, width))
        blocks.append(notes(report).flatMap { TextWidth.hanging($0.mark, $0.text, to: width) })
        blocks.append(sources.lines(labels, width: width))
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// The stage of the approval, where the claim is one of its own.
    private func stage(of claim: ClaimID, _ country: ClaimsReport.Country) -> String {
        let isCovered = country.stage == .beforeApproval || country.covered.contains { $0.claim == claim }
        return labels[isCovered ? "claims.stages.\(country.stage.rawValue)" : "claims.notAmong"]
    }

    private func cell(_ country: ClaimsReport.Country, _ claim: ClaimID, _ audience: Audience) -> String {
        let text: String
        switch country.may(tell: claim, to: audience) {
        case .not?: text = labels["claims.not"]
        case .since(let date)?: text = labels.text("claims.since", labels.words(for: date))
        case .oncePermitted(let date)?: text = labels.text("claims.oncePermitted", labels.words(for: date))
        case nil: text = "?"
        }
        return isUnconfirmed(country.answers[audience]) && text != "?" ? text + "*" : text
    }

    private func isUnconfirmed(_ answer: AdvertisingAnswer?) -> Bool {
        guard case .rule(let rule)? = answer else { return false }
        return rule.source.confidence == .unconfirmed
    }

    /// By which rules, each citing its source.
    private func rules(of country: ClaimsReport.Country, _ sources: inout SourceList, _ width: Int) -> [String] {
        Audience.allCases.flatMap { audience -> [String] in
            let who = labels["claims.columns.\(audience.rawValue)"]
            let words: String
            switch country.answers[audience] ?? .noRule {
            case .rule(let rule): words = labels.words(for: rule) + sources.mark(rule.source)
            case .asked(let trait, let rule):
                let question = labels["questions.\(trait)"]
                words = labels.text("claims.asked", question, labels.words(for: rule)) + sources.mark(rule.source)
            case .noRule: words = labels["claims.noRule"]
            }
            return TextWidth.hanging(country.code.rawValue, "\(who): \(words)", to: width)
        }
    }

    /// The texts for publication, those that must go marked, each with what the rules of today say of it.
    private func texts(_ report: ClaimsReport, _ width: Int) -> [String] {
        let texts = report.countries.flatMap(\.texts)
        guard !texts.isEmpty else { return [] }
        var table = Table(
            ["text", "channel", "audience", "claims", "state"].map { labels["claims.textColumns.\($0)"] }
        )
        for text in texts {
            let state = text.states.map { labels["states.\(text.procedure?.rawValue ?? "").\($0)"] }.joined(
                separator: " / "
            )
            table.add([
                text.fullName, text.text.channel.map { labels["choices.\($0)"] } ?? "–",
                labels["claims.columns.\(text.text.audience.rawValue)"],
                text.text.claims.map(\.rawValue).joined(separator: ", "), text.mustGo ? "! \(state)" : state,
            ])
        }
        let words = texts.flatMap { text in
            let sentence = labels.words(for: text.telling)
            let told = text.mustGo ? labels.text("claims.mustGo", sentence) : sentence
            return TextWidth.hanging(text.mustGo ? "!" : "–", "\(text.fullName): \(told)", to: width)
        }
        return [labels["claims.texts"], table.text(width: width)] + words
    }

    private func notes(_ report: ClaimsReport) -> [(mark: String, text: String)] {
        var notes: [(String, String)] = []
        if report.countries.contains(where: { $0.answers.values.contains(where: isUnconfirmed) }) {
            notes.append(("*", labels["plan.unconfirmed"]))
        }
        notes.append(("?", labels["claims.unknownNote"]))
        return notes
    }

    func rows(_ report: ClaimsReport) -> [[String]] {
        let header = ["jurisdiction", "stage", "claim", "audience", "may", "since", "rule", "confidence", "source"]
        return [header]
            + report.countries.flatMap { country in
                report.claims.flatMap { claim in
                    Audience.allCases.map { row(country, claim, $0) }
                }
            }
    }

    private func row(_ country: ClaimsReport.Country, _ claim: ClaimID, _ audience: Audience) -> [String] {
        let (may, since): (String, PartialDate?) =
            switch country.may(tell: claim, to: audience) {
            case .not?: ("no", nil)
            case .since(let date)?: ("yes", date)
            case .oncePermitted(let date)?: ("once-permitted", date)
            case nil: ("unknown", nil)
            }
        var rule: AdvertisingRule?
        switch country.answers[audience] ?? .noRule {
        case .rule(let found), .asked(_, let found): rule = found
        case .noRule: break
        }
        return [
            country.code.rawValue, country.stage.rawValue, claim.rawValue, audience.rawValue, may,
            since?.description ?? "", rule?.id ?? "", rule?.source.confidence.rawValue ?? "", rule?.source.text ?? "",
        ]
    }
}
