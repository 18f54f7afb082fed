import Foundation
import Regulation
package import Submissions

/// What was handed in and cannot be read, as it was read; the doors put into words what is accepted instead.
package enum Misreading: Hashable, Sendable {
    case date(String)
    case money(String)
    case code(String, WrittenCode.Defect)
    case document(String, DocumentDefect)
}

/// Why a file is no document that can come with an action.
package enum DocumentDefect: Hashable, Sendable {
    case empty
    /// It holds nothing but spaces and line ends.
    case blank
    /// The name holds what cannot be seen, or a line break.
    case name
    case mediaType(String)
    /// By its name what a system or a program left behind.
    case leftover
}

extension String {
    /// The text in Unicode normal form C, in which what is the same text has the same bytes.
    package var inNormalForm: String {
        // What is ASCII is in that form, and that is seen sooner than it is brought about.
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}
