"""sismic: a statechart interpreter for each submission; its configuration is stored as JSON."""

import json

import sismic
from sismic.interpreter import Interpreter
from sismic.io import import_from_yaml

from bench_common import EVENTS, STATES, Store, drive, report

lines = ["statechart:", "  name: sub", "  root state:", "    name: root", "    initial: draft", "    states:"]
for i, state in enumerate(STATES):
    lines.append(f"    - name: {state}")
    if i == len(EVENTS):
        lines.append("      type: final")
    else:
        lines += ["      transitions:", f"      - target: {STATES[i + 1]}", f"        event: {EVENTS[i]}"]
chart = import_from_yaml("\n".join(lines))
store = Store("sismic")


def walk(i, done):
    interpreter = Interpreter(chart)
    interpreter.execute()
    for k, event in enumerate(EVENTS):
        step = interpreter.queue(event).execute()[0]
        store.move(f"s{i}", k, step.event.name, step.transitions[0].source, step.transitions[0].target,
                   snapshot=json.dumps(sorted(interpreter.configuration)))
        done()


seconds, samples = drive(walk)
store.check()
report("sismic", seconds, samples, f"v{sismic.__version__}, durability written by hand, configuration as JSON")
