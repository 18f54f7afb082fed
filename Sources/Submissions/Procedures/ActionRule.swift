package import Regulation

/// What an actor may do to a case: who may do it, and what is handed in.
package struct ActionRule: Hashable, Sendable {
    /// One answer to *who may do it*.
    package enum Performer: Hashable, Sendable {
        case applicant
        /// A role at the body of the case's jurisdiction that has the function.
        case role(String, of: Body.Function)
        /// A role at the hub.
        case hub(String)
    }

    package enum Documents: String, Hashable, Sendable {
        case none, optional, required
    }

    package let name: ActionName
    package let performers: [Performer]
    package let fields: [Field]
    package let documents: Documents
    /// The meaning of a signature that this action will need, such as `decision`.
    package let signature: String?
    /// What is entered into the ledger of fees by the act once the case is over; `nil` where it cannot be done then.
    package let afterEnd: FeeEntry.Kind?

    package init(
        name: ActionName,
        performers: [Performer],
        fields: [Field] = [],
        documents: Documents = .optional,
        signature: String? = nil,
        afterEnd: FeeEntry.Kind? = nil
    ) {
        self.name = name
        self.performers = performers
        self.fields = fields
        self.documents = documents
        self.signature = signature
        self.afterEnd = afterEnd
    }
}
