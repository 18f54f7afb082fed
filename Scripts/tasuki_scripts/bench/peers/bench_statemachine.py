"""python-statemachine: a machine for each submission, made durable in after_transition."""

import statemachine

from bench_common import EVENTS, STATES, Store, drive, report

store = Store("statemachine")


class Model:
    def __init__(self, name):
        self.name = name
        self.state = None
        self.version = 0


def after_transition(self, event, source, target):
    if source is None or source.id == target.id or str(event) == "__initial__":
        return
    store.move(self.model.name, self.model.version, str(event), source.id, target.id)
    self.model.version += 1


states = {name: statemachine.State(initial=i == 0, final=i == len(EVENTS)) for i, name in enumerate(STATES)}
moves = {event: states[STATES[i]].to(states[STATES[i + 1]]) for i, event in enumerate(EVENTS)}
Machine = type("Machine", (statemachine.StateMachine,), {**states, **moves, "after_transition": after_transition})


def walk(i, done):
    machine = Machine(Model(f"s{i}"))
    for event in EVENTS:
        machine.send(event)
        done()


seconds, samples = drive(walk)
store.check()
report("python-statemachine", seconds, samples, f"v{statemachine.__version__}, durability written by hand")
