import Foundation
import Regulation
import Statecharts
import Submissions
import Testing

@testable import Engine
@testable import Exports
@testable import Views

@Suite("What is due as a calendar file")
struct CalendarFeedTests {
    private let labels = Labels(
        language: "en",
        texts: [
            "due.calendar": "Due, dates", "due.deadline": "Deadline of {0}", "due.target": "{0}: target",
            "due.obligation": "{0}: {1}", "obligationKinds.condition": "Condition", "clocks.review": "Review",
        ]
    )

    private func item(
        _ kind: Duty.Kind,
        _ subject: Duty.Subject,
        _ date: DateBounds,
        _ confidence: Confidence = .confirmed,
        text: String? = nil
    ) -> Duty {
        Duty(
            kind: kind,
            subject: subject,
            date: date,
            submission: "s",
            name: "SG",
            jurisdiction: "SG",
            product: "p",
            turn: .applicant,
            turnBody: nil,
            isOverdue: false,
            confidence: confidence,
            isComputed: false,
            texts: [],
            text: text
        )
    }

    private func report(_ items: [Duty]) -> DueReport {
        DueReport(
            asOf: Instant("2026-04-01T09:00:00.250+09:00") ?? Instant(millisecondsSinceEpoch: 0),
            zone: .utc,
            isSimulated: false,
            through: .latest,
            items: items,
            versions: ["s": 3],
            obligations: []
        )
    }

    private func day(_ text: String) -> DateBounds { DateBounds(PartialDate(text) ?? .year(1999)) }

    /// The lines of the file with folds taken back, as a reader does it.
    private func unfolded(_ text: String) -> [String] {
        var lines = text.components(separatedBy: "\r\n")
        #expect(lines.popLast() == "")
        return lines.reduce(into: []) { all, line in
            if line.hasPrefix(" ") { all[all.count - 1] += line.dropFirst() } else { all.append(line) }
        }
    }

