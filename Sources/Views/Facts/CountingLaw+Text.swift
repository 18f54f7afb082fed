import Engine
package import Regulation

extension CountingLaw {
    /// What it says, in the words of the file.
    package var text: String {
        let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        var parts = [
            "firstDay \(counting.firstDay.rawValue)", "months \(counting.months.rawValue)",
            "noSuchDay \(counting.noSuchDay.rawValue)", "onDayOff \(counting.onDayOff.rawValue)",
        ]
        if let days = counting.daysOff { parts.append("daysOff \(days.sorted().map { weekdays[$0 - 1] }.listed)") }
        if let calendar = counting.calendar { parts.append("calendar \(calendar)") }
        return parts.listed
    }
}
