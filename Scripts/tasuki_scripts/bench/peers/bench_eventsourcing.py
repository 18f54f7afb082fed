"""eventsourcing: one aggregate for each submission in its SQLite recorder; the event row is the audit row."""

import importlib.metadata
import os
import sqlite3

from bench_common import EVENTS, N, STATES, drive, fresh, make_durable, report

path = fresh("eventsourcing")
connect = sqlite3.connect


def durable(*arguments, **options):
    """The recorder turns WAL on by itself and leaves synchronous to a default that depends on how SQLite was built."""
    connection = connect(*arguments, **options)
    make_durable(connection)
    return connection


sqlite3.connect = durable
os.environ.update(PERSISTENCE_MODULE="eventsourcing.sqlite", SQLITE_DBNAME=path, SQLITE_LOCK_TIMEOUT="60",
                  SQLITE_POOL_TIMEOUT="60")

from eventsourcing.application import Application  # noqa: E402
from eventsourcing.domain import Aggregate, event  # noqa: E402


class Submission(Aggregate):
    @event("Opened")
    def __init__(self, ref: str):
        self.ref = ref
        self.state = STATES[0]

    @event("Moved")
    def move(self, name: str, source: str, target: str, actor: str):
        if self.state != source:
            raise ValueError("illegal")
        self.state = target


application = Application()
submissions = []
for i in range(N):
    submission = Submission(f"s{i}")
    application.save(submission)
    submissions.append(submission)


def walk(i, done):
    for k, name in enumerate(EVENTS):
        submissions[i].move(name, STATES[k], STATES[k + 1], "ra")
        application.save(submissions[i])
        done()


seconds, samples = drive(walk)
stored = connect(path).execute("SELECT count(*) FROM stored_events").fetchone()[0]
assert stored == N * (len(EVENTS) + 1), stored
version = importlib.metadata.version("eventsourcing")
report("eventsourcing", seconds, samples, f"v{version}, its own SQLite recorder; the event row is the audit row")
