package import Regulation
package import Statecharts

/// What an exploration found that is probably not meant.
package enum ProcedureFinding: Hashable, Sendable {
    /// No end can be reached any more from these states, which are active together or one after the other.
    case noEnd([StateID])
    /// Nothing that can happen takes the transition of that tag.
    case neverTaken(tag: Int, event: EventDescriptor?, in: StateID)
    /// The clock may still run when the case ends there.
    case runsOn(ClockName, in: StateID)
    /// The step leads out of what started the clock, back to where it had not begun, and it runs on.
    case runsBack(ClockName, by: EventName?, to: StateID)
    /// The case may end there with the approval it entered into the register as if nothing had been decided.
    case leavesApproval(StateID)
    /// The case ends there and goes on stating the fact, for which other procedures ask.
    case leavesFact(FactName, StateID)
    /// The fact is stated on the ground of an approval in force, and nothing takes it back when that is no longer so.
    case outlivesApproval(FactName, StateID)
    /// What was filed comes to nothing there and nobody is told that it may be filed again.
    case returnedForGood(StateID)
    /// The case is meant to stay there without an approval, so that nothing can be filed again for its country.
    case staysForGood(StateID)
    /// The case stays there when its approval ends elsewhere, so that nothing can be filed again for its country.
    case staysApproved(StateID)
    /// The transition of that tag cannot be taken while a case of the procedure takes part so, which never states the facts.
    case neverTakenBeside(
        tag: Int,
        event: EventDescriptor?,
        member: ProcedureID,
        as: Participation,
        missing: [FactName]
    )
    /// The fact is set, and no procedure asks for it.
    case unreadFact(FactName)
    /// The variable is given a value that nothing reads.
    case unreadVariable(VariableName)
    /// Whoever acts has to state the field, and nothing reads it.
    case unreadField(FieldName, ActionName)
    /// There is more to explore than the bounds allow.
    case tooLarge(stands: Int)
}
