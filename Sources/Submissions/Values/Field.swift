/// One entry of an action's payload, as the procedure declares it.
package struct Field: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Free text: only a commitment to it enters the log.
        case text
        /// A number or name as its authority writes it, kept in clear; see ``WrittenCode``.
        case code
        case date, integer, flag
        /// Claim ids of the submission.
        case claims
        /// Jurisdictions of the submission.
        case jurisdictions
        case questions, answers, conditions
        /// One of ``Field/options``.
        case choice
        /// A sum in its currency, such as `SGD 530.00`.
        case money
    }

    package let name: FieldName
    package let kind: Kind
    package let isRequired: Bool
    package let options: [String]
    /// Where its date lies; nil where it holds none, or where nothing is said.
    package let lies: DateRule?

    package init(name: FieldName, kind: Kind, isRequired: Bool, options: [String] = [], lies: DateRule? = nil) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.options = options
        self.lies = lies
    }

    var dates: DateRule { lies ?? .unstated }
}
