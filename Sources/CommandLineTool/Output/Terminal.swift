import Foundation

/// Where people read: results on standard output, everything else on standard error.
package enum Terminal {
    package static func print(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Prints text that is made for the width of the terminal.
    static func print(_ text: (_ width: Int) throws -> String) rethrows {
        print(try text(width))
    }

    /// Asks a person on standard error, so that results stay by themselves.
    static func ask(_ text: (_ width: Int) -> String) {
        FileHandle.standardError.write(Data((text(width) + " ").utf8))
    }

    /// Whether a person sits at both ends: questions are for people alone.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// The terminal's width, 80 where nobody says.
    private static var width: Int {
        if let text = ProcessInfo.processInfo.environment["COLUMNS"], let width = Int(text), width >= 40 {
            return width
        }
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 { return Int(size.ws_col) }
        return 80
    }
}
