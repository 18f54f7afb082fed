"""DBOS on SQLite: a workflow for each submission, and each move a @DBOS.step, whose checkpoint is the audit row."""

import importlib.metadata
import os
import sqlite3
import time

import sqlalchemy
from dbos import DBOS, SetWorkflowID

from bench_common import EVENTS, N, STATES, drive, fresh, make_durable, report

system = fresh("dbos_step_system")


@sqlalchemy.event.listens_for(sqlalchemy.Engine, "connect")
def durable(connection, _):
    make_durable(connection)


DBOS(config={"name": "bench", "system_database_url": f"sqlite:///{system}", "run_admin_server": False,
             "log_level": "ERROR"})
finished = {}


@DBOS.step()
def move(name, k):
    return {"sub": name, "event": EVENTS[k], "src": STATES[k], "dst": STATES[k + 1], "actor": "ra", "at": time.time()}


@DBOS.workflow()
def run(name):
    for k in range(len(EVENTS)):
        move(name, k)
        finished[name]()


def walk(i, done):
    finished[f"s{i}"] = done
    with SetWorkflowID(f"s{i}"):
        run(f"s{i}")


DBOS.launch()
seconds, samples = drive(walk)
rows = sqlite3.connect(system).execute("SELECT count(*) FROM operation_outputs").fetchone()[0]
assert rows == N * len(EVENTS), rows
report("DBOS (step)", seconds, samples,
       f"v{importlib.metadata.version('dbos')}, the workflow's start and finish rows included")
DBOS.destroy()
os._exit(0)
