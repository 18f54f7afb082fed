/// Every reason why some states are not a statechart.
package struct InvalidStatechart: Error, Hashable {
    /// One reason, with the state and, for a transition, the tag that it was drafted with.
    ///
    /// Where a state is optional, `nil` stands for the chart itself. A missing tag means the entry or exit actions.
    package enum Defect: Hashable, Sendable {
        case noStates
        case duplicateState(StateID)
        case badStateID(StateID)

        case badEvent(EventDescriptor, in: StateID, tag: Int)
        case badRaisedEvent(EventName, in: StateID, tag: Int?)
        case unknownTarget(StateID, in: StateID, tag: Int)
        /// The two can never be active together, or one contains the other.
        case conflictingTargets(StateID, StateID, in: StateID, tag: Int)

        case emptyInitial(of: StateID?)
        case unknownInitial(StateID, of: StateID?)
        case initialNotInside(StateID, of: StateID)
        case conflictingInitial(StateID, StateID, of: StateID?)
        case initialWithoutChildren(StateID)

        case parallelWithInitial(StateID)
        case parallelWithoutChildren(StateID)
        /// A region must be able to run, and a final state has nothing to run.
        case finalInParallel(StateID)

        case finalWithInitial(StateID)
        case finalWithChildren(StateID)
        case finalWithTransitions(StateID)

        /// Its parent would be the chart itself, which is never left and so never remembered.
        case historyAtTopLevel(StateID)
        case historyWithInitial(StateID)
        case historyWithChildren(StateID)
        case historyWithTransitions(StateID)
        case historyWithActions(StateID)
        case historyWithoutDefault(StateID)
        case historyDefaultWithEvent(StateID, tag: Int)
        case historyDefaultWithoutTargets(StateID, tag: Int)
        case historyDefaultNotInside(StateID, of: StateID, tag: Int)
        /// Its default leads, through other history states, back to itself.
        case historyCycle(StateID)
        case defaultOutsideHistory(StateID, tag: Int)
    }

    /// In document order; never empty.
    package let defects: [Defect]
}