    private func unescaped(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                result.unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    @Test("No line is longer than 75 octets, and no code point is cut")
    func folding() {
        for piece in ["a", "é", "条", "😀", "e\u{301}", "a条😀", "o" + String(repeating: "\u{301}", count: 60)] {
            for count in [1, 18, 24, 25, 37, 38, 74, 75, 76, 150, 151, 400] {
                let line = "SUMMARY:" + String(repeating: piece, count: count)
                let folded = ContentLine.folded(line)
                let pieces = Array(folded.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
                for (index, part) in pieces.enumerated() {
                    let octets = index + 1 < pieces.count ? part.dropLast() : part
                    #expect(octets.count <= 75 && String(validating: octets, as: UTF8.self) != nil)
                    #expect(index == 0 || octets.first == 0x20)
                }
                // By scalar: after the space of a fold a mark would be one character with it.
                let joined = folded.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                    .flatMap { $0.element.filter { $0 != "\r" }.dropFirst($0.offset == 0 ? 0 : 1) }
                #expect(joined == Array(line.unicodeScalars), "\(piece) \(count)")
            }
        }
        #expect(!ContentLine.folded(String(repeating: "x", count: 75)).contains("\r\n"))
        #expect(ContentLine.folded(String(repeating: "x", count: 76)).hasSuffix("\r\n x"))
    }

    @Test("Commas, semicolons, backslashes and line breaks are escaped, whatever stands behind them")
    func escaping() {
        #expect(ContentLine.escaped("a,b;c\\d") == "a\\,b\\;c\\\\d")
        #expect(ContentLine.escaped("one\ntwo\r\nthree\rfour\u{2028}five") == "one\\ntwo\\nthree\\nfour\\nfive")
        #expect(ContentLine.escaped(",\u{301}") == "\\,\u{301}")
        #expect(ContentLine.escaped("bell\u{7}, \u{0}tab\t") == "bell \\,  tab\t")
        #expect(ContentLine.escaped("colon: \"quoted\"") == "colon: \"quoted\"")
    }

    @Test("What is written can be read back: the days of each, its own lasting id, the text as it was")
    func readBack() throws {
        let hostile =
            "条件, with; \\marks\\n and\r\nEND:VEVENT\nBEGIN:VALARM 報告書を提出する。😀" + String(repeating: "長", count: 90)
        let items = [
            item(.obligation, .obligation("o-1", .condition), day("2026-05"), text: hostile),
            item(.deadline, .state("asking", of: "p"), day("2026-06-01")),
            item(.target, .clock("review"), day("2026-07-01")),
            item(.deadline, .state("other", of: "p"), day("2026-08-01"), .unconfirmed),
        ]
        let text = CalendarFeed(labels: labels).text(of: report(items))
        #expect(!text.replacing("\r\n", with: "").unicodeScalars.contains { $0 == "\n" || $0 == "\r" })
        let lines = unfolded(text)
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        #expect(lines.contains("VERSION:2.0") && lines.contains("X-WR-CALNAME:Due\\, dates"))
        #expect(lines.count { $0.hasPrefix("PRODID:") } == 1)
        let events = lines.split { $0 == "BEGIN:VEVENT" || $0 == "END:VEVENT" }.dropFirst().dropLast()
            .filter { !$0.isEmpty }
        #expect(events.count == items.count)
        // Two alarms for each thing that somebody must do, and none from within a text.
        #expect(lines.count { $0.hasPrefix("BEGIN:VALARM") } == 2 * items.count { $0.kind != .target })
        for (lines, item) in zip(events, items) {
            let alarm = lines.firstIndex(of: "BEGIN:VALARM") ?? lines.endIndex
            let event = lines[..<alarm]
            func value(_ name: String) -> String? {
                let found = event.filter { $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);") }
                return found.count == 1 ? found.first.map { String($0.drop { $0 != ":" }.dropFirst()) } : nil
            }
            #expect(value("UID") == CalendarFeed.uid(of: item) && value("DTSTAMP") == "20260401T000000Z")
            func basic(_ day: CivilDate) -> String { day.description.replacing("-", with: "") }
            let date = try #require(item.date)
            #expect(event.contains("DTSTART;VALUE=DATE:\(basic(date.earliest))"))
            #expect(event.contains("DTEND;VALUE=DATE:\(basic(date.latest.adding(days: 1)))"))
            #expect(value("SEQUENCE") == "3")
            let summary = try #require(value("SUMMARY"))
            let isKnown = date.isExact && item.confidence == .confirmed
            let mark = item.confidence == .confirmed ? "" : "*"
            let told = isKnown ? "" : " (\(labels.words(for: date))\(mark))"
            let words = "s/SG: \(labels.words(for: item))\(told)".replacing("\r\n", with: "\n")
            #expect(unescaped(summary) == words)
            #expect(value("DESCRIPTION") != nil && value("TRANSP") == "TRANSPARENT")
            let isFirm = item.kind != .target && isKnown
            #expect(value("STATUS") == (isFirm ? "CONFIRMED" : "TENTATIVE"))
        }
        #expect(Set(items.map(CalendarFeed.uid)).count == items.count)
        #expect(CalendarFeed(labels: labels).text(of: report(items)) == text)
    }

    @Test("An id is of the thing: another date or other words are the same event, another thing is not")
    func identity() {
        let first = item(.obligation, .obligation("o-1", .condition), day("2026-05-01"), text: "a")
        let reworded = item(.obligation, .obligation("o-1", .condition), day("2026-05-01"), .unconfirmed, text: "b")
        let moved = item(.obligation, .obligation("o-1", .condition), day("2026-05-02"), text: "a")
        #expect(CalendarFeed.uid(of: first) == CalendarFeed.uid(of: reworded))
        let other = item(.obligation, .obligation("o-2", .condition), day("2026-05-01"), text: "a")
        #expect(CalendarFeed.uid(of: first) == CalendarFeed.uid(of: moved))
        #expect(CalendarFeed.uid(of: first) != CalendarFeed.uid(of: other))
        #expect(CalendarFeed.uid(of: first).hasSuffix("@tasuki"))
    }
}
