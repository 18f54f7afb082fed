"""pymerkle: no engine, a Merkle log in SQLite; appends as many leaves as the others make transitions.

Always one at a time: its tree keeps one connection, which belongs to the thread that made it.
"""

import importlib.metadata
import json
import time

from pymerkle import SqliteTree, verify_consistency, verify_inclusion

from bench_common import EVENTS, drive, fresh, report

tree = SqliteTree(fresh("pymerkle"), algorithm="sha256")
tree.con.execute("PRAGMA synchronous=FULL")
level = tree.con.execute("PRAGMA synchronous").fetchone()
mode = tree.con.execute("PRAGMA journal_mode").fetchone()
first = lambda row: row[0] if isinstance(row, tuple) else row  # noqa: E731 - the tree sets a row factory of its own
assert first(level) == 2, level


def walk(i, done):
    for name in EVENTS:
        tree.append_entry(json.dumps({"sub": f"s{i}", "event": name}).encode())
        done()


def each(positions, prove):
    began = time.perf_counter()
    for position in positions:
        prove(position)
    return round((time.perf_counter() - began) / len(positions) * 1e3, 3)


seconds, samples = drive(walk, workers=1)
size = len(samples)
inclusion = each(range(1, size + 1, max(1, size // 100)), lambda i: verify_inclusion(
    tree.get_leaf(i), tree.get_state(), tree.prove_inclusion(i)))
consistency = each(range(1, size, max(1, size // 50)), lambda i: verify_consistency(
    tree.get_state(i), tree.get_state(), tree.prove_consistency(i, size)))
report("pymerkle", seconds, samples,
       f"v{importlib.metadata.version('pymerkle')}, a log only, journal={first(mode)} as it ships",
       workers=1, engine=False, durability=f"journal={first(mode)}, synchronous=FULL",
       inclusion_ms=inclusion, consistency_ms=consistency)
