"""DBOS on SQLite, a workflow of twelve moves for each submission.

step: each move is a @DBOS.step, whose checkpoint is the audit row. tx: each move is a transaction on the application's
database that updates the submission, adds an audit row and a checkpoint.
"""

import importlib.metadata
import os
import sqlite3
import sys
import time

import sqlalchemy
from dbos import DBOS, SetWorkflowID

from bench_common import EVENTS, N, STATES, Store, drive, fresh, make_durable, report

mode = sys.argv[1] if len(sys.argv) > 1 else "step"
system = fresh(f"dbos_{mode}_system")


@sqlalchemy.event.listens_for(sqlalchemy.Engine, "connect")
def durable(connection, _):
    make_durable(connection)


DBOS(config={"name": "bench", "system_database_url": f"sqlite:///{system}", "run_admin_server": False,
             "log_level": "ERROR"})
if mode == "tx":
    from dbos import SQLAlchemyDatasource

    store = Store("dbos_tx_application")
    path = store.db.execute("PRAGMA database_list").fetchone()[2]
    source = SQLAlchemyDatasource.create(f"sqlite:///{path}")
    UPDATE = sqlalchemy.text("UPDATE submission SET state=:target, version=version+1 WHERE id=:name AND version=:k")
    INSERT = sqlalchemy.text(
        "INSERT INTO audit(sub,event,src,dst,actor,at) VALUES(:name,:event,:source,:target,'ra',:at)")

    @source.transaction
    def move(name, k):
        session = source.sql_session()
        moved = session.execute(UPDATE, {"target": STATES[k + 1], "name": name, "k": k})
        assert moved.rowcount == 1
        session.execute(INSERT, {"name": name, "event": EVENTS[k], "source": STATES[k], "target": STATES[k + 1],
                                 "at": time.time()})
        return STATES[k + 1]
else:
    @DBOS.step()
    def move(name, k):
        return {"sub": name, "event": EVENTS[k], "src": STATES[k], "dst": STATES[k + 1], "actor": "ra",
                "at": time.time()}

finished = {}


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
if mode == "tx":
    store.check()
else:
    rows = sqlite3.connect(system).execute("SELECT count(*) FROM operation_outputs").fetchone()[0]
    assert rows == N * len(EVENTS), rows
report(f"DBOS ({mode})", seconds, samples,
       f"v{importlib.metadata.version('dbos')}, the workflow's start and finish rows included")
DBOS.destroy()
os._exit(0)
