import Foundation
import Synchronization
import Views

/// One line on standard error that says how far something long has come; silent where nobody watches, and in the first
/// second.
package final class ProgressLine: Sendable {
    private struct State {
        var shown: ContinuousClock.Instant?
        var hasShown = false
    }

    /// The line, in which `{0}` is how much is done and `{1}` how much there is; without them both stand behind it.
    private let text: String
    private let began = ContinuousClock.now
    private let state = Mutex(State())

    package init(_ text: String) { self.text = text }

    /// A line whose words stand under a key; without labels it says nothing.
    init(_ key: String, _ labels: Labels?) { text = labels?[key] ?? "" }

    package func show(_ done: Int, of total: Int) {
        guard !text.isEmpty, isatty(STDERR_FILENO) == 1 else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            guard now - began > .seconds(1), state.shown.map({ now - $0 > .milliseconds(100) }) ?? true else {
                return false
            }
            (state.shown, state.hasShown) = (now, true)
            return true
        }
        guard isDue else { return }
        let width = 24
        let filled = total > 0 ? min(width, done * width / total) : width
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let counted = text.contains("{0}") ? text : text + " {0}/{1}"
        let line = counted.replacing("{0}", with: "\(done)").replacing("{1}", with: "\(total)")
        FileHandle.standardError.write(Data("\r\(line) \(bar)".utf8))
    }

    /// Ends the line where one was begun.
    package func end() {
        guard state.withLock({ $0.hasShown }) else { return }
        FileHandle.standardError.write(Data("\n".utf8))
    }
}
