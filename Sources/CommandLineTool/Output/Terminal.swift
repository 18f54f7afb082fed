import Foundation

/// Where people read: results on standard output, everything else on standard error.
package enum Terminal {
    /// The terminal's width, 80 where nobody says.
    static var width: Int {
        if let text = ProcessInfo.processInfo.environment["COLUMNS"], let width = Int(text), width >= 40 {
            return width
        }
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 { return Int(size.ws_col) }
        return 80
    }

    package static func print(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
