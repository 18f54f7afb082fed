import Regulation

/// Holds a calendar against its file.
struct CalendarCheck {
    let file: ConfigCheck.Read<Tree>

    func run() {
        guard let calendar = CalendarReader.read(file.value, file.findings) else { return }
        if file.stem != calendar.id {
            let message = "the calendar ‘\(calendar.id)’ belongs in a file of its name, \(calendar.id).yaml"
            file.findings.error(message, at: .start)
        }
        // A year without days off would count every weekday, whatever its confidence says.
        let known = Set(calendar.holidays.keys.map(\.year))
        for entry in file.value["years"]?.entries ?? [] {
            guard let year = Int(entry.key), calendar.years[year] != nil, !known.contains(year) else { continue }
            file.findings.error("\(year) is among ‘years’, but no holiday of it is stated", at: entry.place)
        }
    }
}
