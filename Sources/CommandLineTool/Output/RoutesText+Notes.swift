import Engine
import Regulation
import Submissions
import Views

extension RoutesText {
    /// What the marks mean, as far as they occur.
    func notes(_ countries: [CountryAdvice]) -> [(mark: String, text: String)] {
        let routes = countries.flatMap(\.routes)
        var notes = [("·", labels["page.targetNote"])]
        if routes.contains(where: \.time.countsAgencyOnly) { notes.append(("†", labels["advice.agencyOnly"])) }
        if routes.contains(where: { $0.time.isUnconfirmed || $0.fees.contains(where: \.isUnconfirmed) }) {
            notes.append(("*", labels["page.unconfirmedNote"]))
        }
        if routes.contains(where: \.restsOnUnknownFirstDay) { notes.append(("*", labels["page.firstDayNote"])) }
        if !holidays(countries).isEmpty {
            notes.append(("*", labels.text("clock.unconfirmedYears", holidays(countries))))
        }
        if routes.contains(where: { $0.fees.contains { $0.amount == nil && $0.gap != .otherClasses } }) {
            notes.append(("?", labels["advice.feeUnknown"]))
        }
        let told = routes.filter { showsDetails || $0.answer != .closed }
        if told.contains(where: { !$0.comparisons.isEmpty }) { notes.append(("≠", labels["advice.differs"])) }
        if told.contains(where: { !$0.toDo.isEmpty && (showsDetails || $0.standing != .proposal) }) {
            notes.append(("○", labels["advice.toDoNote"]))
        }
        if routes.contains(where: \.isPlanned) { notes.append(("●", labels["advice.planned"])) }
        if routes.contains(where: { $0.standing == .proposal }) { notes.append(("(案)", labels["page.proposalNote"])) }
        return notes
    }

    /// `2027 (SG, TH); 2028 (SG)`: the years whose holidays count and are not confirmed, with the countries.
    private func holidays(_ advised: [CountryAdvice]) -> String {
        var countries: [Int: [String]] = [:]
        for country in advised {
            let years = Set(country.routes.flatMap(\.time.unconfirmedYears))
            for year in years { countries[year, default: []].append(country.jurisdiction.rawValue) }
        }
        return countries.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.joined(separator: ", ")))" }
            .joined(separator: "; ")
    }
}
