"""No engine: CPython's sqlite3, an UPDATE and an INSERT, each audit row chained to the last with SHA-256."""

import hashlib

from bench_common import EVENTS, STATES, Store, drive, report

store = Store("raw")
last = bytes(32)


def walk(i, done):
    for k, event in enumerate(EVENTS):
        def chained(at):
            global last
            last = hashlib.sha256(last + f"s{i}|{event}|{STATES[k]}|{STATES[k + 1]}|ra|{at}".encode()).digest()
            return last

        store.move(f"s{i}", k, event, STATES[k], STATES[k + 1], digest=chained)
        done()


seconds, samples = drive(walk)
store.check()
report("plain SQL in Python", seconds, samples, "no engine, hash-chained", engine=False)
