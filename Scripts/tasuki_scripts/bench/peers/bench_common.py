"""The job that every peer does: N submissions of twelve transitions, one audit row for each transition, each transition
a commit of its own in a SQLite file with WAL and synchronous=FULL.

Environment: N submissions (50), WORKERS actors at once (1), DBDIR the folder of the databases (a new temporary one).
"""

import atexit
import json
import os
import shutil
import sqlite3
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

STATES = ["draft", "planned", "gap_checked", "dossier_ready", "qms_applied", "submitted", "accepted",
          "under_review", "query_open", "query_answered", "review_complete", "approved", "certified"]
EVENTS = ["plan", "check_gaps", "assemble", "apply_qms", "submit", "accept", "start_review", "raise_query",
          "answer_query", "complete_review", "approve", "certify"]

N = int(os.environ.get("N", "50"))
WORKERS = int(os.environ.get("WORKERS", "1"))


def folder():
    """Where the databases lie; a folder made here goes when the process ends."""
    given = os.environ.get("DBDIR")
    if given:
        os.makedirs(given, exist_ok=True)
        return given
    made = tempfile.mkdtemp(prefix="bench-peer-", dir=os.getcwd())
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


DIR = folder()


def fresh(name):
    """The path of a database that does not exist yet."""
    path = os.path.join(DIR, f"{name}.sqlite")
    for suffix in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    return path


def make_durable(connection):
    """WAL with a sync at every commit, and proof that it holds."""
    mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    connection.execute("PRAGMA synchronous=FULL")
    level = connection.execute("PRAGMA synchronous").fetchone()[0]
    assert (mode, level) == ("wal", 2), (mode, level)


class Store:
    """The durability that users of an engine without one write by hand: state and audit row in one commit.

    Actors share one connection behind a lock, which is the kinder arrangement: with 64 connections, one for each actor,
    they sleep in SQLite's busy handler, and plain SQL made about half as many commits a second on a memory file system.
    """

    def __init__(self, name):
        self.lock = threading.Lock()
        self.db = sqlite3.connect(fresh(name), isolation_level=None, check_same_thread=False)
        make_durable(self.db)
        self.db.execute(
            "CREATE TABLE submission(id TEXT PRIMARY KEY, state TEXT NOT NULL, version INT NOT NULL)")
        self.db.execute(
            "CREATE TABLE audit("
            "seq INTEGER PRIMARY KEY, sub TEXT, event TEXT, src TEXT, dst TEXT, actor TEXT, at REAL)")
        self.db.execute("CREATE INDEX audit_sub ON audit(sub)")
        self.db.executemany("INSERT INTO submission VALUES(?,?,0)", [(f"s{i}", STATES[0]) for i in range(N)])

    def move(self, name, version, event, source, target):
        """One durable transition."""
        with self.lock:
            self.db.execute("BEGIN IMMEDIATE")
            moved = self.db.execute(
                "UPDATE submission SET state=?, version=version+1 WHERE id=? AND version=?", (target, name, version))
            assert moved.rowcount == 1, (name, version)
            self.db.execute(
                "INSERT INTO audit(sub,event,src,dst,actor,at) VALUES(?,?,?,?,?,?)",
                (name, event, source, target, "ra", time.time()))
            self.db.execute("COMMIT")

    def check(self):
        rows = self.db.execute("SELECT count(*) FROM audit").fetchone()[0]
        done = self.db.execute("SELECT count(*) FROM submission WHERE state=?", (STATES[-1],)).fetchone()[0]
        assert (rows, done) == (N * len(EVENTS), N), (rows, done)


def drive(walk):
    """Runs `walk(i, done)` for every submission and returns the seconds and each transition's own seconds.

    `walk` takes submission i through its transitions and calls `done()` after each has become durable.
    """
    samples = []

    def lane(first):
        taken = []
        for i in range(first, N, WORKERS):
            last = time.perf_counter()

            def done():
                nonlocal last
                now = time.perf_counter()
                taken.append(now - last)
                last = now

            walk(i, done)
        return taken

    began = time.perf_counter()
    if WORKERS == 1:
        samples = lane(0)
    else:
        with ThreadPoolExecutor(WORKERS) as pool:
            for taken in pool.map(lane, range(WORKERS)):
                samples += taken
    return time.perf_counter() - began, samples


def peak_mib():
    """The most memory that was resident, of this program alone: getrusage would count what it was forked from."""
    with open("/proc/self/status", encoding="utf-8") as status:
        return next(round(int(line.split()[1]) / 1024, 1) for line in status if line.startswith("VmHWM:"))


def report(peer, seconds, samples, note):
    """One line of JSON."""
    assert len(samples) == N * len(EVENTS), len(samples)
    samples = sorted(samples)
    mode = "serial" if WORKERS == 1 else f"{WORKERS} threads, a commit for each transition"
    print(json.dumps({
        "job": "peer", "peer": peer, "workers": WORKERS, "actions": len(samples),
        "secs": round(seconds, 4), "actions_per_s": round(len(samples) / seconds, 1),
        "p50_ms": round(samples[len(samples) // 2] * 1e3, 4),
        "p99_ms": round(samples[min(len(samples) - 1, len(samples) * 99 // 100)] * 1e3, 4),
        "peak_mib": peak_mib(), "durability": "WAL, synchronous=FULL",
        "note": f"{mode}; {note}",
    }), flush=True)
