/// Where a case by a procedure keeps what is known of the text for publication that it is about.
package struct TextRule: Hashable, Sendable {
    package let audience: VariableName
    package let claims: VariableName
    /// Where the text appears.
    package let channel: VariableName?
    /// The fact that the text is out.
    package let released: FactName?
    /// The fact that a permit of the authority holds.
    package let permitted: FactName?
    /// The fact that the applicant released it in the knowledge that no confirmed rule allows it.
    package let trusted: FactName?

    package init(
        audience: VariableName,
        claims: VariableName,
        channel: VariableName? = nil,
        released: FactName? = nil,
        permitted: FactName? = nil,
        trusted: FactName? = nil
    ) {
        self.audience = audience
        self.claims = claims
        self.channel = channel
        self.released = released
        self.permitted = permitted
        self.trusted = trusted
    }

    /// What it reads of the variables of a case.
    var variables: Set<VariableName> { Set([audience, claims, channel].compactMap(\.self)) }
    /// What it asks of the facts of a case.
    var facts: Set<FactName> { Set([released, permitted, trusted].compactMap(\.self)) }
}
