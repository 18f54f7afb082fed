/// One piece of executable content.
package enum Action: Hashable, Sendable {
    /// Puts an event at the end of the internal queue, to be taken within the same macrostep.
    case raise(EventName)

    /// Hands a number to the host, which alone knows what it stands for.
    case effect(Int)
}
