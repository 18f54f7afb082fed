/// A number or name as an authority writes it, such as `衛部醫器輸字第000001號` or `DE0009`.
///
/// Letters and digits of any script with the spaces, punctuation and signs between them. What cannot be seen is refused,
/// so that two codes that look alike are alike; doors hand it in in Unicode normal form C.
package enum WrittenCode {
    package enum Defect: Hashable, Sendable {
        case tooLong(Int)
        /// A character that is not accepted, at its place from 1.
        case character(Unicode.Scalar, at: Int)
        /// Signs alone name nothing.
        case noLetterOrDigit
    }

    /// In Unicode characters, as JSON counts the length of a text.
    package static let limit = 200

    /// The first thing that keeps `text` from being a code; nil where nothing does.
    package static func defect(in text: String) -> Defect? {
        let scalars = text.unicodeScalars
        if let (place, scalar) = scalars.enumerated().first(where: { !isAccepted($0.element) }) {
            return .character(scalar, at: place + 1)
        }
        if scalars.count > limit { return .tooLong(scalars.count) }
        return scalars.contains(where: isLetterOrDigit) ? nil : .noLetterOrDigit
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        // Most codes are of these, and Unicode need not be asked.
        if scalar.isASCII { return ("0"..."9") ~= scalar || ("A"..."Z") ~= scalar || ("a"..."z") ~= scalar }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    private static func isAccepted(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (" "..."~") ~= scalar }
        // Joiners, fillers, variation selectors and marks of direction are letters or marks to Unicode, and invisible.
        if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isEmojiPresentation { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

extension WrittenCode.Defect {
    /// The character as people can look it up: `U+202E`.
    package static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
