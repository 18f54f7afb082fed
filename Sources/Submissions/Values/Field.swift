/// One entry of an action's payload, as the procedure declares it.
package struct Field: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Free text: only a commitment to it enters the log.
        case text
        /// An identifier such as an approval number, kept in clear: letters, digits, `.`, `-`, `_`, `/`, at most 64.
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

    package init(name: FieldName, kind: Kind, isRequired: Bool, options: [String] = []) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.options = options
    }
}
