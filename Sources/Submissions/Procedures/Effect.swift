package import Regulation
package import Statecharts

/// What a transition does besides moving, from the closed, versioned catalogue, version 1.
package enum Effect: Hashable, Sendable {
    case set(VariableName, ValueSource)
    case setFact(FactName)
    case clearFact(FactName)
    /// Starts the clock if the jurisdiction's rule starts it at this step.
    case startClock(ClockName, at: RouteClock.Start)
    case holdClock(ClockName, by: ClockSide)
    case resumeClock(ClockName)
    case stopClock(ClockName)
    case send(EventName, to: Recipient)
    case requireFee(FeeID)
    case settleFees
    case recordFiling(Filing.Kind)
    case proposeQuestions(FieldName)
    case issueQuestions(FieldName, dueIn: FieldName?)
    case answerQuestions(FieldName)
    /// Does not take up the proposed question in the field, for the reason in the field `reason`.
    case declineQuestion(FieldName)
    case giveConsent(FieldName?)
    /// Shares the first document handed in; the hub's not with countries whose case has the fact.
    case shareReport(except: FactName?)
    /// Takes part in the bundle of the hub in the field from now on.
    case joinBundle(FieldName)
    case recordDecision(Decision.Outcome)
    case grantApproval(Approval.Basis, stage: Int?)
    case amendApproval(stage: Int?)
    case changeApproval(Approval.Standing)
    case openFallback
    case count(VariableName)
    /// Takes over the value that the variable has in another case; nothing where it has none there.
    case take(VariableName, of: Neighbour)
    /// Adds the field's value to those that the variable holds.
    case collect(VariableName, from: FieldName)
    /// Opens a track that begins with the values that the named variables have here.
    case openTrack(RouteName, passing: [VariableName])
    /// Opens the track in every jurisdiction where the product has an approval in force.
    case openTrackWhereApproved(RouteName, passing: [VariableName])
    case setApprovalVersion(FieldName)
    case prolongApproval(FieldName)
    case setApprovalHolder(FieldName)
    /// The approval takes the payload's claims, number and conditions, at the stage it has.
    case widenApproval
    case addObligation(Obligation.Kind, text: FieldName?, due: ObligationDue?)
    case closeObligation(FieldName, Obligation.Fulfilment)
    /// Meets every open obligation of the kind that was due before the date in the field.
    case meetObligations(Obligation.Kind, before: FieldName)
    /// Waives every open obligation of the kind in this case: a decision put others in their place, or ended them.
    case endObligations(Obligation.Kind)
    case recordStudy
    /// Answers an item of the developer's checklist for the study in the field `study`.
    case checkStudy
    case recordFee(FeeEntry.Kind)
    case settleFlags
    /// Flags the case: that its route was open when it was filed is not confirmed.
    case doubtRoute
    /// Settles that doubt: the authority decided on what was filed.
    case settleDoubt
    /// Sets the variables `validUntil`, `renewalOpens` and `renewalCloses` that are not set and lie ahead.
    case readValidity
    case noteSafety(isSerious: Bool)
}

/// When an obligation falls due.
package enum ObligationDue: Hashable, Sendable {
    case field(FieldName)
    /// A period of the route, from the day of the act.
    case period(String)
}

/// Where a variable's value comes from.
package enum ValueSource: Hashable, Sendable {
    case literal(String)
    case field(FieldName)
    /// The field where the act names it; else the variable stays as it is.
    case given(FieldName)
    /// The day of the act.
    case today
}

/// A case of the same submission that knows something.
package enum Neighbour: Hashable, Sendable {
    case hub
    /// The latest case by which the jurisdiction decides.
    case member(JurisdictionCode)
    /// The latest of the own jurisdiction's cases on that track.
    case track(RouteName)
}

/// To whom a message goes.
package enum Recipient: Hashable, Sendable {
    case hub
    /// Every case of the bundle other than the hub's.
    case members
    case member(JurisdictionCode)
    /// The own jurisdiction's cases on that track that are not over.
    case track(RouteName)
}
