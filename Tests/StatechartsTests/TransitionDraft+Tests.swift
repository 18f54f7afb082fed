import Statecharts

extension TransitionDraft {
    /// A transition triggered by `event`.
    static func on(
        _ event: EventDescriptor,
        to targets: StateID...,
        tag: Int = 0,
        isInternal: Bool = false,
        do actions: [Action] = []
    ) -> TransitionDraft {
        TransitionDraft(tag: tag, event: event, targets: targets, isInternal: isInternal, actions: actions)
    }

    /// A transition that needs no event.
    static func always(to targets: StateID..., tag: Int = 0, do actions: [Action] = []) -> TransitionDraft {
        TransitionDraft(tag: tag, targets: targets, actions: actions)
    }
}
