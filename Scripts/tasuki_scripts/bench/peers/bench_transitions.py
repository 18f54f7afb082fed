"""transitions: a model for each submission, made durable in after_state_change."""

import transitions

from bench_common import EVENTS, STATES, Store, drive, report

store = Store("transitions")


class Submission:
    def __init__(self, name):
        self.name = name
        self.version = 0

    def persist(self, event):
        store.move(self.name, self.version, event.event.name, event.transition.source, event.transition.dest)
        self.version += 1


moves = [{"trigger": e, "source": STATES[i], "dest": STATES[i + 1]} for i, e in enumerate(EVENTS)]
machine = transitions.Machine(
    model=None, states=STATES, transitions=moves, initial="draft", send_event=True, after_state_change="persist",
    auto_transitions=False)


def walk(i, done):
    submission = Submission(f"s{i}")
    machine.add_model(submission)
    for event in EVENTS:
        getattr(submission, event)()
        done()
    machine.remove_model(submission)


seconds, samples = drive(walk)
store.check()
report("transitions", seconds, samples, f"v{transitions.__version__}, durability written by hand")
